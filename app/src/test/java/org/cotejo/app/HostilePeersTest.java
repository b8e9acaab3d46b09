package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cotejo.base.Progress;
import org.cotejo.node.web.HttpWeb;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.verify.Answer;
import org.cotejo.verify.Verification;
import org.cotejo.verify.Verifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Strangers at the other end of a real socket: every one of them is survived in bounded memory, is said to be what it is, and is never
 * taken for a proof.
 */
class HostilePeersTest {
    /** More than any reader takes of an answer that it does not want, with what lies in the buffers of two sockets. */
    private static final long TAKEN_MOST = 24L << 20;

    @TempDir
    private Path temporary;

    private DrillSandbox sandbox;
    private DrillSandbox.Person person;

    @BeforeEach
    void begin() {
        sandbox = new DrillSandbox(temporary.resolve("sandbox"), "en");
        person = sandbox.person("person");
    }

    @AfterEach
    void end() {
        sandbox.close();
    }

    private SmallSite small() {
        return SmallSite.publishedAt("2027-03-01T20:00:00Z", temporary.resolve("small"));
    }

    private static Verification verified(String address, @Nullable Policy policy) {
        try (WebFiles files = new WebFiles(address, Duration.ofMillis(700))) {
            return Verifier.verify(files, new Verifier.Trust(policy, null, false), Progress.NONE)
                    .verification();
        }
    }

    private static Policy policy(SmallSite small) throws IOException {
        return Policy.parse(Files.readAllBytes(small.policy())).orThrow();
    }

    @ParameterizedTest
    @EnumSource(HostileServer.Trick.class)
    void aReaderIsNeverHeldUpNorToldThatAllIsWell(HostileServer.Trick trick) {
        try (HostileServer server = HostileServer.of(trick)) {
            switch (trick) {
                // What comes whole, or so much of it that it is seen to be too long, is judged; what does not come is
                // no judgement.
                case ENDLESS_BODY, MILLION_EMPTY_LINES ->
                    assertEquals(
                            Answer.REFUTED, verified(server.address(), null).verdict());
                case SLOW_BODY, SILENT, ENDLESS_HEADER, REDIRECT_LOOP, REDIRECT_ELSEWHERE, JUNK, CUT_OFF ->
                    assertThrows(UncheckedIOException.class, () -> verified(server.address(), null));
            }
            assertTrue(server.sent() < TAKEN_MOST, trick + ": " + server.sent());
        }
    }

    @ParameterizedTest
    @EnumSource(HostileServer.Trick.class)
    void aMirrorSaysWhatItSawAndServesNothingOfIt(HostileServer.Trick trick) {
        try (HostileServer server = HostileServer.of(trick)) {
            DrillSandbox.Ran ran =
                    sandbox.run(person, "mirror", server.address(), person.at("mirror"), "--once", "--wait", 1);
            String code = switch (trick) {
                case ENDLESS_BODY, SLOW_BODY, REDIRECT_LOOP, REDIRECT_ELSEWHERE -> "MIRROR-213";
                case SILENT, ENDLESS_HEADER, JUNK, CUT_OFF -> "MIRROR-211";
                case MILLION_EMPTY_LINES -> "MIRROR-205";
            };
            assertTrue(ran.said().contains(code), trick + ": " + ran.said());
            assertEquals(trick == HostileServer.Trick.MILLION_EMPTY_LINES ? Exit.REFUTED : Exit.UNCHECKED, ran.exit());
            assertTrue(!Files.exists(person.at("mirror/site")), "nothing is served");
            assertTrue(server.sent() < TAKEN_MOST, trick + ": " + server.sent());
        }
    }

    @ParameterizedTest
    @EnumSource(HostileServer.Trick.class)
    void aHostileWitnessCostsItsOwnCosignatureAlone(HostileServer.Trick trick) throws IOException {
        SmallSite small = small();
        DrillSandbox.Person party = sandbox.person("party");
        assertEquals(
                Exit.PROVEN,
                sandbox.run(party, "witness", "init", "w.example.org/1", "--policy", small.policy())
                        .exit());
        byte[] before = Files.readAllBytes(small.site().resolve("checkpoint"));
        try (HostileServer server = HostileServer.of(trick)) {
            String key = WitnessFolder.found(party.places().keys(), null)
                    .keys()
                    .vkeys()
                    .getFirst()
                    .toString();
            Path policy = person.at("w.policy");
            DrillSandbox.write(
                    policy,
                    DrillSandbox.text(small.policy())
                            .replace("quorum none", "witness w " + key + " " + server.address() + "\nquorum w"));
            DrillSandbox.Ran ran = sandbox.run(person, "log", "cosign", small.site(), "--policy", policy, "--wait", 1);
            assertEquals(Exit.UNCHECKED, ran.exit(), ran.said());
            assertTrue(ran.said().contains("w: is away") || ran.said().contains("w: did not cosign"), ran.said());
            assertEquals(
                    SignedCheckpoint.parse(before).orThrow(),
                    SignedCheckpoint.parse(Files.readAllBytes(small.site().resolve("checkpoint")))
                            .orThrow());
            assertTrue(server.sent() < TAKEN_MOST, trick + ": " + server.sent());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = HostileServer.Trick.class,
            names = {"ENDLESS_BODY", "SLOW_BODY", "CUT_OFF", "MILLION_EMPTY_LINES"})
    void aMirrorThatIsTrueUpToOneTileIsNotBelieved(HostileServer.Trick trick) throws IOException {
        SmallSite small = small();
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> all = Files.walk(small.site())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(small.site().relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        assertTrue(files.keySet().removeIf(path -> path.startsWith("tile/entries/")));
        Policy policy = policy(small);
        try (HostileServer server = HostileServer.of(trick, files)) {
            switch (trick) {
                case ENDLESS_BODY, MILLION_EMPTY_LINES -> {
                    Verification verification = verified(server.address(), policy);
                    assertEquals(Answer.REFUTED, verification.verdict());
                    assertTrue(verification.problems().stream()
                            .anyMatch(problem -> problem.kind().code().equals("PUB-206")));
                }
                case SLOW_BODY, CUT_OFF, SILENT, ENDLESS_HEADER, REDIRECT_LOOP, REDIRECT_ELSEWHERE, JUNK ->
                    assertThrows(RuntimeException.class, () -> verified(server.address(), policy));
            }
        }
    }

    /** Clients that want a witness to be busy, while an honest one asks. */
    @Test
    void aWitnessAnswersWhileHundredsOfOthersHoldTheirRequestsBack() throws IOException {
        SmallSite small = small();
        DrillSandbox.Person party = sandbox.person("party");
        sandbox.run(party, "witness", "init", "w.example.org/1", "--policy", small.policy());
        DrillSandbox.Running serving = sandbox.start(party, "witness", "serve", "--port", 0);
        int port = Integer.parseInt(serving.address().replaceAll("^.*:([0-9]+)/$", "$1"));
        List<Socket> held = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                held.add(socket);
                String begun = switch (i % 4) {
                    case 0 -> "POST /add-checkpoint HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\nold ";
                    case 1 -> "GET / HTTP/1.1\r\nHost: x\r\nX-Half: ";
                    case 2 -> "\u0016\u0003\u0001 hello";
                    default -> "";
                };
                socket.getOutputStream().write(begun.getBytes(StandardCharsets.ISO_8859_1));
            }
            Path policy = person.at("w.policy");
            String key = WitnessFolder.found(party.places().keys(), null)
                    .keys()
                    .vkeys()
                    .getFirst()
                    .toString();
            DrillSandbox.write(
                    policy,
                    DrillSandbox.text(small.policy())
                            .replace("quorum none", "witness w " + key + " " + serving.address() + "\nquorum w"));
            for (int i = 0; i < 20; i++) {
                // Replayed: the same head again and again is the same answer again and again.
                DrillSandbox.Ran ran = sandbox.run(person, "log", "cosign", small.site(), "--policy", policy);
                assertEquals(Exit.PROVEN, ran.exit(), ran.said());
            }
        } finally {
            for (Socket socket : held) {
                socket.close();
            }
        }
    }

    @Test
    void aServerOfMirrorsRefusesHugeHeadersAndPathsThatLeadOut() throws IOException {
        SmallSite small = small();
        Files.writeString(small.temporary().resolve("secret"), "secret");
        DrillSandbox.Served served = sandbox.serve(small.site());
        int port = Integer.parseInt(served.address().replaceAll("^.*:([0-9]+)/$", "$1"));
        assertTrue(asked(port, "GET / HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(1 << 20) + "\r\n\r\n")
                .startsWith("HTTP/1.1 431"));
        for (String path : List.of("/../secret", "/tile/../../secret", "/%2e%2e/secret", "/..%2fsecret", "//secret")) {
            String said = asked(port, "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertTrue(said.startsWith("HTTP/1.1 4"), path + ": " + said);
        }
        assertTrue(asked(port, "BREW / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                .startsWith("HTTP/1.1 405"));
        try (HttpWeb web = new HttpWeb(Duration.ofSeconds(10))) {
            assertEquals(
                    200, web.get(served.address() + "checkpoint", 1 << 16, java.io.OutputStream.nullOutputStream()));
        }
    }

    private static String asked(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                InputStream in = socket.getInputStream()) {
            socket.setSoTimeout(20_000);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // it hung up before all of it was sent, after it answered
            }
            return new String(in.readNBytes(200), StandardCharsets.US_ASCII);
        }
    }
}
