package org.cotejo.bench.cosigning;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.SigningKey;
import org.cotejo.merkle.Consistency;
import org.cotejo.merkle.TreeHash;
import org.cotejo.merkle.WholeTree;
import org.cotejo.node.web.HttpWeb;
import org.cotejo.node.web.WebServer;
import org.cotejo.node.witness.LogWitness;
import org.cotejo.node.witness.SqliteWitnessStore;
import org.cotejo.node.witness.WitnessKeys;
import org.cotejo.node.witness.WitnessService;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;

/** Logs that grow and ask one witness all the time: {@code DIR LOGS SECONDS CLIENTS}. Prints cosignatures a second and their latencies. */
final class WitnessLoad {
    private static final int WARM_UP = 3;

    private final List<GrowingLog> logs = new ArrayList<>();
    private final List<Long> nanos = new ArrayList<>();

    private WitnessLoad(int count) {
        for (int i = 0; i < count; i++) {
            logs.add(new GrowingLog(i));
        }
    }

    public static void main(String[] args) throws Exception {
        WitnessLoad load = new WitnessLoad(Integer.parseInt(args[1]));
        load.run(Path.of(args[0]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    }

    private void run(Path folder, int seconds, int clients) throws Exception {
        Path file = folder.resolve("heads.sqlite");
        SqliteWitnessStore.make(file);
        WitnessKeys keys = new WitnessKeys(List.of(
                Skey.of("w.example", Vkey.Kind.COSIGNATURE, new byte[SigningKey.SEED_SIZE]),
                Skey.of("w.example", Vkey.Kind.COSIGNATURE_ML_DSA, new byte[SigningKey.SEED_SIZE])));
        try (SqliteWitnessStore store = SqliteWitnessStore.open(file)) {
            LogWitness witness = new LogWitness(
                    keys,
                    logs.stream().map(log -> new Policy.Log(log.key.vkey(), "")).toList(),
                    store,
                    Clock.systemUTC());
            try (WebServer server = WebServer.start(
                                    "127.0.0.1", 0, WebServer.Limits.LAPTOP, new WitnessService(witness))
                            .orElseThrow();
                    HttpWeb web = new HttpWeb(Duration.ofSeconds(10))) {
                String url = "http://127.0.0.1:" + server.port() + "/add-checkpoint";
                ask(web, url, WARM_UP, clients);
                nanos.clear();
                long from = System.nanoTime();
                ask(web, url, seconds, clients);
                report((System.nanoTime() - from) / 1e9);
            }
        }
    }

    private void ask(HttpWeb web, String url, int seconds, int clients) throws Exception {
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        List<Future<List<Long>>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (int i = 0; i < clients; i++) {
                int client = i;
                running.add(threads.submit(() -> client(web, url, client, clients, until)));
            }
        }
        for (Future<List<Long>> one : running) {
            nanos.addAll(one.get());
        }
    }

    /** Each client has logs of its own, so that no request meets another one of the same log. */
    private List<Long> client(HttpWeb web, String url, int client, int clients, long until) throws IOException {
        List<Long> taken = new ArrayList<>();
        while (System.nanoTime() < until) {
            for (int i = client; i < logs.size(); i += clients) {
                byte[] body = logs.get(i).request();
                long from = System.nanoTime();
                int status = web.post(url, body, 1 << 14).status();
                taken.add(System.nanoTime() - from);
                if (status != 200) {
                    throw new IllegalStateException("the witness answered " + status);
                }
            }
        }
        return taken;
    }

    private void report(double seconds) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%d logs, %d cosignatures in %.1f s: %.0f a second, median %.2f ms, p99 %.2f ms, slowest %.2f ms%n",
                logs.size(),
                sorted.length,
                seconds,
                sorted.length / seconds,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }

    /** A log in memory. */
    private static final class GrowingLog {
        private final Skey key;
        private final WholeTree tree = new WholeTree();
        private final TreeHash hash = new TreeHash();

        GrowingLog(int number) {
            byte[] seed = new byte[SigningKey.SEED_SIZE];
            Arrays.fill(seed, (byte) (number + 1));
            seed[0] = (byte) (number >>> 8);
            key = Skey.of("log" + number + ".example", Vkey.Kind.NOTE, seed);
        }

        byte[] request() {
            long old = tree.size();
            tree.append(hash.leaf(("entry " + old).getBytes(StandardCharsets.UTF_8)));
            List<Hash> proof = old == 0 ? List.of() : Consistency.prove(old, tree.size(), tree);
            StringBuilder header = new StringBuilder("old ").append(old).append('\n');
            proof.forEach(one -> header.append(Base64.getEncoder().encodeToString(one.bytes()))
                    .append('\n'));
            Checkpoint head = new Checkpoint(key.vkey().name(), tree.size(), tree.root());
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(header.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(SignedCheckpoint.of(head, List.of(key), 0).bytes());
            return body.toByteArray();
        }
    }
}
