package org.cotejo.node.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cotejo.base.Result;
import org.cotejo.crypto.SigningKey;
import org.cotejo.node.web.HttpWeb;
import org.cotejo.node.web.LimitException;
import org.cotejo.node.web.Reply;
import org.cotejo.node.web.Service;
import org.cotejo.node.web.WebServer;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cosignatures of real witnesses over HTTP, of some that are away, and of some that lie. */
class CosigningTest {
    private static final WebServer.Limits SMALL = new WebServer.Limits(1 << 17, 64, Duration.ofSeconds(2));

    private final List<WebServer> servers = new ArrayList<>();
    private final GrowingLog log = new GrowingLog("log.example/2027", "a").grow(300);
    private final HttpWeb web = new HttpWeb(Duration.ofSeconds(2));

    @AfterEach
    void stop() {
        servers.forEach(WebServer::close);
        web.close();
    }

    private String serve(Service service) {
        WebServer server = WebServer.start("127.0.0.1", 0, SMALL, service).orElseThrow();
        servers.add(server);
        return "http://127.0.0.1:" + server.port() + "/";
    }

    private static Skey key(int number, Vkey.Kind kind) {
        byte[] seed = new byte[SigningKey.SEED_SIZE];
        Arrays.fill(seed, (byte) (100 + number));
        return Skey.of("w" + number + ".example", kind, seed);
    }

    private LogWitness witness(int number) {
        return new LogWitness(
                new WitnessKeys(List.of(key(number, Vkey.Kind.COSIGNATURE), key(number, Vkey.Kind.COSIGNATURE_ML_DSA))),
                List.of(log.known()),
                new MemoryWitnessStore(),
                () -> Instant.ofEpochSecond(1_800_000_000));
    }

    private static String line(int number, Vkey.Kind kind, String url) {
        return "witness w" + number + (kind == Vkey.Kind.COSIGNATURE ? "" : "-pq") + " "
                + key(number, kind).vkey() + " " + url + "\n";
    }

    private Policy policy(String lines) {
        return Policy.parse(("log " + log.key().vkey() + "\n" + lines).getBytes(StandardCharsets.UTF_8))
                .orThrow();
    }

    private Cosigning.Collected collect(SignedCheckpoint head, Policy policy) {
        return Cosigning.collect(
                head, size -> Result.ok(log.proof(size, head.checkpoint().size())), policy, web);
    }

    @Test
    void aQuorumOfKindsIsReachedAlthoughOneWitnessIsAway() {
        String lines = line(1, Vkey.Kind.COSIGNATURE, serve(new WitnessService(witness(1))))
                + line(2, Vkey.Kind.COSIGNATURE, "http://127.0.0.1:1/")
                + line(3, Vkey.Kind.COSIGNATURE, serve(new WitnessService(witness(3))))
                + "group parties any w1 w2\ngroup civil any w3\ngroup both all parties civil\nquorum both\n";
        Policy policy = policy(lines);
        Cosigning.Collected first = collect(log.head(200), policy);
        assertTrue(policy.verify(first.head()) instanceof Result.Ok, first.came()::toString);
        assertEquals(2, first.added());
        // Again for a newer head: each witness first says what it has, and then gets the proof.
        Cosigning.Collected second = collect(log.head(300), policy);
        assertTrue(policy.verify(second.head()) instanceof Result.Ok, second.came()::toString);
        // And again for the same one: a note does not grow with each round.
        Cosigning.Collected third = collect(second.head(), policy);
        assertEquals(
                second.head().note().signatures().size(),
                third.head().note().signatures().size());
    }

    @Test
    void theKeyThatNoQuantumComputerForgesCosignsToo() {
        String url = serve(new WitnessService(witness(1)));
        Policy policy = policy(line(1, Vkey.Kind.COSIGNATURE, url) + line(1, Vkey.Kind.COSIGNATURE_ML_DSA, url)
                + "group all all w1 w1-pq\nquorum all\n");
        assertTrue(policy.verify(collect(log.head(300), policy).head()) instanceof Result.Ok);
    }

    @Test
    void aWitnessThatHoldsAnotherHeadIsSaidToAndItsViewIsBrought() {
        LogWitness witness = witness(1);
        GrowingLog other = new GrowingLog("log.example/2027", "b").grow(250);
        assertEquals(200, witness.addCheckpoint(other.request(0, 250)).status());
        Policy policy = policy(line(1, Vkey.Kind.COSIGNATURE, serve(new WitnessService(witness))) + "quorum w1\n");
        for (long size : List.of(200L, 250L, 300L)) {
            Cosigning.Came came =
                    collect(log.head(size), policy).came().values().iterator().next();
            Cosigning.Came.OtherView view = assertInstanceOf(Cosigning.Came.OtherView.class, came);
            assertEquals(other.head().checkpoint(), view.view().orElseThrow().checkpoint());
        }
    }

    @Test
    void whatAWitnessAnswersIsBelievedOnlyIfItsKeySigned() {
        List<Service> liars = List.of(
                request -> Reply.text(200, "— w1.example AAAAAAAAAAA="),
                request -> Reply.text(200, ""),
                request -> Reply.text(
                        200,
                        key(2, Vkey.Kind.COSIGNATURE)
                                .sign(log.head(300).checkpoint(), 5)
                                .line()),
                request -> Reply.text(
                        200,
                        key(1, Vkey.Kind.COSIGNATURE)
                                .sign(log.head(299).checkpoint(), 5)
                                .line()),
                request -> Reply.text(409, "no number"),
                request -> Reply.text(409, "-5"),
                request -> Reply.text(409, "99999999999999999999"),
                request -> Reply.text(500, "\u0007 broken"),
                request -> Reply.text(302, "elsewhere"));
        for (Service liar : liars) {
            Policy policy = policy(line(1, Vkey.Kind.COSIGNATURE, serve(liar)) + "quorum w1\n");
            Cosigning.Collected collected = collect(log.head(300), policy);
            assertEquals(0, collected.added());
            assertInstanceOf(
                    Cosigning.Came.Refused.class,
                    collected.came().values().iterator().next());
            assertEquals(log.head(300), collected.head());
        }
    }

    @Test
    void anEndlessAnswerCostsTheWitnessItsOwnCosignatureAlone() {
        Policy policy = policy(line(1, Vkey.Kind.COSIGNATURE, serve(request -> Reply.text(200, "x".repeat(1 << 20))))
                + "quorum w1\n");
        Cosigning.Came came =
                collect(log.head(300), policy).came().values().iterator().next();
        assertInstanceOf(Cosigning.Came.Away.class, came);
    }

    /** A server that accepts and then says nothing, or a byte now and then, for ever. */
    @Test
    void aServerThatIsSlowForEverIsGivenUp() throws IOException {
        try (ServerSocket slow = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
                HttpWeb impatient = new HttpWeb(Duration.ofMillis(400))) {
            Thread.ofVirtual().start(() -> trickle(slow));
            String url = "http://127.0.0.1:" + slow.getLocalPort() + "/";
            org.junit.jupiter.api.Assertions.assertThrows(
                    LimitException.class, () -> impatient.get(url, 1 << 20, new ByteArrayOutputStream()));
        }
    }

    private static void trickle(ServerSocket server) {
        try (Socket socket = server.accept()) {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 10_000; i++) {
                out.write('x');
                out.flush();
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException e) {
            // the client has gone
        }
    }

    @Test
    void hostileClientsGetTheirRefusalAndOthersTheirAnswer() throws Exception {
        String url = serve(new WitnessService(witness(1)));
        int port = servers.getFirst().port();
        try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), port);
                Socket half = new Socket(InetAddress.getLoopbackAddress(), port);
                Socket junk = new Socket(InetAddress.getLoopbackAddress(), port)) {
            half.getOutputStream()
                    .write("POST /add-checkpoint HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\nold"
                            .getBytes(StandardCharsets.US_ASCII));
            junk.getOutputStream().write(new byte[4_000]);
            assertEquals(
                    413,
                    web.post(url + "add-checkpoint", new byte[1 << 20], 1 << 10).status());
            try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
                List<Future<Integer>> answers = new ArrayList<>();
                for (int i = 0; i < 200; i++) {
                    byte[] body = i % 2 == 0 ? log.request(0, 1 + i) : new byte[i];
                    answers.add(threads.submit(() ->
                            web.post(url + "add-checkpoint", body, 1 << 16).status()));
                }
                long granted = 0;
                for (Future<Integer> answer : answers) {
                    granted += answer.get() == 200 ? 1 : 0;
                }
                assertEquals(1, granted);
            }
            assertTrue(silent.isConnected());
            try (InputStream in = half.getInputStream()) {
                half.setSoTimeout(20_000);
                // Given up on after the patience: closed, or told so.
                String said = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
                assertTrue(said.isEmpty() || said.startsWith("HTTP/1.1 4"), said);
            }
        }
    }
}
