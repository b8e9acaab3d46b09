package org.cotejo.node.log;

import static org.cotejo.node.durable.DurableSqlite.failed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.cotejo.crypto.Hash;
import org.cotejo.node.durable.DurableSqlite;

/**
 * Heads in a SQLite file, one row a log. Every commit is forced to the disk before it returns. The file is only ever made on purpose: a store that is opened at a wrong place is refused, not begun anew.
 */
final class SqliteHeadStore implements HeadStore {
    private static final String TABLE =
            "CREATE TABLE IF NOT EXISTS head (origin TEXT NOT NULL PRIMARY KEY, size INTEGER NOT NULL, root BLOB NOT"
                    + " NULL, note TEXT NOT NULL) STRICT";
    private static final String READ = "SELECT size, root, note FROM head WHERE origin = ?";
    private static final String CREATE =
            "INSERT INTO head (origin, size, root, note) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String SWAP =
            "UPDATE head SET size = ?, root = ?, note = ? WHERE origin = ? AND size = ? AND root = ? AND note = ?";

    private final Path file;
    private final Connection connection;

    private SqliteHeadStore(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Opens a store that was made before; nothing where there is none. */
    static Optional<HeadStore> open(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        SqliteHeadStore store = connect(file, false);
        try {
            store.mustBeSound();
            return Optional.of(store);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Opens a store, or makes one where there is none. */
    static SqliteHeadStore make(Path file) {
        SqliteHeadStore store = connect(file, true);
        try (Statement statement = store.connection.createStatement()) {
            statement.execute(TABLE);
            return store;
        } catch (SQLException e) {
            store.close();
            throw failed("making " + file, e);
        }
    }

    private static SqliteHeadStore connect(Path file, boolean canMake) {
        try {
            return new SqliteHeadStore(file, DurableSqlite.open(file, canMake));
        } catch (SQLException e) {
            throw failed("opening " + file, e);
        }
    }

    private void mustBeSound() {
        try {
            if (!DurableSqlite.isSound(connection)) {
                throw LogProblem.DAMAGED.at(file, "SQLite finds it damaged");
            }
        } catch (SQLException e) {
            throw failed("checking " + file, e);
        }
    }

    @Override
    public Optional<KeptHead> read(String origin) {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setString(1, origin);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(head(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw failed("reading the head from " + file, e);
        }
    }

    private KeptHead head(ResultSet rows) throws SQLException {
        byte[] root = rows.getBytes(2);
        if (rows.getLong(1) < 0 || root.length != Hash.SIZE) {
            throw LogProblem.DAMAGED.at(file, "the head that it keeps can't be one");
        }
        return new KeptHead(rows.getLong(1), new Hash(root), rows.getString(3));
    }

    @Override
    public boolean create(String origin, KeptHead first) {
        try (PreparedStatement statement = connection.prepareStatement(CREATE)) {
            statement.setString(1, origin);
            statement.setLong(2, first.size());
            statement.setBytes(3, first.root().bytes());
            statement.setString(4, first.note());
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw failed("keeping the first head in " + file, e);
        }
    }

    @Override
    public boolean swap(String origin, KeptHead kept, KeptHead next) {
        try (PreparedStatement statement = connection.prepareStatement(SWAP)) {
            statement.setLong(1, next.size());
            statement.setBytes(2, next.root().bytes());
            statement.setString(3, next.note());
            statement.setString(4, origin);
            statement.setLong(5, kept.size());
            statement.setBytes(6, kept.root().bytes());
            statement.setString(7, kept.note());
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw failed("replacing the head in " + file, e);
        }
    }

    @Override
    public void close() {
        DurableSqlite.close(connection, file);
    }
}
