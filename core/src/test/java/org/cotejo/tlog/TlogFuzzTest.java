package org.cotejo.tlog;

import static org.cotejo.tlog.NoteTest.key;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.merkle.TreeHash;
import org.junit.jupiter.api.Test;

/**
 * Bytes that nobody vouches for are read in their one form and printed again as they stand, or refused with a code: never an
 * exception, and no signature, proof or policy survives a change that could matter.
 */
class TlogFuzzTest {
    private static final Skey LOG = key("log.example", Vkey.Kind.NOTE, 1);
    private static final Skey WITNESS = key("w.example", Vkey.Kind.COSIGNATURE, 2);
    private static final Skey ML_DSA = key("log.example", Vkey.Kind.COSIGNATURE_ML_DSA, 3);

    /** A format with a sample of it and its reader, which gives the printed form of what it read. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Format(String name, byte[] sample, Function<byte[], Result<byte[]>> read) {}

    private static final List<Format> FORMATS = formats();

    private static List<Format> formats() {
        TlogProof proof = TlogProofTest.proof(9, 4, LOG, WITNESS);
        byte[] policy = ("log " + LOG.vkey() + " https://a\nwitness w " + WITNESS.vkey()
                        + "\ngroup g 1 w\nquorum g\n# end\n")
                .getBytes(StandardCharsets.UTF_8);
        ForkEvidence fork = ForkEvidence.of(
                proof.checkpoint(), TlogProofTest.proof(9, 4, LOG).checkpoint());
        return List.of(
                new Format("vkey", utf8(LOG.vkey().toString()), text(Vkey::parse, Vkey::toString)),
                new Format("skey", utf8(LOG.fileForm()), text(Skey::parse, Skey::fileForm)),
                new Format("path", utf8("tile/3/x001/x234/067.p/25"), text(TilePath::parse, TilePath::path)),
                new Format(
                        "checkpoint",
                        utf8(proof.checkpoint().checkpoint().text()),
                        text(Checkpoint::parse, Checkpoint::text)),
                new Format(
                        "note",
                        proof.checkpoint().bytes(),
                        bytes -> Note.parse(bytes).then(note -> Result.ok(note.bytes()))),
                new Format(
                        "proof", proof.bytes(), bytes -> TlogProof.parse(bytes).then(read -> Result.ok(read.bytes()))),
                new Format(
                        "fork", fork.bytes(), bytes -> ForkEvidence.parse(bytes).then(read -> Result.ok(read.bytes()))),
                new Format("policy", policy, TlogFuzzTest::policyTwice));
    }

    /** A policy has many spellings: what is printed of it must be read as the same policy. */
    private static Result<byte[]> policyTwice(byte[] bytes) {
        return Policy.parse(bytes).then(policy -> {
            assertEquals(Result.ok(policy), Policy.parse(policy.bytes()));
            return Result.ok(bytes);
        });
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Through ISO 8859-1, so that every byte is a character and comes back as itself. */
    private static <T> Function<byte[], Result<byte[]>> text(
            Function<String, Result<T>> parse, Function<T, String> print) {
        return bytes -> parse.apply(new String(bytes, StandardCharsets.ISO_8859_1))
                .then(value -> Result.ok(print.apply(value).getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static void assertCanonical(Format format, byte[] bytes) {
        switch (format.read().apply(bytes)) {
            case Result.Ok<byte[]>(byte[] printed) -> assertSame(format, bytes, printed);
            case Result.Refused<byte[]>(Problem problem) ->
                assertTrue(problem.code().matches("(NOTE|TLOG|PROOF|POLICY|KEY)-1[0-9]{2}"), problem::toString);
        }
    }

    private static void assertSame(Format format, byte[] read, byte[] printed) {
        // The file of a private key may end in a line feed.
        boolean isEnded = format.name().equals("skey") && read[read.length - 1] == '\n';
        assertArrayEquals(isEnded ? Arrays.copyOf(read, read.length - 1) : read, printed, format::name);
    }

    @Test
    void theSamplesAreRead() {
        for (Format format : FORMATS) {
            assertArrayEquals(
                    format.sample(), format.read().apply(format.sample()).orThrow());
        }
    }

    @Test
    void everyTruncationAndEveryChangedByteIsRefusedOrPrintedAgainAsItStands() {
        for (Format format : FORMATS) {
            byte[] sample = format.sample();
            for (int at = 0; at < sample.length; at++) {
                assertCanonical(format, Arrays.copyOf(sample, at));
                byte[] changed = sample.clone();
                for (int value : new int[] {0, '\n', ' ', '+', '0', '9', 'A', '=', 0x7f, 0xc3, 0xff, sample[at] ^ 1}) {
                    changed[at] = (byte) value;
                    assertCanonical(format, changed);
                }
            }
        }
    }

    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void whateverIsDoneToASampleItIsRefusedOrPrintedAgainAsItStands(@ForAll Random random) {
        Format format = FORMATS.get(random.nextInt(FORMATS.size()));
        byte[] bytes = format.sample();
        for (int changes = 1 + random.nextInt(4); changes > 0 && bytes.length > 0; changes--) {
            int at = random.nextInt(bytes.length);
            int to = at + random.nextInt(Math.min(80, bytes.length - at) + 1);
            byte[] part = Arrays.copyOfRange(bytes, at, to);
            byte[] head = Arrays.copyOf(bytes, at);
            byte[] tail = Arrays.copyOfRange(bytes, to, bytes.length);
            bytes = switch (random.nextInt(4)) {
                case 0 -> Plain.joined(head, tail);
                case 1 -> Plain.joined(head, part, part, tail);
                case 2 -> Plain.joined(head, part, "\n".getBytes(StandardCharsets.UTF_8), tail);
                default -> {
                    random.nextBytes(part);
                    yield Plain.joined(head, part, tail);
                }
            };
        }
        assertCanonical(format, bytes);
    }

    @Property(tries = 3_000)
    void randomBytesAreRefused(@ForAll byte[] bytes) {
        for (Format format : FORMATS) {
            assertCanonical(format, bytes);
        }
    }

    /** Text that never ends, lines without number: read in the time of one pass. */
    @Test
    void theLargestInputsTakeNoTime() {
        for (String filler : List.of("\n", "\n\n", "a", "+", "\u2014 a AAAA\n", "group g any g\n", "=", " ", "x000/")) {
            byte[] bytes = utf8(filler.repeat((Note.SIZE_MOST - 1) / utf8(filler).length));
            byte[] note = Plain.joined(bytes, utf8("\n"));
            for (Format format : FORMATS) {
                assertTimeoutPreemptively(Duration.ofSeconds(2), () -> assertCanonical(format, note), format::name);
                assertTimeoutPreemptively(
                        Duration.ofSeconds(2),
                        () -> assertCanonical(format, Plain.joined(format.sample(), bytes)),
                        format::name);
            }
        }
    }

    @Test
    void noChangedBitOfASignedHeadIsBelieved() {
        SignedCheckpoint signed = SignedCheckpoint.of(
                new Checkpoint("log.example", 5, TreeHash.EMPTY), List.of(LOG, WITNESS), 1_785_000_000);
        String rules = "log " + LOG.vkey() + "\nwitness w " + WITNESS.vkey() + "\nquorum w\n";
        Policy policy = Policy.parse(utf8(rules)).orThrow();
        assertTrue(policy.verify(signed).orThrow().isReached());
        byte[] bytes = signed.bytes();
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            Result<Policy.Verdict> verdict = SignedCheckpoint.parse(changed).then(policy::verify);
            assertTrue(verdict instanceof Result.Refused<?>, "bit " + bit);
        }
    }

    @Test
    void noChangedByteOfAnMlDsaLineIsBelieved() {
        Checkpoint head = new Checkpoint("log.example", 5, TreeHash.EMPTY);
        byte[] line = ML_DSA.sign(head, 1_785_000_000).signature();
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] changed = line.clone();
            changed[i < 12 ? i : random.nextInt(line.length)] ^= (byte) (1 << random.nextInt(8));
            Note note = new Note(
                    head.text(),
                    List.of(new NoteSignature("log.example", ML_DSA.vkey().id(), changed)));
            assertEquals("NOTE-106", NoteTest.code(note.verify(List.of(ML_DSA.vkey()))));
        }
    }

    /** Every bit of every file of a small log: the log is refused, or the change is in nothing that was asked for. */
    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void aLogWhoseFilesWereChangedNeverGivesAnotherEntry(@ForAll Random random) {
        Map<TilePath, byte[]> files = new HashMap<>();
        TileWriter writer = new TileWriter();
        int size = 1 + random.nextInt(600);
        for (int i = 0; i < size; i++) {
            writer.append(utf8("entry " + i), files::put);
        }
        writer.flush(files::put);
        List<TilePath> paths = List.copyOf(files.keySet());
        TilePath path = paths.get(random.nextInt(paths.size()));
        files.compute(path, (_, bytes) -> changed(java.util.Objects.requireNonNull(bytes), random));
        Checkpoint head = new Checkpoint("log.example", size, writer.root());
        long index = random.nextInt(size);
        Result<byte[]> entry =
                TileReader.open(head, at -> Optional.ofNullable(files.get(at))).then(reader -> reader.entry(index));
        switch (entry) {
            case Result.Ok<byte[]>(byte[] read) -> assertArrayEquals(utf8("entry " + index), read);
            case Result.Refused<byte[]>(Problem problem) ->
                assertTrue(problem.code().matches("TLOG-10[5-9]"));
        }
    }

    private static byte[] changed(byte[] bytes, Random random) {
        byte[] changed = bytes.clone();
        switch (random.nextInt(3)) {
            case 0 -> changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            case 1 -> changed = Arrays.copyOf(changed, random.nextInt(changed.length));
            default -> changed = Arrays.copyOf(changed, changed.length + 1 + random.nextInt(300));
        }
        return changed;
    }
}
