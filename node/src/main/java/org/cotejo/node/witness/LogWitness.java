package org.cotejo.node.witness;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.merkle.Consistency;
import org.cotejo.merkle.TreeHash;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.ForkEvidence;
import org.cotejo.tlog.Note;
import org.cotejo.tlog.NoteSignature;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.Vkey;

/**
 * Cosigns heads of the logs that it knows. Of one log one request is judged at a time, and its head is durable before the cosignature
 * leaves; so whatever comes at once, the heads that it ever cosigned continue each other. After a failure of its store it cosigns nothing
 * more until it is opened anew. Safe for use by several threads.
 */
public final class LogWitness {
    /** What it answers: status, content type and body of the protocol. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Answered(int status, String type, byte[] body) {
        private static Answered of(int status, String text) {
            return new Answered(status, TEXT, (text + "\n").getBytes(StandardCharsets.UTF_8));
        }

        /** The body as text. */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Most bytes of a body that it reads: 16 signatures of ML-DSA-44 and a proof have 60,000. */
    public static final int BODY_MOST = 1 << 17;

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String SIZE = "text/x.tlog.size";

    /** A log with the keys of which one must have signed. Its monitor is held while one of its heads is judged. */
    private record Known(String origin, List<Vkey> keys) {}

    private final WitnessKeys keys;
    private final WitnessStore store;
    private final InstantSource clock;
    private final Map<String, Known> logs;
    private volatile boolean isStopped;

    /** A witness of these logs; the store must be its own, that of no other key. */
    public LogWitness(WitnessKeys keys, List<Policy.Log> logs, WitnessStore store, InstantSource clock) {
        this.keys = keys;
        this.store = store;
        this.clock = clock;
        this.logs = logs.stream()
                .map(log -> log.key().name())
                .distinct()
                .collect(Collectors.toMap(
                        origin -> origin,
                        origin -> new Known(
                                origin,
                                logs.stream()
                                        .map(Policy.Log::key)
                                        .filter(key -> key.name().equals(origin))
                                        .toList()),
                        (one, _) -> one,
                        HashMap::new));
    }

    /** {@code POST add-checkpoint}. */
    public Answered addCheckpoint(byte[] body) {
        Optional<AddCheckpoint> read = body.length > BODY_MOST ? Optional.empty() : AddCheckpoint.parse(body);
        if (read.isEmpty()) {
            return Answered.of(
                    400,
                    "malformed request: 'old SIZE', up to 63 hashes in base64, an empty line and a note were expected");
        }
        return switch (Note.parse(read.get().note())) {
            case Result.Refused<Note>(Problem problem) -> malformed(read.get().note(), problem);
            case Result.Ok<Note>(Note note) -> of(read.get(), note);
        };
    }

    /** A note of a known log without a line that can be read is one that nobody signed. */
    private Answered malformed(byte[] note, Problem problem) {
        String text = new String(note, StandardCharsets.UTF_8);
        if (!text.contains("\n\n")) {
            return Answered.of(400, "malformed note: " + problem.line("en"));
        }
        return logs.containsKey(text.substring(0, text.indexOf('\n')))
                ? Answered.of(403, "invalid signature: " + problem.line("en"))
                : Answered.of(404, "unknown log");
    }

    private Answered of(AddCheckpoint request, Note note) {
        Known log = logs.get(note.text().substring(0, note.text().indexOf('\n')));
        if (log == null) {
            return Answered.of(404, "unknown log");
        }
        if (note.verify(log.keys()) instanceof Result.Refused<List<Note.Verified>>(Problem problem)) {
            return Answered.of(403, "invalid signature: " + problem.line("en"));
        }
        return switch (Checkpoint.parse(note.text())) {
            case Result.Refused<Checkpoint>(Problem problem) ->
                Answered.of(400, "malformed checkpoint: " + problem.line("en"));
            case Result.Ok<Checkpoint>(Checkpoint head) -> {
                if (request.old() > head.size()) {
                    yield Answered.of(400, "old is larger than the checkpoint's size");
                }
                if (head.size() == 0 && !head.root().equals(TreeHash.EMPTY)) {
                    yield Answered.of(422, "the root is not that of an empty tree");
                }
                yield judged(log, request, new SignedCheckpoint(head, note));
            }
        };
    }

    private Answered judged(Known log, AddCheckpoint request, SignedCheckpoint asked) {
        synchronized (log) {
            if (isStopped) {
                return Answered.of(503, "this witness has stopped after a failure of its disk");
            }
            try {
                return cosigned(log, request, asked);
            } catch (UncheckedIOException e) {
                // Whether the head was kept is unknown: nothing may be said any more.
                isStopped = true;
                return Answered.of(500, "this witness failed and has stopped");
            }
        }
    }

    private Answered cosigned(Known log, AddCheckpoint request, SignedCheckpoint asked) {
        Optional<Held> held = store.read(log.origin());
        long size = held.map(one -> one.checkpoint().size()).orElse(0L);
        held.ifPresent(one -> evidence(log, one.head(), asked));
        if (request.old() != size) {
            return new Answered(409, SIZE, (size + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        Checkpoint head = asked.checkpoint();
        Hash root = held.map(one -> one.checkpoint().root()).orElse(TreeHash.EMPTY);
        Optional<String> broken = broken(size, root, head, request.proof());
        if (broken.isPresent()) {
            return Answered.of(422, broken.get());
        }
        long seconds = clock.instant().getEpochSecond();
        long before = held.map(Held::seconds).orElse(0L);
        if (seconds < before) {
            return Answered.of(503, "the clock of this witness went back; it cosigns nothing before " + before);
        }
        if (held.isPresent() && held.get().checkpoint().equals(head) && seconds == before) {
            // Asked again within the second: the same line, which costs neither a signature nor the disk.
            return lines(held.get());
        }
        List<NoteSignature> own =
                keys.keys().stream().map(key -> key.sign(head, seconds)).toList();
        List<NoteSignature> all = new java.util.ArrayList<>(asked.note().signatures().stream()
                .filter(line -> log.keys().stream().anyMatch(line::isBy))
                .toList());
        all.addAll(own);
        Held next = new Held(new SignedCheckpoint(head, new Note(head.text(), all)), seconds);
        if (!store.swap(size, next)) {
            return Answered.of(500, "the store changed under this witness");
        }
        return lines(next);
    }

    /** Why a head does not continue the one that is held; empty if it does. */
    private static Optional<String> broken(long size, Hash root, Checkpoint head, List<Hash> proof) {
        if (size == 0) {
            return proof.isEmpty()
                    ? Optional.empty()
                    : Optional.of("a consistency proof from the empty tree has no hashes");
        }
        return Consistency.verify(size, head.size(), root, head.root(), proof)
                        instanceof Result.Refused<Hash>(Problem problem)
                ? Optional.of("the consistency proof does not hold: " + problem.line("en"))
                : Optional.empty();
    }

    /** Two heads of one size with different roots, both signed by the log: that needs no proof and is kept for ever. */
    private void evidence(Known log, SignedCheckpoint held, SignedCheckpoint asked) {
        Checkpoint one = held.checkpoint();
        Checkpoint other = asked.checkpoint();
        if (one.size() == other.size() && !one.root().equals(other.root())) {
            List<NoteSignature> signed = asked.note().signatures().stream()
                    .filter(line -> log.keys().stream().anyMatch(line::isBy))
                    .toList();
            SignedCheckpoint bare = new SignedCheckpoint(other, new Note(other.text(), signed));
            if (ForkEvidence.of(held, bare).verify(log.keys()) instanceof Result.Ok<ForkEvidence>(ForkEvidence fork)) {
                store.keep(fork);
            }
        }
    }

    private Answered lines(Held held) {
        String lines = held.head().note().signatures().stream()
                .filter(line -> keys.vkeys().stream().anyMatch(line::isBy))
                .map(line -> line.line() + "\n")
                .collect(Collectors.joining());
        return new Answered(200, TEXT, lines.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code GET <hex SHA-256 of the origin>/checkpoint}: the newest head that it cosigned; 404 where there is none. */
    public Answered checkpoint(String originHash) {
        return logs.keySet().stream()
                .filter(origin ->
                        Sha256.of(origin.getBytes(StandardCharsets.UTF_8)).hex().equals(originHash))
                .findFirst()
                .flatMap(store::read)
                .map(held -> new Answered(200, TEXT, held.head().bytes()))
                .orElseGet(() -> Answered.of(404, "no head of such a log was cosigned"));
    }

    /** The heads that it holds. */
    public List<Held> held() {
        return store.all();
    }

    /** How many forks of a log it has seen. */
    public int forks(String origin) {
        return store.evidence(origin).size();
    }

    /** The logs that it knows, in the order of their names. */
    public List<String> origins() {
        return logs.keySet().stream().sorted().toList();
    }

    /** Its public keys. */
    public List<Vkey> vkeys() {
        return keys.vkeys();
    }

    /** Whether its store failed, so that nothing is cosigned any more. */
    public boolean isStopped() {
        return isStopped;
    }

    @Override
    public String toString() {
        return "the log witness " + Objects.requireNonNull(keys.name());
    }
}
