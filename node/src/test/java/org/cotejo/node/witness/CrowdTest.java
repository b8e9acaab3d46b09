package org.cotejo.node.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.SigningKey;
import org.cotejo.node.web.HttpWeb;
import org.cotejo.node.web.Web;
import org.cotejo.node.web.WebServer;
import org.cotejo.tlog.Note;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crowd at a real server with its heads on a real disk: whatever comes at once, what was cosigned is one chain. */
class CrowdTest {
    private static final String ORIGIN = "log.example/2027";
    private static final int REQUESTS = 1_000;
    private static final int LARGEST = 60;
    private static final int ANSWER_MOST = 1 << 14;

    @TempDir
    private Path temporary;

    private final GrowingLog one = new GrowingLog(ORIGIN, "a").grow(LARGEST);
    private final GrowingLog two = new GrowingLog(ORIGIN, "b").grow(LARGEST);
    private final Map<Long, Hash> cosigned = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final WitnessKeys keys =
            new WitnessKeys(List.of(Skey.of("w.example", Vkey.Kind.COSIGNATURE, new byte[SigningKey.SEED_SIZE])));

    /** One face asks for one step; told another size, it asks once more from there, as a log does. */
    private void ask(Web web, String url, int seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        GrowingLog face = seed % 2 == 0 ? one : two;
        long from = random.nextInt(LARGEST);
        long to = Math.max(1, Math.min(LARGEST, from + random.nextInt(4)));
        Web.Answer answer = web.post(url, face.request(from, to), ANSWER_MOST);
        statuses.add(answer.status());
        if (answer.status() == 409) {
            from = Long.parseLong(new String(answer.body(), StandardCharsets.UTF_8).strip());
            to = Math.min(LARGEST, from + 1 + random.nextInt(3));
            answer = web.post(url, face.request(from, to), ANSWER_MOST);
            statuses.add(answer.status());
        }
        if (answer.status() == 200) {
            Hash root = face.head(to).checkpoint().root();
            String head = new String(face.head(to).bytes(), StandardCharsets.UTF_8);
            Note note = Note.parse(
                            (head + new String(answer.body(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8))
                    .orThrow();
            assertEquals(1, note.verify(keys.vkeys()).orThrow().size());
            Hash before = cosigned.putIfAbsent(to, root);
            assertTrue(before == null || before.equals(root), "two trees of " + to + " entries are cosigned");
        }
    }

    private boolean isAllOf(GrowingLog face) {
        return cosigned.entrySet().stream()
                .allMatch(entry -> face.head(entry.getKey()).checkpoint().root().equals(entry.getValue()));
    }

    @Test
    void aThousandRequestsForOneLogAtOnceNeverForkIt() throws Exception {
        Path file = temporary.resolve("heads.sqlite");
        SqliteWitnessStore.make(file);
        try (SqliteWitnessStore store = SqliteWitnessStore.open(file)) {
            LogWitness witness =
                    new LogWitness(keys, List.of(one.known()), store, () -> Instant.ofEpochSecond(1_800_000_000));
            WebServer.Limits wide = new WebServer.Limits(1 << 17, 2 * REQUESTS, Duration.ofSeconds(20));
            try (WebServer server = WebServer.start("127.0.0.1", 0, wide, new WitnessService(witness))
                            .orElseThrow();
                    HttpWeb web = new HttpWeb(Duration.ofSeconds(60));
                    ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
                String url = "http://127.0.0.1:" + server.port() + "/add-checkpoint";
                CountDownLatch gate = new CountDownLatch(1);
                List<Future<?>> running = new ArrayList<>();
                for (int i = 0; i < REQUESTS; i++) {
                    int seed = i;
                    running.add(crowd.submit(() -> {
                        gate.await();
                        ask(web, url, seed);
                        return seed;
                    }));
                }
                gate.countDown();
                for (Future<?> run : running) {
                    run.get();
                }
            }
            long held = witness.held().getFirst().checkpoint().size();
            assertEquals(
                    cosigned.keySet().stream().mapToLong(Long::longValue).max().orElse(0), held);
            assertTrue(witness.forks(ORIGIN) <= 100, "evidence without end");
        }
        assertTrue(cosigned.size() >= 5, "only " + cosigned.size() + " heads were cosigned: " + statuses);
        assertTrue(isAllOf(one) || isAllOf(two), "heads of both faces were cosigned");
        assertTrue(
                statuses.stream().allMatch(status -> List.of(200, 409, 422).contains(status)),
                () -> "answered otherwise: " + statuses.stream().distinct().toList());
    }
}
