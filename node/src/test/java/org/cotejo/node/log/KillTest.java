package org.cotejo.node.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.EntryBundle;
import org.cotejo.tlog.TilePath;
import org.cotejo.tlog.TileReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process on a real disk, killed at instants that nobody chose: nothing that it acknowledged is lost, nothing forks, and the next one
 * goes on. A kill takes no power away, so what the disk had not yet written is not lost here: that is what the simulated disk is for.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("cotejo.kills", 6);

    @TempDir
    private Path tmp;

    private LogFolders folders;

    @BeforeEach
    void makeFolders() throws IOException {
        folders =
                new LogFolders(Files.createDirectory(tmp.resolve("keys")), Files.createDirectory(tmp.resolve("site")));
    }

    @Test
    void killedAgainAndAgainNothingAcknowledgedIsLost() throws Exception {
        LogWriter.create(folders, TestKeys.plain(), TestKeys.at(1_000));
        SplittableRandom random = new SplittableRandom(7);
        long acknowledged = 0;
        Optional<Checkpoint> before = Optional.empty();
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged = Math.max(acknowledged, killed(acknowledged, random.nextLong(), random.nextInt(400)));
            Checkpoint head = reopened();
            assertTrue(
                    head.size() >= acknowledged,
                    acknowledged + " entries were acknowledged, " + head.size() + " are there after kill " + kill);
            if (before.isPresent()) {
                mustContinue(before.get(), head);
            }
            before = Optional.of(head);
        }
        Checkpoint last = before.orElseThrow();
        assertTrue(acknowledged > KILLS, "only " + acknowledged + " entries were acknowledged");
        everyEntryIsInItsPlace(last);
    }

    /** Lets a writer work for a while after its first acknowledgement, kills it and returns how many entries it had acknowledged. */
    private long killed(long next, long seed, int millis) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        folders.state().toString(),
                        folders.site().toString(),
                        Long.toString(next),
                        Long.toString(seed))
                .redirectError(tmp.resolve("writer.err").toFile())
                .start();
        try (BufferedReader from = process.inputReader()) {
            String first = from.readLine();
            assertTrue(first != null, () -> "the writer did not start: " + read(tmp.resolve("writer.err")));
            CompletableFuture<String> last =
                    CompletableFuture.supplyAsync(() -> from.lines().reduce(first, (_, line) -> line));
            Thread.sleep(millis);
            // Not by the process itself, which would close the stream under whoever reads what it said last.
            process.toHandle().destroyForcibly();
            process.waitFor();
            return Long.parseLong(last.join());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Opening recovers what the killed writer left; then the head in the folder is the writer's own. */
    private Checkpoint reopened() {
        try (LogWriter log = LogWriter.open(folders, TestKeys.plain(), Pace.usual(), TestKeys.at(1_000))) {
            return log.head().checkpoint();
        }
    }

    private TileReader tiles(Checkpoint head) {
        return TileReader.open(head, path -> {
                    Path file = folders.site().resolve(path.path());
                    try {
                        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .orThrow();
    }

    private void mustContinue(Checkpoint older, Checkpoint newer) {
        if (older.size() > 0) {
            assertTrue(
                    tiles(newer).root(older.size()).orThrow().equals(older.root()),
                    "the head of " + older.size() + " entries is not continued by that of " + newer.size());
        }
    }

    /** All of the folder, read as a stranger reads it, and each entry the one that was appended at its place. */
    private void everyEntryIsInItsPlace(Checkpoint head) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> all = Files.walk(folders.site())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folders.site().relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        assertTrue(WholeSite.verified(files, TestKeys.plain()).isPresent());
        TileReader tiles = tiles(head);
        for (long first = 0; first < head.size(); first += TilePath.FULL) {
            EntryBundle bundle = tiles.bundle(first / TilePath.FULL).orThrow();
            for (int i = 0; i < bundle.count(); i++) {
                assertArrayEquals(KilledWriter.entry(first + i), bundle.entry(i), "entry " + (first + i));
            }
        }
    }
}
