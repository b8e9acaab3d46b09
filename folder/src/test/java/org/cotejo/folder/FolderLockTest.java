package org.cotejo.folder;

import static org.cotejo.folder.SmallFolder.PARTY;
import static org.cotejo.folder.SmallFolder.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.cotejo.base.RefusedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One writes at a time; the others are told so at once. */
class FolderLockTest {
    private static final long SECONDS_MOST = 60;

    @TempDir
    private Path temporary;

    private SmallFolder small;

    @BeforeEach
    void folder() {
        small = new SmallFolder(temporary.resolve("election"));
        small.deliver(PARTY, "S1: 1 2");
    }

    @Test
    void aSecondWriterOfTheSameProgramIsRefusedAndReadersAreNot() {
        try (FolderWriter writer = small.folder.write()) {
            assertRefused("FOLDER-104", small.folder::write);
            assertRefused("FOLDER-104", ElectionFolder.open(small.path)::write);
            assertEquals(1, small.dossier().rows());
            assertEquals(4, writer.entries());
        }
        small.deliver(PARTY, "S1: 3 4");
        assertEquals(2, small.dossier().rows());
    }

    @Test
    void aWriterOfAnotherProcessIsRefusedWhileThisOneWrites() throws IOException, InterruptedException {
        try (FolderWriter writer = small.folder.write()) {
            assertEquals("FOLDER-104", said(start()));
            assertEquals(4, writer.entries());
        }
        assertEquals("held 4", said(start()));
    }

    @Test
    void thisProcessIsRefusedWhileAnotherOneWrites() throws IOException, InterruptedException {
        Process other = start();
        BufferedReader output = other.inputReader();
        assertEquals("held 4", output.readLine());
        assertRefused("FOLDER-104", small.folder::write);
        assertEquals(1, small.dossier().rows());
        other.outputWriter().close();
        assertTrue(other.waitFor(SECONDS_MOST, TimeUnit.SECONDS));
        small.deliver(PARTY, "S1: 3 4");
    }

    @Test
    void aProcessThatIsKilledWhileItWritesLeavesTheFolderFree() throws IOException, InterruptedException {
        Process other = start();
        assertEquals("held 4", other.inputReader().readLine());
        other.destroyForcibly();
        assertTrue(other.waitFor(SECONDS_MOST, TimeUnit.SECONDS));
        small.deliver(PARTY, "S1: 3 4");
        assertEquals(2, small.dossier().rows());
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        small.path.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String said(Process process) throws IOException, InterruptedException {
        process.outputWriter().close();
        String line = process.inputReader().readLine();
        assertTrue(process.waitFor(SECONDS_MOST, TimeUnit.SECONDS));
        return String.valueOf(line);
    }

    @Test
    void ofManyThreadsThatWriteEachIsRefusedOrItsEntriesAreThere() throws InterruptedException, ExecutionException {
        List<Future<Integer>> done = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 40; i++) {
                done.add(pool.submit(this::deliverOrBusy));
            }
        }
        int committed = 0;
        for (Future<Integer> each : done) {
            committed += each.get();
        }
        assertTrue(committed >= 1);
        assertEquals(committed + 1, small.dossier().rows());
    }

    private int deliverOrBusy() {
        try {
            small.deliver(PARTY, "S1: 3 4");
            return 1;
        } catch (RefusedException e) {
            assertEquals("FOLDER-104", e.problem().code());
            return 0;
        }
    }
}
