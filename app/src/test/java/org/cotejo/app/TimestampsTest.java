package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.cotejo.base.Progress;
import org.cotejo.crypto.Sha256;
import org.cotejo.tlog.Policy;
import org.cotejo.verify.PublicationProblem;
import org.cotejo.verify.Verification;
import org.cotejo.verify.Verifier;
import org.cotejo.verify.time.TimeTrust;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second clock, from the request to the verified publication, with a real authority and with proofs made here. */
class TimestampsTest {
    private static final String LONG_AGO = "2020-03-01T20:00:00Z";

    @TempDir
    static Path shared;

    private static Openssl authority;

    @TempDir
    private Path temporary;

    private SmallSite small;
    private final TypedCommands typed = new TypedCommands();

    @BeforeAll
    static void anAuthority() throws IOException {
        authority = Openssl.authority(shared.resolve("authority"));
    }

    @BeforeEach
    void publish() {
        small = SmallSite.publishedAt(LONG_AGO, temporary);
    }

    private Path stamped() throws IOException {
        Path request = temporary.resolve("head.tsq");
        assertEquals(Exit.PROVEN, typed.run("log", "timestamp", "request", small.site(), "--into", request));
        return authority.answer(request, "head.tsr");
    }

    private int attach(Path file) {
        return typed.run("log", "timestamp", "attach", small.site(), file);
    }

    private int verify(Object... more) {
        return verifyAt(small.site().toString(), more);
    }

    private int verifyAt(String where, Object... more) {
        Object[] words = new Object[6 + more.length];
        System.arraycopy(
                new Object[] {"verify", where, "--policy", small.policy(), "--forget", "--json"}, 0, words, 0, 6);
        System.arraycopy(more, 0, words, 6, more.length);
        return typed.run(words);
    }

    @Test
    void aTokenIsAttachedAndProvenByThePinnedAuthorityAlone() throws IOException {
        assertEquals(Exit.PROVEN, attach(stamped()));
        typed.assertSays("[could not check]");
        assertEquals(Exit.PROVEN, verify());
        typed.assertSays("\"verdict\":\"proven\"", "\"answer\":\"unchecked\"", "\"problems\":[]");
        assertEquals(Exit.PROVEN, verify("--tsa-cert", authority.certificate()));
        typed.assertSays("\"answer\":\"proven\",\"at\":\"2", "\"problems\":[]");
    }

    @Test
    void withNobodyPinnedThereIsNoProofAndThatIsSaid() throws IOException {
        assertEquals(Exit.PROVEN, attach(stamped()));
        assertEquals(Exit.PROVEN, typed.run("verify", small.site(), "--policy", small.policy(), "--forget"));
        typed.assertSays("[could not check] a timestamp over the first", "--tsa-cert");
    }

    @Test
    void whoeverAsksForAProofIsToldThatThereIsNone() throws IOException {
        assertEquals(Exit.UNCHECKED, verify("--tsa-cert", authority.certificate()));
        typed.assertSays("PUB-217");
        Openssl stranger = Openssl.authority(temporary.resolve("stranger"));
        assertEquals(Exit.PROVEN, attach(stamped()));
        assertEquals(Exit.UNCHECKED, verify("--tsa-cert", stranger.certificate()));
        typed.assertSays("PUB-217", "\"signatures\":\"unchecked\"");
    }

    @Test
    void itStaysTrueWhenTheLogHasGrownAndIsKeptWhenItIsPublishedAgain() throws IOException {
        Path answer = stamped();
        assertEquals(Exit.PROVEN, attach(answer));
        List<String> before = small.files("timestamp");
        assertEquals(2, before.size(), before::toString);
        small.grow();
        assertEquals(before, small.files("timestamp"));
        assertEquals(Exit.PROVEN, verify("--tsa-cert", authority.certificate()));
        typed.assertSays("\"answer\":\"proven\"");
    }

    @Test
    void anAnswerThatComesLateIsRecognisedByTheEarlierHead() throws IOException {
        Path answer = stamped();
        small.grow();
        assertEquals(Exit.PROVEN, attach(answer));
        assertEquals(Exit.PROVEN, verify("--tsa-cert", authority.certificate()));
        typed.assertSays("\"answer\":\"proven\"");
    }

    @Test
    void attachingTwiceIsAttachingOnce() throws IOException {
        Path answer = stamped();
        assertEquals(Exit.PROVEN, attach(answer));
        List<String> once = small.files("timestamp");
        assertEquals(Exit.PROVEN, attach(answer));
        assertEquals(once, small.files("timestamp"));
    }

    @Test
    void aTimestampOfSomethingElseIsNotAttachedAndRefutesWhereItWasPutByHand() throws IOException {
        SmallSite other = SmallSite.publishedAt("2021-01-01T00:00:00Z", temporary.resolve("other"));
        Path request = temporary.resolve("other.tsq");
        assertEquals(Exit.PROVEN, typed.run("log", "timestamp", "request", other.site(), "--into", request));
        Path answer = authority.answer(request, "other.tsr");
        assertEquals(Exit.BAD_INPUT, attach(answer));
        typed.assertComplains("APP-142");
        assertEquals(List.of(), small.files("timestamp"));
        putByHand(Files.readAllBytes(answer), size(), ".tsr");
        assertEquals(Exit.REFUTED, verify());
        typed.assertSays("PUB-216", "\"answer\":\"refuted\"");
    }

    private void putByHand(byte[] file, String entries, String ending) throws IOException {
        Path folder = Files.createDirectories(small.site().resolve("timestamp").resolve(entries));
        Files.write(folder.resolve(Sha256.of(file).hex() + ending), file);
    }

    private String size() throws IOException {
        return Files.readAllLines(small.site().resolve("checkpoint")).get(1);
    }

    @Test
    void aFileOfAnotherNameIsExtraAndAChangedOneIsRefuted() throws IOException {
        Path answer = stamped();
        Path loose = small.site().resolve("timestamp/mine.tsr");
        Files.createDirectories(small.site().resolve("timestamp"));
        Files.copy(answer, loose);
        assertEquals(Exit.REFUTED, verify());
        typed.assertSays("PUB-204", "timestamp/mine.tsr");
        Files.delete(loose);
        assertEquals(Exit.PROVEN, attach(answer));
        Path attached = small.site().resolve(small.files("timestamp").getFirst());
        byte[] bytes = Files.readAllBytes(attached);
        bytes[bytes.length - 9] ^= 1;
        Files.write(attached, bytes);
        assertEquals(Exit.REFUTED, verify());
        typed.assertSays("PUB-216");
    }

    @Test
    void garbageIsRefusedByNameAndByContent() throws IOException {
        Path note = Files.writeString(temporary.resolve("note.txt"), "a note");
        assertEquals(Exit.BAD_INPUT, attach(note));
        typed.assertComplains("APP-141");
        assertEquals(Exit.BAD_INPUT, attach(Files.copy(note, temporary.resolve("note.tsr"))));
        typed.assertComplains("TIME-101");
        assertEquals(Exit.BAD_INPUT, attach(Files.copy(note, temporary.resolve("note.ots"))));
        typed.assertComplains("TIME-103");
        assertEquals(Exit.MACHINE_FAILED, attach(temporary.resolve("nothing.tsr")));
        assertEquals(Exit.BAD_INPUT, verify("--tsa-cert", note));
        typed.assertComplains("TIME-104");
        for (String headers :
                List.of("", "abc", "{", "{\"1\":\"00\"}", "{\"x\":\"00\"}", "{\"1\":1}", "{\"1\":\"zz\"}", "{}")) {
            Files.writeString(note, headers);
            assertEquals(Exit.BAD_INPUT, verify("--bitcoin-headers", note), headers);
            assertTrue(typed.complained().matches("(?s).*(TIME-105|APP-144).*"), headers + ": " + typed.complained());
        }
        Files.createDirectories(small.site().resolve("timestamp"));
        Files.writeString(small.site().resolve("timestamp/index"), "timestamp/index\n");
        assertEquals(Exit.REFUTED, verify());
        typed.assertSays("PUB-204");
    }

    @Test
    void overTheWebTheListSaysWhereToLook() throws IOException {
        assertEquals(Exit.PROVEN, attach(stamped()));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/", SimpleFileServer.createFileHandler(small.site().toAbsolutePath()));
        server.start();
        try {
            String address = "http://localhost:" + server.getAddress().getPort();
            assertEquals(Exit.PROVEN, verifyAt(address, "--tsa-cert", authority.certificate()));
            typed.assertSays("\"answer\":\"proven\"");
            assertEquals(Exit.PROVEN, typed.run("log", "show", address, "--tsa-cert", authority.certificate()));
            typed.assertSays("[proven] timestamp/");
            Files.delete(small.site().resolve(small.files("timestamp").getFirst()));
            assertEquals(Exit.PROVEN, verifyAt(address));
            typed.assertSays("\"answer\":\"unchecked\"", "it is missing");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aPublicationThatSaysALaterTimeThanItsTokenIsRefuted() throws IOException {
        small = SmallSite.publishedAt("2150-01-01T00:00:00Z", temporary.resolve("late"));
        assertEquals(Exit.PROVEN, attach(stamped()));
        assertEquals(Exit.UNCHECKED, verify(), "nobody is pinned, but one's own clock does not believe it");
        typed.assertSays("PUB-224");
        assertEquals(Exit.REFUTED, verify("--tsa-cert", authority.certificate()));
        typed.assertSays("PUB-221");
    }

    @Test
    void aTimestampOverMoreThanTheLogHasIsRefuted() throws IOException {
        byte[] answer = Files.readAllBytes(stamped());
        putByHand(answer, "1" + size(), ".tsr");
        assertEquals(Exit.REFUTED, verify());
        typed.assertSays("PUB-216");
    }

    @Test
    void aProofOfOpenTimestampsGoesFromAPromiseToABlock() throws IOException {
        Path text = temporary.resolve("head.txt");
        assertEquals(Exit.PROVEN, typed.run("log", "timestamp", "request", small.site(), "--text", text));
        assertEquals(Files.readAllLines(small.site().resolve("checkpoint")).subList(0, 3), Files.readAllLines(text));
        byte[] root = Sha256.of(joined(Sha256.of(Files.readAllBytes(text)).bytes(), new byte[] {1, 2}))
                .bytes();
        // append two bytes, SHA-256, then a promise of a calendar or block 5
        String begin = "004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e892940108"
                + Sha256.of(Files.readAllBytes(text)).hex() + "f0020102" + "08";
        Path promise = written("promise.ots", begin + "00" + "83dfe30d2ef90c8e" + "0c0b" + "68747470733a2f2f612e62");
        Path block = written("block.ots", begin + "00" + "0588960d73d71901" + "01" + "05");
        assertEquals(Exit.PROVEN, attach(promise));
        typed.assertSays("https://a.b");
        assertEquals(Exit.PROVEN, attach(block));
        typed.assertSays("block 5");
        assertEquals(Exit.PROVEN, verify());
        Path headers = Files.writeString(
                temporary.resolve("headers.json"), "{\"5\": \"" + HexFormat.of().formatHex(header(root)) + "\"}");
        // A header that anybody can make proves nothing, whatever its root, and refutes nothing.
        assertEquals(Exit.UNCHECKED, verify("--bitcoin-headers", headers));
        typed.assertSays("PUB-217", "chain for tests");
        Files.writeString(headers, "{\"5\": \"" + HexFormat.of().formatHex(header(new byte[32])) + "\"}");
        assertEquals(Exit.UNCHECKED, verify("--bitcoin-headers", headers));
        typed.assertSays("PUB-217", "chain for tests");
    }

    private Path written(String name, String hex) throws IOException {
        return Files.write(temporary.resolve(name), HexFormat.of().parseHex(hex));
    }

    private static byte[] joined(byte[] one, byte[] two) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(two);
        return both.toByteArray();
    }

    /** A header of the easiest target; about every second nonce meets it. */
    private static byte[] header(byte[] root) {
        ByteBuffer header = ByteBuffer.allocate(80).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(1).put(new byte[32]).put(root).putInt(1_800_000_000).putInt(0x207fffff);
        for (int nonce = 0; ; nonce++) {
            header.putInt(76, nonce);
            byte[] twice = Sha256.of(Sha256.of(header.array()).bytes()).bytes();
            if (twice[31] >= 0 && twice[31] < 0x7f) {
                return header.array().clone();
            }
        }
    }

    @Test
    void theSecondProgramCallsItNoExtraFileAndNoProofEither() throws Exception {
        assertEquals(Exit.PROVEN, attach(stamped()));
        String said = second();
        assertTrue(said.contains("COULD NOT CHECK who gave the time: 1 are over heads of this log"), said);
        assertFalse(said.contains("PUB-2"), said);
        Path attached = small.site().resolve(small.files("timestamp").getFirst());
        byte[] bytes = Files.readAllBytes(attached);
        bytes[bytes.length - 1] ^= 1;
        Files.write(attached, bytes);
        assertTrue(second().contains("PUB-216"), "another file than its name says");
    }

    private String second() throws IOException, InterruptedException {
        Path said = temporary.resolve("second.txt");
        Path program = Path.of(System.getProperty("cotejo.root")).resolve("second/cotejo-verify.mjs");
        new ProcessBuilder(
                        "node",
                        program.toString(),
                        "site",
                        small.site().toString(),
                        "--policy",
                        small.policy().toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        return Files.readString(said);
    }

    @Test
    void theRequestIsWrittenOnlyWhereSomebodySaysWhere() {
        assertEquals(Exit.BAD_INPUT, typed.run("log", "timestamp", "request", small.site()));
        typed.assertComplains("APP-109");
        assertEquals(Exit.BAD_INPUT, typed.run("log", "timestamp"));
        assertFalse(Files.exists(temporary.resolve("head.tsq")));
    }

    @Test
    void aTimestampOverAHeadWithoutEntriesSaysNothing() throws IOException {
        putByHand(Files.readAllBytes(stamped()), "0", ".tsr");
        assertEquals(Exit.PROVEN, verify());
        typed.assertSays("without entries", "\"answer\":\"unchecked\"");
        assertEquals(Exit.UNCHECKED, verify("--tsa-cert", authority.certificate()));
        typed.assertSays("PUB-217");
    }

    @Test
    void showingALogAnswersByItsExitCodeWhatItWasAsked() throws IOException {
        Object[] show = {"log", "show", small.site(), "--tsa-cert", authority.certificate()};
        assertEquals(Exit.UNCHECKED, typed.run(show), "a time was asked for, and none is there");
        assertEquals(Exit.PROVEN, attach(stamped()));
        assertEquals(Exit.PROVEN, typed.run(show));
        Openssl stranger = Openssl.authority(temporary.resolve("stranger"));
        assertEquals(Exit.UNCHECKED, typed.run("log", "show", small.site(), "--tsa-cert", stranger.certificate()));
        assertEquals(Exit.PROVEN, typed.run("log", "show", small.site()), "nothing was asked for");
        putByHand(Files.readAllBytes(stamped()), "1" + size(), ".tsr");
        assertEquals(Exit.REFUTED, typed.run("log", "show", small.site()));
        assertEquals(Exit.REFUTED, typed.run(show));
    }

    @Test
    void aPublicationOfTomorrowIsBelievedAndOneOfTheDayAfterIsNot() throws IOException {
        Policy policy = Policy.parse(Files.readAllBytes(small.policy())).orThrow();
        Instant published = Instant.parse(LONG_AGO);
        for (int hours : new int[] {0, 23, 25}) {
            Instant now = published.minus(Duration.ofHours(hours));
            Verification answered = Verifier.verify(
                            new DiskFiles(small.site()),
                            new Verifier.Trust(policy, null, false, TimeTrust.NONE, now),
                            Progress.NONE)
                    .verification();
            assertEquals(
                    hours > 24,
                    answered.problems().stream().anyMatch(one -> one.kind() == PublicationProblem.FUTURE),
                    hours + " hours ahead");
        }
    }
}
