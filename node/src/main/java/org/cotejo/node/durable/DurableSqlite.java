package org.cotejo.node.durable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** Opens SQLite files so that every commit is forced to the disk before it returns (write-ahead log, {@code synchronous=FULL}). */
public final class DurableSqlite {
    private DurableSqlite() {}

    /**
     * Opens a file.
     *
     * @param canMake whether a file is made where there is none
     * @throws SQLException also where the file system makes SQLite fall back to something that is not durable
     */
    public static Connection open(Path file, boolean canMake) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setOpenMode(SQLiteOpenMode.READWRITE);
        if (canMake) {
            config.setOpenMode(SQLiteOpenMode.CREATE);
        }
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        config.setBusyTimeout(0);
        // Elsewhere than on macOS this changes nothing; there a plain fsync does not reach the disk.
        config.setPragma(SQLiteConfig.Pragma.FULL_SYNC, "true");
        Connection connection = null;
        try {
            connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
            mustBe(connection, "journal_mode", "wal");
            mustBe(connection, "synchronous", "2");
            return connection;
        } catch (SQLException e) {
            close(connection, file);
            throw e;
        }
    }

    /** A file system that cannot do what was asked makes SQLite fall back silently: then no commit would be durable. */
    private static void mustBe(Connection connection, String pragma, String expected) throws SQLException {
        String actual = first(connection, pragma);
        if (!expected.equals(actual)) {
            throw new SQLException(pragma + " is " + actual + " and not " + expected);
        }
    }

    private static @Nullable String first(Connection connection, String pragma) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA " + pragma)) {
            return rows.next() ? rows.getString(1) : "nothing";
        }
    }

    /** Whether SQLite finds nothing wrong with the file. */
    public static boolean isSound(Connection connection) throws SQLException {
        return "ok".equals(first(connection, "quick_check"));
    }

    /** Whether it failed since another process holds the file. */
    public static boolean isBusy(SQLException failure) {
        return String.valueOf(failure.getMessage()).contains("SQLITE_BUSY");
    }

    /** Closes what was opened; null where nothing was. */
    public static void close(@Nullable Connection connection, Path file) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw failed("closing " + file, e);
            }
        }
    }

    /** What the machine's failure is thrown as, with what was being done to which file. */
    public static UncheckedIOException failed(String what, SQLException e) {
        return new UncheckedIOException(what, new IOException(e));
    }
}
