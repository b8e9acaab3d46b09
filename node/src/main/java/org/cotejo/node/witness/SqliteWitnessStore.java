package org.cotejo.node.witness;

import static org.cotejo.node.durable.DurableSqlite.failed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.crypto.Sha256;
import org.cotejo.node.durable.DurableSqlite;
import org.cotejo.tlog.ForkEvidence;
import org.cotejo.tlog.SignedCheckpoint;

/**
 * Heads and evidence in a SQLite file. Every commit is forced to the disk before it returns (write-ahead log, {@code synchronous=FULL}); one
 * process alone opens the file. It is only ever made on purpose: a witness that forgot what it cosigned could cosign a fork.
 */
public final class SqliteWitnessStore implements WitnessStore {
    private static final String HEADS =
            "CREATE TABLE head (origin TEXT NOT NULL PRIMARY KEY, size INTEGER NOT NULL, seconds INTEGER NOT NULL,"
                    + " note BLOB NOT NULL) STRICT";
    private static final String FORKS =
            "CREATE TABLE fork (id INTEGER PRIMARY KEY, origin TEXT NOT NULL, hash TEXT NOT NULL UNIQUE,"
                    + " evidence BLOB NOT NULL) STRICT";
    private static final String FIRST =
            "INSERT INTO head (origin, size, seconds, note) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String SWAP = "UPDATE head SET size = ?, seconds = ?, note = ? WHERE origin = ? AND size = ?";

    private final Path file;
    private final Connection connection;

    private SqliteWitnessStore(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Makes the store of a new witness; refuses where a file is. */
    public static void make(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException("making " + file, e);
        }
        try (SqliteWitnessStore store = connect(file);
                Statement statement = store.connection.createStatement()) {
            statement.execute(HEADS);
            statement.execute(FORKS);
        } catch (SQLException e) {
            throw failed("making " + file, e);
        }
    }

    /** Opens a store that was made before; refuses where there is none, and where it is damaged or open elsewhere. */
    public static SqliteWitnessStore open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw WitnessProblem.NO_STORE.at(file);
        }
        SqliteWitnessStore store = connect(file);
        try (Statement statement = store.connection.createStatement()) {
            if (!DurableSqlite.isSound(store.connection)) {
                throw WitnessProblem.DAMAGED.at(file, "SQLite");
            }
            // Takes the lock of the file now, and not at the first cosignature.
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("COMMIT");
            store.all();
            return store;
        } catch (SQLException e) {
            store.close();
            throw refused("opening " + file, file, e);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static SqliteWitnessStore connect(Path file) {
        try {
            return new SqliteWitnessStore(file, DurableSqlite.open(file, false));
        } catch (SQLException e) {
            throw refused("opening " + file, file, e);
        }
    }

    private static RuntimeException refused(String what, Path file, SQLException e) {
        return DurableSqlite.isBusy(e) ? WitnessProblem.BUSY.at(file) : failed(what, e);
    }

    @Override
    public synchronized Optional<Held> read(String origin) {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT size, seconds, note FROM head WHERE origin = ?")) {
            statement.setString(1, origin);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(held(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw failed("reading " + file, e);
        }
    }

    @Override
    public synchronized List<Held> all() {
        List<Held> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT size, seconds, note FROM head ORDER BY origin")) {
            while (rows.next()) {
                all.add(held(rows));
            }
            return all;
        } catch (SQLException e) {
            throw failed("reading " + file, e);
        }
    }

    private Held held(ResultSet rows) throws SQLException {
        SignedCheckpoint head = switch (SignedCheckpoint.parse(rows.getBytes(3))) {
            case Result.Ok<SignedCheckpoint>(SignedCheckpoint read) -> read;
            case Result.Refused<SignedCheckpoint>(Problem problem) ->
                throw WitnessProblem.DAMAGED.at(file, problem.line("en"));
        };
        if (head.checkpoint().size() != rows.getLong(1) || rows.getLong(2) < 0) {
            throw WitnessProblem.DAMAGED.at(file, "a head is not the one that was cosigned");
        }
        return new Held(head, rows.getLong(2));
    }

    @Override
    public synchronized boolean swap(long size, Held next) {
        try {
            if (read(next.checkpoint().origin()).isEmpty()) {
                return size == 0 && first(next);
            }
            try (PreparedStatement statement = connection.prepareStatement(SWAP)) {
                statement.setLong(1, next.checkpoint().size());
                statement.setLong(2, next.seconds());
                statement.setBytes(3, next.head().bytes());
                statement.setString(4, next.checkpoint().origin());
                statement.setLong(5, size);
                return statement.executeUpdate() == 1;
            }
        } catch (SQLException e) {
            throw failed("keeping a head in " + file, e);
        }
    }

    private boolean first(Held next) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIRST)) {
            statement.setString(1, next.checkpoint().origin());
            statement.setLong(2, next.checkpoint().size());
            statement.setLong(3, next.seconds());
            statement.setBytes(4, next.head().bytes());
            return statement.executeUpdate() == 1;
        }
    }

    @Override
    public synchronized void keep(ForkEvidence evidence) {
        String origin = evidence.older().checkpoint().origin();
        byte[] bytes = evidence.bytes();
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO fork (origin, hash, evidence) SELECT ?, ?, ? WHERE (SELECT count(*) FROM fork WHERE"
                        + " origin = ?) < "
                        + EVIDENCE_MOST + " ON CONFLICT DO NOTHING")) {
            statement.setString(1, origin);
            statement.setString(2, Sha256.of(bytes).hex());
            statement.setBytes(3, bytes);
            statement.setString(4, origin);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed("keeping evidence in " + file, e);
        }
    }

    @Override
    public synchronized List<byte[]> evidence(String origin) {
        List<byte[]> all = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT evidence FROM fork WHERE origin = ? ORDER BY id")) {
            statement.setString(1, origin);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(rows.getBytes(1));
                }
            }
            return all;
        } catch (SQLException e) {
            throw failed("reading " + file, e);
        }
    }

    @Override
    public synchronized void close() {
        DurableSqlite.close(connection, file);
    }
}
