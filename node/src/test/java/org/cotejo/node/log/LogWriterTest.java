package org.cotejo.node.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.cotejo.base.RefusedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The writer on the disk of this machine, with SQLite as its store. */
class LogWriterTest {
    @TempDir
    Path tmp;

    private LogFolders folders;

    @BeforeEach
    void makeFolders() throws IOException {
        folders =
                new LogFolders(Files.createDirectory(tmp.resolve("keys")), Files.createDirectory(tmp.resolve("site")));
    }

    private void create() {
        LogWriter.create(folders, TestKeys.plain(), TestKeys.at(1_000));
    }

    private LogWriter open() {
        return LogWriter.open(folders, TestKeys.plain(), Pace.usual(), TestKeys.at(1_000));
    }

    private static List<byte[]> entries(int from, int count) {
        List<byte[]> entries = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            entries.add(("entry " + i).getBytes(StandardCharsets.UTF_8));
        }
        return entries;
    }

    private WholeSite site() throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> all = Files.walk(folders.site())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folders.site().relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return WholeSite.verified(files, TestKeys.plain()).orElseThrow();
    }

    private static void mustRefuse(String code, Runnable call) {
        assertEquals(
                code, assertThrows(RefusedException.class, call::run).problem().code());
    }

    @Test
    void howManyEntriesThereAreIsNotAskedWhileSomebodyWrites() {
        assertTrue(LogWriter.kept(folders.state(), TestKeys.plain()).isEmpty());
        create();
        assertEquals(0, LogWriter.kept(folders.state(), TestKeys.plain()).orElseThrow());
        try (LogWriter _ = open()) {
            mustRefuse("LOG-103", () -> LogWriter.kept(folders.state(), TestKeys.plain()));
        }
        assertEquals(0, LogWriter.kept(folders.state(), TestKeys.plain()).orElseThrow());
    }

    @Test
    void entriesKeepTheirPlacesAcrossOpenings() throws Exception {
        create();
        int next = 0;
        for (int count : new int[] {254, 3, 600}) {
            try (LogWriter log = open()) {
                assertEquals(next, log.append(entries(next, count)).orThrow().first());
            }
            next += count;
        }
        WholeSite site = site();
        site.mustHoldNothingElse();
        assertTrue(site.holds(entries(0, 857)));
    }

    @Test
    void aBulkIsWholeAndReachesOverSeveralBatches() throws Exception {
        create();
        List<byte[]> all = entries(0, 20_000);
        try (LogWriter log = open()) {
            Bulk bulk = log.bulk();
            assertTrue(log.bulk().finish().isEmpty());
            for (byte[] entry : all) {
                byte[] wide = new byte[entry.length + 5];
                System.arraycopy(entry, 0, wide, 2, entry.length);
                bulk.entry(wide, 2, entry.length);
            }
            assertEquals(16_384, bulk.appended());
            assertEquals(20_000, bulk.finish().orElseThrow().head().checkpoint().size());
            assertEquals(20_000, bulk.appended());
            assertEquals(20_000, log.head().checkpoint().size());
        }
        assertTrue(site().holds(all));
    }

    @Test
    void aBulkThatIsRefusedSaysWhyAndHowFarItCame() throws Exception {
        create();
        LogWriter log = open();
        log.close();
        Bulk bulk = log.bulk();
        bulk.entry(new byte[3], 0, 3);
        assertEquals(
                "LOG-111",
                assertThrows(RefusedException.class, bulk::finish).problem().code());
        assertEquals(0, bulk.appended());
    }

    @Test
    void manyCallersGetIndexesThatAreUniqueAndContiguous() throws Exception {
        create();
        TreeSet<Long> firsts = new TreeSet<>();
        try (LogWriter log = open();
                ExecutorService callers = Executors.newFixedThreadPool(8)) {
            List<Callable<Long>> calls = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                List<byte[]> mine = entries(10 * i, 10);
                calls.add(() -> log.append(mine).orThrow().first());
            }
            for (Future<Long> answer : callers.invokeAll(calls)) {
                assertTrue(firsts.add(answer.get()));
            }
        }
        long expected = 0;
        for (long first : firsts) {
            assertEquals(expected, first);
            expected += 10;
        }
        assertEquals(400, site().size());
    }

    @Test
    void aLogIsCreatedOnceAndOpenedOnlyWhereItWasCreated() {
        mustRefuse("LOG-102", this::open);
        create();
        mustRefuse("LOG-101", this::create);
        LogFolders otherKeys = new LogFolders(tmp, folders.site());
        mustRefuse("LOG-118", () -> LogWriter.create(otherKeys, TestKeys.plain(), TestKeys.at(1_000)));
    }

    @Test
    void onlyOneWriterHasItOpen() {
        create();
        try (LogWriter log = open()) {
            assertEquals(0, log.head().checkpoint().size());
            mustRefuse("LOG-103", this::open);
        }
        open().close();
    }

    @Test
    void aCheckpointOfAnotherKeyIsRefused() {
        create();
        mustRefuse("LOG-109", () -> LogWriter.open(folders, TestKeys.other(), Pace.usual(), TestKeys.at(1_000)));
    }

    @Test
    void anOldKeptHeadIsRefused() throws Exception {
        create();
        byte[] old = Files.readAllBytes(folders.heads());
        try (LogWriter log = open()) {
            log.append(entries(0, 5)).orThrow();
        }
        for (String name : List.of("heads.sqlite-wal", "heads.sqlite-shm")) {
            Files.deleteIfExists(folders.state().resolve(name));
        }
        Files.write(folders.heads(), old);
        mustRefuse("LOG-105", this::open);
    }

    @Test
    void aLostPublicFolderIsRebuiltFromTheRightEntriesOnly() throws Exception {
        create();
        try (LogWriter log = open()) {
            log.append(entries(0, 600)).orThrow();
        }
        Path lost = tmp.resolve("lost");
        Files.move(folders.site(), lost);
        Files.createDirectory(folders.site());
        mustRefuse("LOG-106", this::open);
        mustRefuse("LOG-115", () -> rebuild(entries(0, 599)));
        mustRefuse("LOG-115", () -> rebuild(entries(1, 600)));
        try (Stream<Path> left = Files.list(folders.site())) {
            assertEquals(0, left.count());
        }
        rebuild(entries(0, 600));
        assertTrue(site().holds(entries(0, 600)));
        mustRefuse("LOG-119", () -> rebuild(entries(0, 600)));
        try (LogWriter log = open()) {
            assertEquals(600, log.append(entries(600, 1)).orThrow().first());
        }
        assertTrue(site().holds(entries(0, 601)));
    }

    private void rebuild(List<byte[]> entries) {
        LogWriter.rebuild(folders, TestKeys.plain(), entries, TestKeys.at(1_000));
    }
}
