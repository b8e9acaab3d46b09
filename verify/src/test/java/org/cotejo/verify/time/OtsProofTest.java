package org.cotejo.verify.time;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cotejo.base.Result;
import org.cotejo.crypto.Sha256;
import org.junit.jupiter.api.Test;

/** Proofs are recomputed from the stamped bytes to a block's Merkle root; promises and unknown ends stay unchecked. */
class OtsProofTest {
    private static final byte[] HEAD = "log.example/2027\n3\nWqx3\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "log.example/2027\n4\n".getBytes(StandardCharsets.UTF_8);
    private static final long TIME = 1_800_000_000L;

    /** The header of the first block of Bitcoin, which everybody knows. */
    private static final byte[] GENESIS = HexFormat.of()
            .parseHex("01000000" + "00".repeat(32)
                    + "3ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a"
                    + "29ab5f49ffff001d1dac2b7c");

    /** A proof as clients write it: a nonce, a calendar's tree, a transaction, a block's tree of two hashes a step. */
    private static MadeProof path() {
        return MadeProof.over(HEAD)
                .append(new byte[] {1, 2, 3})
                .sha256()
                .prepend(Sha256.of(OTHER).bytes())
                .sha256()
                .prepend(new byte[] {9, 9})
                .append(new byte[40])
                .sha256()
                .sha256()
                .append(new byte[32])
                .sha256()
                .sha256();
    }

    private static TimeTrust headers(Map<Long, byte[]> headers) {
        return new TimeTrust(List.of(), BlockHeaders.ofHeights(headers).orThrow());
    }

    private static TimeVerdict judge(byte[] proof, byte[] stamped, TimeTrust trust) {
        OtsProof read = (OtsProof) Timestamp.read(Timestamp.Kind.OTS, proof).orThrow();
        // Nobody can make a header with the work of the main chain for a test.
        return read.judge(stamped, trust, _ -> 0);
    }

    private static String code(byte[] proof) {
        return assertInstanceOf(Result.Refused.class, Timestamp.read(Timestamp.Kind.OTS, proof))
                .problem()
                .code();
    }

    @Test
    void aPathToABlocksRootIsProvenByItsHeader() {
        MadeProof path = path();
        byte[] header = MadeProof.header(path.message(), TIME);
        TimeVerdict verdict = judge(path.bitcoin(7).done(), HEAD, headers(Map.of(7L, header)));
        TimeVerdict.Proven proven = assertInstanceOf(TimeVerdict.Proven.class, verdict, verdict::toString);
        assertEquals(Instant.ofEpochSecond(TIME), proven.at());
    }

    @Test
    void aHeaderOfAChainForTestsProvesNothingAndRefutesNothing() {
        MadeProof path = path();
        byte[] proof = path.bitcoin(7).done();
        for (byte[] root : List.of(path().message(), new byte[32])) {
            TimeTrust trust = headers(Map.of(7L, MadeProof.header(root, TIME)));
            TimeVerdict verdict =
                    Timestamp.read(Timestamp.Kind.OTS, proof).orThrow().judge(HEAD, trust);
            TimeVerdict.Unchecked unchecked = assertInstanceOf(TimeVerdict.Unchecked.class, verdict, verdict::toString);
            assertEquals(Instant.ofEpochSecond(TIME), unchecked.claimed());
            assertTrue(unchecked.why().en().contains("chain for tests"), verdict::toString);
        }
    }

    @Test
    void aBlockOfTheMainChainIsHeldAgainstTheWorkOfItsHeight() {
        BlockHeader first = new BlockHeader(GENESIS);
        assertInstanceOf(TimeVerdict.Proven.class, OtsProof.judge(first.root(), 0, first, MainChain.leastWork(0)));
        assertInstanceOf(TimeVerdict.Refuted.class, OtsProof.judge(new byte[32], 0, first, MainChain.leastWork(0)));
        // The header of block 0, given as that of a block of our days.
        assertInstanceOf(
                TimeVerdict.Unchecked.class,
                OtsProof.judge(first.root(), 900_000, first, MainChain.leastWork(900_000)));
    }

    @Test
    void theLeastWorkNeverFallsWithTheHeight() {
        int last = 0;
        for (long height : new long[] {0, 199_999, 200_000, 299_999, 300_000, 400_000, 699_999, 700_000, 5_000_000}) {
            assertTrue(MainChain.leastWork(height) >= last, "at " + height);
            last = MainChain.leastWork(height);
        }
        assertEquals(32, MainChain.leastWork(199_999));
        assertEquals(75, MainChain.leastWork(Long.MAX_VALUE));
    }

    @Test
    void withoutTheHeaderItIsUnchecked() {
        byte[] proof = path().bitcoin(7).done();
        for (TimeTrust trust : List.of(TimeTrust.NONE, headers(Map.of(8L, MadeProof.header(new byte[32], TIME))))) {
            TimeVerdict verdict = judge(proof, HEAD, trust);
            assertInstanceOf(TimeVerdict.Unchecked.class, verdict);
            assertTrue(verdict.why().en().contains("block 7"), verdict::toString);
        }
    }

    @Test
    void aHeaderWithAnotherRootRefutesAndOneWithoutWorkIsNone() {
        byte[] proof = path().bitcoin(7).done();
        assertInstanceOf(
                TimeVerdict.Refuted.class,
                judge(proof, HEAD, headers(Map.of(7L, MadeProof.header(new byte[32], TIME)))));
        byte[] idle = MadeProof.header(path().message(), TIME);
        while (new BlockHeader(idle).isWorkedFor()) {
            idle[76]++;
        }
        assertInstanceOf(TimeVerdict.Unchecked.class, judge(proof, HEAD, headers(Map.of(7L, idle))));
    }

    @Test
    void overSomethingElseItIsRefuted() {
        assertInstanceOf(TimeVerdict.Refuted.class, judge(path().bitcoin(7).done(), OTHER, TimeTrust.NONE));
        assertInstanceOf(
                TimeVerdict.Refuted.class,
                judge(MadeProof.over(OTHER).pending("https://a").done(), HEAD, TimeTrust.NONE));
    }

    @Test
    void aPromiseIsUncheckedAndNamesItsCalendar() {
        TimeVerdict verdict = judge(path().pending("https://calendar.example/").done(), HEAD, TimeTrust.NONE);
        assertInstanceOf(TimeVerdict.Unchecked.class, verdict);
        assertTrue(verdict.why().en().contains("https://calendar.example/"), verdict::toString);
        assertInstanceOf(TimeVerdict.Unchecked.class, judge(path().unknown().done(), HEAD, TimeTrust.NONE));
    }

    @Test
    void onePathOfManyIsEnoughAndTheLowestBlockCounts() {
        MadeProof path = path();
        byte[] root = path.message();
        byte[] proof = path.fork()
                .pending("https://a")
                .fork()
                .unknown()
                .fork()
                .bitcoin(9)
                .fork()
                .bitcoin(7)
                .bitcoin(8)
                .done();
        TimeVerdict verdict = judge(
                proof,
                HEAD,
                headers(Map.of(
                        7L, MadeProof.header(new byte[32], TIME),
                        8L, MadeProof.header(root, TIME + 1),
                        9L, MadeProof.header(root, TIME + 2))));
        assertEquals(
                Instant.ofEpochSecond(TIME + 1),
                assertInstanceOf(TimeVerdict.Proven.class, verdict).at());
    }

    @Test
    void everyOperationGivesWhatItsDefinitionSays() {
        byte[] message = Sha256.of(HEAD).bytes();
        byte[] sha1 = MadeProof.digest("SHA-1", message);
        byte[] reversed = new byte[sha1.length];
        for (int i = 0; i < sha1.length; i++) {
            reversed[i] = sha1[sha1.length - 1 - i];
        }
        byte[] digits = HexFormat.of().formatHex(reversed).getBytes(StandardCharsets.US_ASCII);
        MadeProof proof = MadeProof.over(HEAD)
                .operation(0x02, sha1)
                .operation(0xf2, reversed)
                .operation(0xf3, digits)
                .sha256();
        byte[] header = MadeProof.header(proof.message(), TIME);
        assertInstanceOf(TimeVerdict.Proven.class, judge(proof.bitcoin(1).done(), HEAD, headers(Map.of(1L, header))));
    }

    @Test
    void theTwoHashesThatThePlatformLacksGiveTheirPublishedValues() {
        // The key of the first block's reward and its published hash: RIPEMD-160 of SHA-256.
        byte[] key = HexFormat.of()
                .parseHex(
                        "04678afdb0fe5548271967f1a67130b7105cd6a828e03909a67962e0ea1f61deb649f6bc3f4cef38c4f35504e51ec112"
                                + "de5c384df7ba0b8d578a4c702b6bf11d5f");
        assertEquals(
                "62e907b15cbf27d5425399ebf6f0fb50ebb88f18",
                end(MadeProof.over(key).raw(0x03).pending("https://a").done()));
        // Keccak-256 of 32 zero bytes.
        byte[] zeros = MadeProof.over(HEAD).raw(0x67).pending("https://a").done();
        Arrays.fill(zeros, 33, 65, (byte) 0);
        assertEquals("290decd9548b62a8d60345a988386fc84ba6bc95484008f6362f93160ef3e563", end(zeros));
    }

    private static String end(byte[] proof) {
        OtsProof read = (OtsProof) Timestamp.read(Timestamp.Kind.OTS, proof).orThrow();
        return HexFormat.of().formatHex(read.ends().getFirst().message());
    }

    @Test
    void theFirstBlockOfBitcoinHasTheWorkTimeAndRootThatEverybodyKnows() {
        byte[] genesis = GENESIS.clone();
        BlockHeader header = new BlockHeader(genesis);
        assertTrue(header.isWorkedFor());
        assertEquals(32, header.work());
        assertEquals(Instant.parse("2009-01-03T18:15:05Z"), header.time());
        assertArrayEquals(Arrays.copyOfRange(genesis, 36, 68), header.root());
        genesis[70]++;
        assertFalse(new BlockHeader(genesis).isWorkedFor());
    }

    @Test
    void headersAreFoundByTheirHeightInAChainOfThem() {
        byte[] chain = new byte[3 * BlockHeader.SIZE];
        MadeProof path = path();
        System.arraycopy(MadeProof.header(path.message(), TIME), 0, chain, 2 * BlockHeader.SIZE, BlockHeader.SIZE);
        TimeTrust trust = new TimeTrust(List.of(), BlockHeaders.ofChain(chain).orThrow());
        assertInstanceOf(TimeVerdict.Proven.class, judge(path.bitcoin(2).done(), HEAD, trust));
        assertInstanceOf(TimeVerdict.Unchecked.class, judge(path().bitcoin(3).done(), HEAD, trust));
        assertInstanceOf(Result.Refused.class, BlockHeaders.ofChain(new byte[81]));
        assertInstanceOf(Result.Refused.class, BlockHeaders.ofChain(new byte[0]));
        assertInstanceOf(Result.Refused.class, BlockHeaders.ofHeights(Map.of(1L, new byte[79])));
        assertInstanceOf(Result.Refused.class, BlockHeaders.ofHeights(Map.of()));
    }

    @Test
    void aTargetThatIsNoneIsMetByNothing() {
        byte[] header = MadeProof.header(new byte[32], TIME);
        for (int compact : new int[] {0, 0x2080ffff, 0xff7fffff, 0x00ffffff}) {
            java.nio.ByteBuffer.wrap(header)
                    .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                    .putInt(72, compact);
            assertFalse(new BlockHeader(header).isWorkedFor(), Integer.toHexString(compact));
        }
    }

    @Test
    void whatIsCutOffOrLeftOverIsRefused() {
        byte[] proof = path().fork().pending("https://a").bitcoin(300).done();
        for (int length = 0; length < proof.length; length++) {
            assertEquals("TIME-103", code(Arrays.copyOf(proof, length)), "cut to " + length);
        }
        assertEquals("TIME-103", code(Arrays.copyOf(proof, proof.length + 1)));
    }

    @Test
    void everyLimitIsKept() {
        MadeProof deep = MadeProof.over(HEAD);
        for (int i = 0; i < OtsReader.DEPTH_MOST; i++) {
            deep.sha256();
        }
        assertInstanceOf(
                Result.Ok.class,
                Timestamp.read(Timestamp.Kind.OTS, deep.pending("https://a").done()));
        MadeProof deeper = MadeProof.over(HEAD);
        for (int i = 0; i < 100_000; i++) {
            deeper.sha256();
        }
        assertEquals("TIME-103", code(deeper.pending("https://a").done()));
        MadeProof wide = MadeProof.over(HEAD);
        for (int i = 0; i < OtsReader.ENDS_MOST; i++) {
            wide.fork().pending("a");
        }
        assertEquals("TIME-103", code(wide.pending("a").done()));
        assertEquals(
                "TIME-103",
                code(MadeProof.over(HEAD).append(new byte[4096]).pending("a").done()));
        assertEquals(
                "TIME-103",
                code(MadeProof.over(HEAD).append(new byte[0]).pending("a").done()));
        assertEquals("TIME-103", code(MadeProof.over(HEAD).hex("f0ffffffff7f").done()));
        assertEquals(
                "TIME-103",
                code(MadeProof.over(HEAD).hex("f0ffffffffffffffff7f").done()));
        assertEquals(
                "TIME-103", code(MadeProof.over(HEAD).pending("https://a?b").done()));
        assertEquals("TIME-103", code(MadeProof.over(HEAD).pending("\u007f").done()));
        assertEquals(
                "TIME-103", code(MadeProof.over(HEAD).raw(0x42).pending("a").done()));
        assertEquals("TIME-103", code(new byte[Timestamp.SIZE_MOST + 1]));
        // An attestation that is longer than what it holds.
        assertEquals(
                "TIME-103",
                code(MadeProof.over(HEAD).hex("000588960d73d719010501").done()));
    }

    @Test
    void anotherVersionOrAnotherDigestIsRefused() {
        byte[] proof = path().bitcoin(1).done();
        byte[] version = proof.clone();
        version[31] = 2;
        assertEquals("TIME-103", code(version));
        byte[] digest = proof.clone();
        digest[32] = 0x02;
        assertEquals("TIME-103", code(digest));
    }

    @Property(tries = 2_000)
    void noChangeOfABytePassesForAProof(@ForAll long seed) {
        MadeProof path = path();
        TimeTrust trust = headers(Map.of(7L, MadeProof.header(path.message(), TIME)));
        byte[] proof = path.bitcoin(7).done();
        Random random = new Random(seed);
        for (int i = 0; i <= random.nextInt(3); i++) {
            proof[random.nextInt(proof.length)] = (byte) random.nextInt(256);
        }
        boolean isSame = Arrays.equals(proof, path().bitcoin(7).done());
        boolean isProven =
                Timestamp.read(Timestamp.Kind.OTS, proof) instanceof Result.Ok<Timestamp>(Timestamp timestamp)
                        && ((OtsProof) timestamp).judge(HEAD, trust, _ -> 0) instanceof TimeVerdict.Proven;
        assertEquals(isSame, isProven);
    }

    @Property(tries = 500)
    void anyBytesAfterTheBeginningAreReadOrRefused(@ForAll byte[] rest) {
        byte[] file = MadeProof.over(HEAD).raw(rest).done();
        switch (Timestamp.read(Timestamp.Kind.OTS, file)) {
            case Result.Ok<Timestamp>(Timestamp timestamp) -> assertTrue(timestamp.isOver(HEAD));
            case Result.Refused<Timestamp>(var problem) -> assertEquals("TIME-103", problem.code());
        }
    }
}
