package org.cotejo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What an expert would write instead of Cotejo for the bare comparison: three CSV files into a DuckDB database file, one
 * query for states and totals, the answer as JSON in the contract's shape on standard output, phases on standard error.
 *
 * <p>With {@code --memory} the query reads the CSV files themselves and nothing is written. Settings were chosen by
 * measurement; bench/README.md says which were tried.
 */
public final class DuckPeer {
    private static final String USAGE = """
            usage: DuckPeer --data DIR (--into DIR2 | --memory) [--candidates C] [--set NAME=VALUE]...
                   DuckPeer --into DIR2 --reuse [--candidates C]
              DIR holds side-a.csv, side-b.csv, authority.csv (see CsvCountry); DIR2/peer.duckdb must not exist yet,
              but with --reuse, which only compares again what is in it
              example: DuckPeer --data /tmp/country --into /tmp/peer""";

    private static final String DATABASE = "peer.duckdb";

    private final PeerOptions options;
    private final PeerSql sql;
    private final Phases phases;

    private DuckPeer(PeerOptions options, Phases phases) {
        this.options = options;
        this.sql = new PeerSql(options.candidates());
        this.phases = phases;
    }

    /** Loads, compares, prints; exits with 2 and the usage if an option is wrong. */
    public static void main(String[] args) throws IOException, SQLException {
        Phases phases = new Phases();
        PeerOptions options;
        try {
            options = PeerOptions.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        System.out.print(compare(options, phases).json());
        System.err.println(phases.json());
    }

    /** The whole run but the printing: when it returns, the database file is complete and closed. */
    static Outcome compare(PeerOptions options, Phases phases) throws IOException, SQLException {
        return new DuckPeer(options, phases).run();
    }

    private Outcome run() throws IOException, SQLException {
        Outcome outcome;
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database());
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 2");
            statement.execute("SET preserve_insertion_order = false");
            for (String setting : options.settings()) {
                statement.execute("SET " + setting);
            }
            phases.end("library_and_open");
            if (!options.reuse()) {
                load(statement);
                phases.end("load");
            }
            outcome = reconcile(statement);
            phases.end("compute");
            if (options.into() != null && !options.reuse()) {
                statement.execute("CHECKPOINT");
            }
            phases.end("checkpoint");
        }
        phases.end("close");
        return outcome;
    }

    private String database() throws IOException {
        Path into = options.into();
        if (into == null) {
            return "";
        }
        Files.createDirectories(into);
        Path database = into.resolve(DATABASE);
        if (Files.exists(database) != options.reuse()) {
            throw new IOException(database + (options.reuse() ? " does not exist" : " exists already"));
        }
        return database.toString();
    }

    /** All three in one transaction: nothing is half there, and it is a little faster than three. */
    private void load(Statement statement) throws SQLException {
        String kind = options.into() == null ? "TEMP VIEW" : "TABLE";
        statement.execute("BEGIN");
        for (int i = 0; i < PeerSql.TABLES.size(); i++) {
            Path file = options.data().resolve(PeerSql.FILES.get(i));
            statement.execute("CREATE " + kind + " " + PeerSql.TABLES.get(i) + " AS SELECT * FROM " + sql.read(file));
        }
        statement.execute("COMMIT");
    }

    private Outcome reconcile(Statement statement) throws SQLException {
        Outcome outcome = new Outcome(options.candidates());
        int figures = options.candidates() + 2;
        try (ResultSet row = statement.executeQuery(sql.reconcile())) {
            while (row.next()) {
                outcome.add(State.of(row.getString(1)), row.getLong(2), row.getLong(3), longs(row, 5, figures));
                outcome.addAnnounced(row.getLong(4), longs(row, 5 + figures, figures));
            }
        }
        return outcome;
    }

    /** Columns as numbers; an SQL null, a sum of nothing, is 0. */
    private static long[] longs(ResultSet row, int from, int count) throws SQLException {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = row.getLong(from + i);
        }
        return values;
    }
}
