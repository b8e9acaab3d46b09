package org.cotejo.node.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are held alone and commit to the disk. */
final class DurableSqliteTest {
    @TempDir
    Path dir;

    private Path filled() throws SQLException {
        Path file = dir.resolve("a.db");
        try (Connection connection = DurableSqlite.open(file, true);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (x INTEGER) STRICT");
            statement.execute(
                    "INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000)"
                            + " SELECT i FROM n");
        }
        return file;
    }

    @Test
    void whatWasCommittedIsThereWhenTheFileIsOpenedAgain() throws SQLException {
        try (Connection connection = DurableSqlite.open(filled(), false);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM t")) {
            assertTrue(rows.next());
            assertEquals(9_000, rows.getInt(1));
        }
    }

    @Test
    void noFileIsMadeWhereNoneIsWanted() {
        Path file = dir.resolve("none.db");
        assertThrows(SQLException.class, () -> DurableSqlite.open(file, false).close());
        assertFalse(Files.exists(file));
    }

    @Test
    void theFileIsHeldByOneAlone() throws SQLException {
        Path file = filled();
        try (Connection first = DurableSqlite.open(file, false);
                Statement statement = first.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("COMMIT");
            SQLException e = assertThrows(SQLException.class, () -> {
                try (Connection second = DurableSqlite.open(file, false);
                        Statement write = second.createStatement()) {
                    write.execute("BEGIN IMMEDIATE");
                }
            });
            assertTrue(DurableSqlite.isBusy(e), e::getMessage);
        }
    }

    @Test
    void aPageThatWasOverwrittenIsNotSound() throws SQLException, IOException {
        Path file = filled();
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, 8_192, 12_288, (byte) 0x5a);
        Files.write(file, bytes);
        try (Connection connection = DurableSqlite.open(file, false)) {
            assertFalse(DurableSqlite.isSound(connection));
        }
        assertTrue(isSound(dir.resolve("b.db")));
    }

    private static boolean isSound(Path file) throws SQLException {
        try (Connection connection = DurableSqlite.open(file, true)) {
            return DurableSqlite.isSound(connection);
        }
    }

    @Test
    void aFailureSaysWhatWasBeingDone() {
        SQLException cause = new SQLException("disk I/O error");
        assertEquals("opening x", DurableSqlite.failed("opening x", cause).getMessage());
        assertFalse(DurableSqlite.isBusy(cause));
    }
}
