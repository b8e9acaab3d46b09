package org.cotejo.node.mirror;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.cotejo.base.Result;
import org.cotejo.node.web.Reply;
import org.cotejo.node.web.Request;
import org.cotejo.node.web.Web;
import org.cotejo.node.witness.Cosigning;
import org.cotejo.node.witness.LogWitness;
import org.cotejo.node.witness.MemoryWitnessStore;
import org.cotejo.node.witness.WitnessKeys;
import org.cotejo.node.witness.WitnessService;
import org.cotejo.publication.SitePath;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.TileReader;
import org.cotejo.tlog.Vkey;
import org.jspecify.annotations.Nullable;

/**
 * A log, three witnesses and three mirrors in one process, under a clock and a network that are simulated. Mirrors 0 and 1 follow the log,
 * mirror 2 follows mirror 0. Machines stop in the middle of their work, are cut off from each other, and their clocks jump.
 */
final class SimWorld implements AutoCloseable {
    /** Who cheats, and how. */
    enum Cheat {
        NOBODY,
        LOG_FORKS,
        LOG_GOES_BACK,
        LOG_CHANGES,
        LOG_HIDES,
        MIRROR_CHANGES,
        MIRROR_HIDES,
        MIRROR_GOES_BACK,
        MIRROR_FORGES
    }

    /** Thrown where a machine stops. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final int COUNT = 3;

    private final SplittableRandom random;
    private final Path folder;
    private final Cheat cheat;
    private final Policy policy;
    private final List<MemoryWitnessStore> stores = new ArrayList<>();
    private final LogWitness[] witnesses = new LogWitness[COUNT];
    private final @Nullable Mirror[] mirrors = new Mirror[COUNT];
    private final long[] skew = new long[2 * COUNT];
    private final Set<String> down = new HashSet<>();
    private final Set<String> cut = new HashSet<>();
    private final Map<String, Integer> stopAfter = new HashMap<>();
    final List<Sighting> seen = new ArrayList<>();
    final List<Cosigning.Came> came = new ArrayList<>();
    private MadePublication log = new MadePublication();
    private MadePublication other = log;
    private Map<String, byte[]> before = Map.of();
    private boolean isCheating;
    private int growAfter = -1;
    private long now = 1_800_000_000;

    SimWorld(long seed, Cheat cheat, Path folder) {
        this.random = new SplittableRandom(seed);
        this.cheat = cheat;
        this.folder = folder;
        log.grow(1 + random.nextInt(random.nextInt(4) == 0 ? 300 : 5), "begun");
        other = log;
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < COUNT; i++) {
            stores.add(new MemoryWitnessStore());
            lines.append("witness w")
                    .append(i)
                    .append(' ')
                    .append(key(i).vkey())
                    .append(" http://w")
                    .append(i)
                    .append("/\n");
        }
        policy = log.policy(lines + "group two 2 w0 w1 w2\nquorum two\n");
        for (int i = 0; i < COUNT; i++) {
            witness(i);
        }
    }

    private static Skey key(int number) {
        return Skey.of("w" + number + ".example", Vkey.Kind.COSIGNATURE, MadePublication.seed(50 + number));
    }

    private void witness(int number) {
        witnesses[number] = new LogWitness(
                new WitnessKeys(List.of(key(number))),
                policy.logs(),
                stores.get(number),
                () -> Instant.ofEpochSecond(now + skew[number]));
    }

    Policy policy() {
        return policy;
    }

    boolean hasForkEvidence() throws IOException {
        for (MemoryWitnessStore store : stores) {
            if (!store.evidence(MadePublication.ORIGIN).isEmpty()) {
                return true;
            }
        }
        for (int i = 0; i < COUNT; i++) {
            for (String name : MirrorFolder.files(folder.resolve("m" + i).resolve("evidence"))) {
                if (name.endsWith(".fork")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What one of them can reach, and through what it sees the others. */
    Web web(String viewer) {
        return new Web() {
            @Override
            public int get(String url, long most, OutputStream sink) throws IOException {
                String host = reached(viewer, url);
                String path = url.substring(("http://" + host + "/").length());
                byte[] bytes = host.startsWith("w")
                        ? answer(host, new Request("GET", "/" + path, new byte[0]))
                                .body()
                        : file(viewer, host, path);
                if (bytes == null) {
                    return 404;
                }
                if (bytes.length > most) {
                    throw new IOException("too long for this reader");
                }
                sink.write(bytes);
                return 200;
            }

            @Override
            public Answer post(String url, byte[] body, int most) throws IOException {
                String host = reached(viewer, url);
                String path = url.substring(("http://" + host).length());
                Reply.Bytes reply = answer(host, new Request("POST", path, body));
                return new Answer(reply.status(), reply.body());
            }
        };
    }

    private String reached(String viewer, String url) throws IOException {
        String host = url.substring("http://".length(), url.indexOf('/', "http://".length()));
        Integer left = stopAfter.computeIfPresent(viewer, (_, count) -> count - 1);
        if (left != null && left <= 0) {
            stopAfter.remove(viewer);
            throw new Stopped();
        }
        if (viewer.startsWith("m") && growAfter > 0 && --growAfter == 0) {
            grow();
        }
        if (down.contains(host) || cut.contains(viewer + host)) {
            throw new IOException("no route to " + host);
        }
        return host;
    }

    private Reply.Bytes answer(String host, Request request) {
        return (Reply.Bytes) new WitnessService(witnesses[host.charAt(1) - '0']).answer(request);
    }

    private byte @org.jspecify.annotations.Nullable [] file(String viewer, String host, String path)
            throws IOException {
        if (host.equals("log")) {
            return logFiles(viewer).get(path);
        }
        Mirror mirror = mirrors[host.charAt(1) - '0'];
        Optional<Path> site = mirror == null ? Optional.empty() : mirror.current();
        if (site.isEmpty()) {
            throw new IOException("503");
        }
        Path file = site.get().resolve(path);
        byte[] bytes = Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
        return isCheating && host.equals("m0") && viewer.equals("m2") ? tampered(path, bytes) : bytes;
    }

    private byte @org.jspecify.annotations.Nullable [] tampered(
            String path, byte @org.jspecify.annotations.Nullable [] bytes) {
        boolean isIt = path.equals("en/always.html");
        return switch (cheat) {
            case MIRROR_CHANGES -> isIt && bytes != null ? flipped(bytes) : bytes;
            case MIRROR_HIDES -> isIt ? null : bytes;
            case MIRROR_GOES_BACK -> before.containsKey(path) ? before.get(path) : bytes;
            case MIRROR_FORGES ->
                path.equals(SitePath.CHECKPOINT)
                        ? SignedCheckpoint.of(
                                        log.head().checkpoint(),
                                        List.of(Skey.of(
                                                MadePublication.ORIGIN, Vkey.Kind.NOTE, MadePublication.seed(9))),
                                        0)
                                .bytes()
                        : bytes;
            case NOBODY, LOG_FORKS, LOG_GOES_BACK, LOG_CHANGES, LOG_HIDES -> bytes;
        };
    }

    private static byte[] flipped(byte[] bytes) {
        byte[] other = bytes.clone();
        other[other.length - 1] ^= 1;
        return other;
    }

    /** The files of the log as one of the others is shown them. */
    private Map<String, byte[]> logFiles(String viewer) {
        if (!isCheating) {
            return log.files();
        }
        Map<String, byte[]> files = log.files();
        switch (cheat) {
            case LOG_FORKS -> files = viewer.equals("m1") ? other.files() : files;
            case LOG_GOES_BACK -> files = before;
            case LOG_CHANGES -> files.put("index.html", flipped(files.getOrDefault("index.html", new byte[1])));
            case LOG_HIDES -> files.remove("index.html");
            case NOBODY, MIRROR_CHANGES, MIRROR_HIDES, MIRROR_GOES_BACK, MIRROR_FORGES -> {
                // the log is honest
            }
        }
        return files;
    }

    /** The log grows and asks its witnesses. A log that forks shows its other face to the last witness. */
    void grow() {
        log.grow(1 + random.nextInt(random.nextInt(6) == 0 ? 280 : 3), "n" + now);
        cosign(log, isCheating && cheat == Cheat.LOG_FORKS ? Set.of("w0", "w1") : Set.of("w0", "w1", "w2"));
        if (isCheating && cheat == Cheat.LOG_FORKS) {
            other.grow(1 + random.nextInt(3), "other" + now);
            cosign(other, Set.of("w1", "w2"));
        }
    }

    private void cosign(MadePublication publication, Set<String> asked) {
        SignedCheckpoint head = publication.head();
        Map<String, byte[]> files = publication.files();
        Result<TileReader> tiles =
                TileReader.open(head.checkpoint(), path -> Optional.ofNullable(files.get(path.path())));
        Policy some = new Policy(
                policy.logs(),
                policy.witnesses().stream()
                        .filter(one -> asked.contains(one.name()))
                        .toList(),
                List.of(),
                Policy.NONE);
        Cosigning.Collected collected =
                Cosigning.collect(head, size -> tiles.then(reader -> reader.consistency(size)), some, web("log"));
        came.addAll(collected.came().values());
        publication.shows(collected.head());
    }

    /** From now on somebody cheats. */
    void beginToCheat() {
        isCheating = true;
        other = log.fork();
        other.grow(1 + random.nextInt(3), "other face");
        log.grow(1 + random.nextInt(3), "one face");
    }

    /** What is published now may be shown again later as if nothing had come since. */
    void remember() {
        before = new TreeMap<>(log.files());
    }

    /** A minute passes in which this and that happens. */
    void minute() {
        now += 60;
        down.removeIf(_ -> random.nextInt(3) == 0);
        cut.removeIf(_ -> random.nextInt(3) == 0);
        for (int i = 0; i < COUNT; i++) {
            if (random.nextInt(8) == 0) {
                down.add("w" + i);
            }
            if (random.nextInt(10) == 0) {
                witness(i);
            }
            if (random.nextInt(10) == 0) {
                skew[i] = random.nextInt(-400, 400);
                skew[COUNT + i] = random.nextInt(-100_000, 100_000);
            }
            for (String to : List.of("log", "m0", "w0", "w1", "w2")) {
                if (random.nextInt(14) == 0) {
                    cut.add("m" + i + to);
                    cut.add("log" + to);
                }
            }
            if (random.nextInt(6) == 0) {
                stopAfter.put("m" + i, 1 + random.nextInt(20));
            }
        }
        if (random.nextInt(8) == 0) {
            down.add("log");
        }
        if (random.nextInt(2) == 0) {
            grow();
        }
        growAfter = random.nextInt(5) == 0 ? 1 + random.nextInt(12) : -1;
        round(random.nextInt(6));
    }

    /** Everything that is broken is mended, and all look at everything. */
    void heal() {
        now += 1_000;
        down.clear();
        cut.clear();
        stopAfter.clear();
        growAfter = -1;
        for (int i = 0; i < COUNT; i++) {
            skew[i] = 0;
        }
        for (int i = 0; i < 3; i++) {
            round(Mirror.ALL);
            now += 60;
        }
    }

    private void round(int again) {
        for (int i = 0; i < COUNT; i++) {
            try {
                Mirror mirror = mirrors[i] == null ? open(i) : mirrors[i];
                mirrors[i] = mirror;
                seen.addAll(mirror.round(again).sightings());
            } catch (Stopped e) {
                close(i);
            }
        }
    }

    private Mirror open(int number) {
        int clock = COUNT + number;
        return Mirror.open(
                folder.resolve("m" + number),
                new Mirror.Wishes(
                        number == 2 ? "http://m0/" : "http://log/", policy, new Limits(1 << 26, 100_000, 1_000, 1)),
                web("m" + number),
                () -> Instant.ofEpochSecond(now + skew[clock]));
    }

    private void close(int number) {
        Mirror mirror = mirrors[number];
        if (mirror != null) {
            mirror.close();
            mirrors[number] = null;
        }
    }

    /** Whether all mirrors hold what the log has now. */
    boolean isAllHeld() {
        for (Mirror mirror : mirrors) {
            boolean isHeld = mirror != null
                    && mirror.current().isPresent()
                    && mirror.newest()
                            .filter(head -> head.checkpoint().equals(log.head().checkpoint()))
                            .isPresent();
            if (!isHeld) {
                return false;
            }
        }
        return true;
    }

    Instant time() {
        return Instant.ofEpochSecond(now);
    }

    @Override
    public void close() {
        for (int i = 0; i < COUNT; i++) {
            close(i);
        }
    }
}
