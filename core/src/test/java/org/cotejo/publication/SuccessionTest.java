package org.cotejo.publication;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;
import org.junit.jupiter.api.Test;

/** One log after another: what a succession says is signed by the key that takes over, and no changed byte is believed. */
class SuccessionTest {
    private static final Skey OLD = key("log.example/2027", Vkey.Kind.NOTE, 1);
    private static final Skey NEW = key("log.example/2027~2", Vkey.Kind.NOTE, 2);
    private static final Skey WITNESS = key("witness.example", Vkey.Kind.COSIGNATURE, 3);
    private static final Skey THIEF = key("log.example/2027~2", Vkey.Kind.NOTE, 4);
    private static final Instant AT = Instant.parse("2027-03-02T10:00:00Z");
    private static final Checkpoint HEAD = new Checkpoint("log.example/2027", 118, Sha256.of(new byte[] {7}));

    private static Skey key(String name, Vkey.Kind kind, int seed) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return Skey.of(name, kind, bytes);
    }

    private static SignedCheckpoint last() {
        return SignedCheckpoint.of(HEAD, List.of(OLD, WITNESS), 1_800_000_000L);
    }

    private static Succession succession() {
        return Succession.signed(OLD.vkey(), NEW, Succession.Reason.STOLEN, AT, last());
    }

    private static Policy policy(String quorum) {
        return new Policy(
                List.of(new Policy.Log(NEW.vkey(), "")),
                List.of(new Policy.Witness("w", WITNESS.vkey(), "")),
                List.of(),
                quorum);
    }

    private static String code(Result<?> result) {
        return result instanceof Result.Refused<?>(Problem problem) ? problem.code() : "ok";
    }

    private static Result<Succession> read(String text) {
        return Succession.parse(text.getBytes(StandardCharsets.UTF_8)).then(Succession::verify);
    }

    @Test
    void itIsReadBackByteForByteAndVerifies() {
        for (Succession.Reason reason : Succession.Reason.values()) {
            Succession made = Succession.signed(OLD.vkey(), NEW, reason, AT, last());
            Succession read =
                    Succession.parse(made.bytes()).then(Succession::verify).orThrow();
            assertArrayEquals(made.bytes(), read.bytes());
            assertEquals(made, read);
            assertEquals(
                    made.with(OLD),
                    Succession.parse(made.with(OLD).bytes())
                            .then(Succession::verify)
                            .orThrow());
        }
    }

    @Test
    void theOldKeyAloneMakesNoSuccession() {
        String text = succession().note().text();
        String byOld = text + "\n" + OLD.sign(text).line() + "\n";
        assertEquals("SUCC-102", code(read(byOld)));
        String byThief = text + "\n" + THIEF.sign(text).line() + "\n";
        assertEquals("SUCC-102", code(read(byThief)));
    }

    @Test
    void aHeadThatTheOldKeyDidNotSignIsRefused() {
        SignedCheckpoint forged = SignedCheckpoint.of(HEAD, List.of(key("log.example/2027", Vkey.Kind.NOTE, 9)), 1);
        assertEquals(
                "SUCC-103",
                code(Succession.signed(OLD.vkey(), NEW, Succession.Reason.LOST, AT, forged)
                        .verify()));
    }

    @Test
    void anOriginIsNeverUsedAgain() {
        Skey same = key("log.example/2027", Vkey.Kind.NOTE, 2);
        assertThrows(
                RuntimeException.class,
                () -> Succession.signed(OLD.vkey(), same, Succession.Reason.STOLEN, AT, last()));
    }

    @Test
    void noChangedByteIsBelieved() {
        byte[] bytes = succession().bytes();
        Random random = new Random(3);
        for (int round = 0; round < 3_000; round++) {
            byte[] changed = bytes.clone();
            int at = random.nextInt(changed.length);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            Result<Succession> result = Succession.parse(changed).then(Succession::verify);
            assertTrue(!(result instanceof Result.Ok<Succession>), "byte " + at);
        }
        for (int length = 0; length < bytes.length; length += 7) {
            assertTrue(
                    !(Succession.parse(Arrays.copyOf(bytes, length)) instanceof Result.Ok<Succession>),
                    "cut at " + length);
        }
    }

    @Test
    void eachLineThatIsNotInItsFormIsNamed() {
        String text = new String(succession().bytes(), StandardCharsets.UTF_8);
        assertEquals("SUCC-101", code(read(text.replace("succession 1", "succession 2"))));
        assertEquals("SUCC-101", code(read(text.replace("reason stolen", "reason eaten"))));
        assertEquals("SUCC-101", code(read(text.replace("made 2027-03-02T10:00:00Z", "made yesterday"))));
        assertEquals("SUCC-101", code(read(text.replace("made 2027", "extra line\nmade 2027"))));
        assertEquals("NOTE-103", code(read(text.replace("from log", "from  log"))));
        assertEquals("SUCC-101", code(Succession.parse(new byte[Succession.SIZE_MOST + 1])));
    }

    @Test
    void theWitnessesOfAPolicySpeakOfTheLastHead() {
        assertTrue(succession().witnessed(policy("w")).orThrow().isReached());
        Succession bare = Succession.signed(
                OLD.vkey(), NEW, Succession.Reason.STOLEN, AT, SignedCheckpoint.of(HEAD, List.of(OLD), 1));
        assertTrue(!bare.witnessed(policy("w")).orThrow().isReached());
        assertTrue(bare.witnessed(policy(Policy.NONE)).orThrow().isReached());
    }

    @Test
    void aPolicyCarriesItAndEverybodyElsePassesOverIt() {
        Hash next = Sha256.of(new byte[] {1});
        PinnedPolicy pinned = new PinnedPolicy(policy("w"), next, succession());
        byte[] file = pinned.bytes(List.of("What to pin."));
        PinnedPolicy read = PinnedPolicy.parse(file).orThrow();
        assertEquals(pinned, read);
        assertEquals(policy("w"), Policy.parse(file).orThrow());
        PinnedPolicy plain = PinnedPolicy.parse(policy("w").bytes()).orThrow();
        assertEquals(new PinnedPolicy(policy("w"), null, null), plain);
    }

    @Test
    void aPolicyThatPinsNonsenseIsRefusedWithItsLine() {
        String file =
                new String(new PinnedPolicy(policy("w"), null, succession()).bytes(List.of()), StandardCharsets.UTF_8);
        assertEquals("SUCC-104", code(pinned("#successor 12\n" + file)));
        assertEquals(
                "SUCC-104",
                code(pinned("#successor " + "0".repeat(64) + "\n#successor " + "1".repeat(64) + "\n" + file)));
        assertEquals("SUCC-104", code(pinned(file + file.lines().findFirst().orElseThrow() + "\n")));
        assertEquals("SUCC-104", code(pinned("#succession %%%\nquorum none\n")));
        assertEquals(
                "SUCC-104",
                code(pinned(file.replace(NEW.vkey().toString(), THIEF.vkey().toString()))));
        assertEquals("SUCC-104", code(pinned("log " + OLD.vkey() + "\n" + file)), "both logs believed");
    }

    private static Result<PinnedPolicy> pinned(String text) {
        return PinnedPolicy.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
