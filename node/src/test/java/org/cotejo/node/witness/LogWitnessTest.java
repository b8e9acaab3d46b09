package org.cotejo.node.witness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.cotejo.base.RefusedException;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.merkle.TreeHash;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.ForkEvidence;
import org.cotejo.tlog.Note;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness answers as the protocol says, and whatever is sent, the heads that it cosigned continue each other. */
class LogWitnessTest {
    private static final String ORIGIN = "log.example/2027";

    @TempDir
    private Path temporary;

    private final AtomicLong seconds = new AtomicLong(1_800_000_000);
    private final WitnessKeys keys = new WitnessKeys(List.of(
            Skey.of("w.example", Vkey.Kind.COSIGNATURE, new byte[32]),
            Skey.of("w.example", Vkey.Kind.COSIGNATURE_ML_DSA, new byte[32])));
    private final GrowingLog log = new GrowingLog(ORIGIN, "a").grow(20);

    private LogWitness witness(WitnessStore store) {
        return new LogWitness(keys, List.of(log.known()), store, () -> Instant.ofEpochSecond(seconds.get()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aHeadThatContinuesIsCosignedWithBothKeys() {
        LogWitness witness = witness(new MemoryWitnessStore());
        LogWitness.Answered answered = witness.addCheckpoint(log.request(0, 3));
        assertEquals(200, answered.status());
        Note note = Note.parse(bytes(new String(log.head(3).bytes(), StandardCharsets.UTF_8) + answered.text()))
                .orThrow();
        List<Note.Verified> verified = note.verify(keys.vkeys()).orThrow();
        assertEquals(keys.vkeys(), verified.stream().map(Note.Verified::key).toList());
        assertTrue(verified.stream().allMatch(one -> one.seconds() == seconds.get()));
        assertEquals(200, witness.addCheckpoint(log.request(3, 11)).status());
        assertEquals(200, witness.addCheckpoint(log.request(11, 20)).status());
        LogWitness.Answered view = witness.checkpoint(Sha256.of(bytes(ORIGIN)).hex());
        assertEquals(
                log.head().checkpoint(),
                SignedCheckpoint.parse(view.body()).orThrow().checkpoint());
        assertEquals(404, witness.checkpoint(Sha256.of(bytes("other")).hex()).status());
    }

    @Test
    void everyRefusalHasTheStatusOfTheProtocol() {
        LogWitness witness = witness(new MemoryWitnessStore());
        assertEquals(200, witness.addCheckpoint(log.request(0, 3)).status());
        GrowingLog other = new GrowingLog(ORIGIN, "b").grow(20);
        GrowingLog unknown = new GrowingLog("unknown.example", "a").grow(3);
        Skey stranger = Skey.of(ORIGIN, Vkey.Kind.NOTE, new byte[32]);
        IdentityHashMap<byte[], Integer> expected = new IdentityHashMap<>();
        expected.put(new byte[0], 400);
        expected.put(bytes("old 0\n"), 400);
        expected.put(bytes("old 01\n\n" + text(log.head(4))), 400);
        expected.put(bytes("old -1\n\n" + text(log.head(4))), 400);
        expected.put(bytes("old 99999999999999999999\n\n" + text(log.head(4))), 400);
        expected.put(bytes("old 3\nAAAA\n\n" + text(log.head(4))), 400);
        expected.put(bytes("old 3\n" + "KgEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n".repeat(64) + "\n"), 400);
        expected.put(bytes("old 0\n\nno note"), 400);
        expected.put(new byte[LogWitness.BODY_MOST + 1], 400);
        expected.put(unknown.request(0, 3), 404);
        expected.put(new AddCheckpoint(3, List.of(), signed(log.head(4).checkpoint(), stranger)).bytes(), 403);
        expected.put(new AddCheckpoint(3, List.of(), flipped(log.head(4).bytes())).bytes(), 403);
        expected.put(bytes("old 3\n\n" + extended()), 400);
        expected.put(new AddCheckpoint(9, List.of(), log.head(4).bytes()).bytes(), 400);
        expected.put(
                new AddCheckpoint(
                                0,
                                List.of(),
                                signed(
                                        new Checkpoint(
                                                ORIGIN,
                                                0,
                                                log.head(1).checkpoint().root()),
                                        log.key()))
                        .bytes(),
                422);
        expected.put(log.request(2, 5), 409);
        expected.put(log.request(0, 5), 409);
        expected.put(new AddCheckpoint(3, List.of(), log.head(5).bytes()).bytes(), 422);
        expected.put(new AddCheckpoint(3, other.proof(3, 5), other.head(5).bytes()).bytes(), 422);
        expected.put(new AddCheckpoint(3, List.of(), other.head(3).bytes()).bytes(), 422);
        expected.put(new AddCheckpoint(3, log.proof(3, 5), log.head(3).bytes()).bytes(), 422);
        expected.forEach((body, status) -> {
            LogWitness.Answered answered = witness.addCheckpoint(body);
            assertEquals(status, answered.status(), () -> new String(body, StandardCharsets.UTF_8) + answered.text());
        });
        assertEquals("3\n", witness.addCheckpoint(log.request(0, 5)).text());
        assertEquals(
                "text/x.tlog.size", witness.addCheckpoint(log.request(0, 5)).type());
        assertEquals(3, witness.held().getFirst().checkpoint().size());
        GrowingLog fresh = new GrowingLog(ORIGIN, "a").grow(4);
        assertEquals(
                422,
                witness(new MemoryWitnessStore())
                        .addCheckpoint(new AddCheckpoint(
                                        0, fresh.proof(2, 4), fresh.head().bytes())
                                .bytes())
                        .status());
    }

    private static String text(SignedCheckpoint head) {
        return new String(head.bytes(), StandardCharsets.UTF_8);
    }

    private static byte[] signed(Checkpoint head, Skey key) {
        return SignedCheckpoint.of(head, List.of(key), 0).bytes();
    }

    private String extended() {
        String text = log.head(4).checkpoint().text() + "more\n";
        return text(new Note(text, List.of(log.key().sign(text))));
    }

    private static String text(Note note) {
        return new String(note.bytes(), StandardCharsets.UTF_8);
    }

    /** The note with another last character in its signature that is still base64. */
    private static byte[] flipped(byte[] note) {
        byte[] flipped = note.clone();
        int at = flipped.length - 10;
        flipped[at] = (byte) (flipped[at] == 'A' ? 'B' : 'A');
        return flipped;
    }

    @Test
    void theEmptyTreeMayComeFirst() {
        LogWitness witness = witness(new MemoryWitnessStore());
        byte[] empty = signed(new Checkpoint(ORIGIN, 0, TreeHash.EMPTY), log.key());
        assertEquals(
                200,
                witness.addCheckpoint(new AddCheckpoint(0, List.of(), empty).bytes())
                        .status());
        assertEquals(200, witness.addCheckpoint(log.request(0, 7)).status());
        assertEquals(
                409,
                witness.addCheckpoint(new AddCheckpoint(0, List.of(), empty).bytes())
                        .status());
    }

    @Test
    void twoHeadsOfOneSizeAreKeptAsEvidenceThatAnybodyCanCheck() {
        MemoryWitnessStore store = new MemoryWitnessStore();
        LogWitness witness = witness(store);
        GrowingLog other = new GrowingLog(ORIGIN, "b").grow(5);
        assertEquals(200, witness.addCheckpoint(log.request(0, 5)).status());
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    422,
                    witness.addCheckpoint(
                                    new AddCheckpoint(5, List.of(), other.head().bytes()).bytes())
                            .status());
            assertEquals(409, witness.addCheckpoint(other.request(0, 5)).status());
        }
        assertEquals(1, witness.forks(ORIGIN));
        ForkEvidence.parse(store.evidence(ORIGIN).getFirst())
                .orThrow()
                .verify(List.of(log.known().key()))
                .orThrow();
    }

    @Test
    void aClockThatWentBackStopsCosigningAndNothingElse() {
        LogWitness witness = witness(new MemoryWitnessStore());
        assertEquals(200, witness.addCheckpoint(log.request(0, 5)).status());
        seconds.addAndGet(-60);
        assertEquals(503, witness.addCheckpoint(log.request(5, 6)).status());
        assertEquals(5, witness.held().getFirst().checkpoint().size());
        seconds.addAndGet(61);
        assertEquals(200, witness.addCheckpoint(log.request(5, 6)).status());
    }

    @Test
    void whatWasCosignedIsThereWhenTheProgramStartsAgain() {
        Path file = temporary.resolve("heads.sqlite");
        assertEquals("WITNESS-103", refusal(() -> SqliteWitnessStore.open(file)));
        SqliteWitnessStore.make(file);
        try (SqliteWitnessStore store = SqliteWitnessStore.open(file)) {
            assertEquals(200, witness(store).addCheckpoint(log.request(0, 5)).status());
            assertEquals("WITNESS-102", refusal(() -> SqliteWitnessStore.open(file)));
            GrowingLog other = new GrowingLog(ORIGIN, "b").grow(5);
            assertEquals(409, witness(store).addCheckpoint(other.request(0, 5)).status());
        }
        try (SqliteWitnessStore store = SqliteWitnessStore.open(file)) {
            LogWitness witness = witness(store);
            assertEquals(409, witness.addCheckpoint(log.request(0, 7)).status());
            assertEquals(1, witness.forks(ORIGIN));
            assertEquals(200, witness.addCheckpoint(log.request(5, 7)).status());
        }
    }

    private static String refusal(Runnable asked) {
        return assertThrows(RefusedException.class, asked::run).problem().code();
    }

    @Test
    void aDamagedStoreIsRefused() throws IOException {
        Path file = temporary.resolve("heads.sqlite");
        Files.write(file, bytes("this is no database, but it has some length, as files do".repeat(50)));
        assertThrows(RuntimeException.class, () -> SqliteWitnessStore.open(file));
    }

    @Test
    void afterTheDiskFailedNothingIsCosigned() {
        WitnessStore failing = new MemoryStoreThatFails();
        LogWitness witness = witness(failing);
        assertEquals(500, witness.addCheckpoint(log.request(0, 5)).status());
        assertEquals(503, witness.addCheckpoint(log.request(0, 5)).status());
        assertTrue(witness.isStopped());
    }

    /** A store whose disk is full. */
    private static final class MemoryStoreThatFails implements WitnessStore {
        @Override
        public Optional<Held> read(String origin) {
            return Optional.empty();
        }

        @Override
        public List<Held> all() {
            return List.of();
        }

        @Override
        public boolean swap(long size, Held next) {
            throw new UncheckedIOException("keeping", new IOException("no space left"));
        }

        @Override
        public void keep(ForkEvidence evidence) {
            throw new UncheckedIOException("keeping", new IOException("no space left"));
        }

        @Override
        public List<byte[]> evidence(String origin) {
            return List.of();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    /** Both faces of a forked log from many threads: of each size at most one root is ever cosigned, and they are one chain. */
    @Test
    void manyRequestsAtOnceNeverForkALog() throws Exception {
        Path file = temporary.resolve("heads.sqlite");
        SqliteWitnessStore.make(file);
        GrowingLog one = new GrowingLog(ORIGIN, "a").grow(40);
        GrowingLog two = new GrowingLog(ORIGIN, "b").grow(40);
        Map<Long, Hash> cosigned = new ConcurrentHashMap<>();
        AtomicLong granted = new AtomicLong();
        try (SqliteWitnessStore store = SqliteWitnessStore.open(file);
                ExecutorService threads = Executors.newFixedThreadPool(16)) {
            LogWitness witness = witness(store);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                int seed = i;
                running.add(threads.submit(() -> {
                    SplittableRandom random = new SplittableRandom(seed);
                    GrowingLog face = random.nextBoolean() ? one : two;
                    long from = random.nextInt(4) == 0
                            ? 0
                            : witness.held().stream()
                                    .mapToLong(held -> held.checkpoint().size())
                                    .findFirst()
                                    .orElse(0);
                    long to = Math.min(40, from + random.nextInt(4));
                    if (to > 0
                            && witness.addCheckpoint(face.request(Math.min(from, to), to))
                                            .status()
                                    == 200) {
                        granted.incrementAndGet();
                        Hash root = face.head(to).checkpoint().root();
                        Hash before = cosigned.putIfAbsent(to, root);
                        assertTrue(before == null || before.equals(root), "two trees of " + to + " entries");
                    }
                }));
            }
            for (Future<?> run : running) {
                run.get();
            }
        }
        assertTrue(granted.get() >= 5, "only " + granted + " cosignatures");
        boolean isOne = cosigned.entrySet().stream()
                .allMatch(entry -> one.head(entry.getKey()).checkpoint().root().equals(entry.getValue()));
        boolean isTwo = cosigned.entrySet().stream()
                .allMatch(entry -> two.head(entry.getKey()).checkpoint().root().equals(entry.getValue()));
        assertTrue(isOne || isTwo, "heads of both faces were cosigned");
    }

    @Test
    void aRequestIsReadBackAndNoChangedByteBreaksTheReader() {
        byte[] request = log.request(3, 11);
        AddCheckpoint read = AddCheckpoint.parse(request).orElseThrow();
        assertArrayEquals(request, read.bytes());
        LogWitness witness = witness(new MemoryWitnessStore());
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 2_000; i++) {
            byte[] changed = request.clone();
            for (int j = 0; j <= random.nextInt(3); j++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            int status = witness.addCheckpoint(changed).status();
            assertTrue(status >= 200 && status < 500, () -> "status " + status);
        }
    }
}
