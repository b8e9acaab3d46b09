package org.cotejo.entry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cotejo.base.CanonicalReader;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.custody.StationFigures;
import org.cotejo.sheet.Sheet;
import org.junit.jupiter.api.Test;

/** Bytes that nobody vouches for are an entry in its one form, or are refused with a code, quickly and in little memory. */
class EntryFuzzTest {
    /** What reading one entry may allocate: a small multiple of the bytes, since each item needs an object. */
    private static final long BYTES_A_BYTE_MOST = 400;

    @Test
    void everyTruncationIsRefused() {
        for (Entry entry : EntrySamples.all()) {
            byte[] bytes = EntryWriter.bytes(entry);
            for (int length = 0; length < bytes.length; length++) {
                assertRefused(Arrays.copyOf(bytes, length));
            }
        }
    }

    @Test
    void everyByteThatIsLeftOverIsRefused() {
        for (Entry entry : EntrySamples.all()) {
            byte[] bytes = EntryWriter.bytes(entry);
            for (int last = 0; last < 256; last++) {
                byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
                longer[bytes.length] = (byte) last;
                assertRefused(longer);
            }
        }
    }

    @Test
    void everyByteOfEverySampleChangedToEveryValueIsRefusedOrPrintedAgainAsItStands() {
        for (Entry entry : EntrySamples.all()) {
            byte[] bytes = EntryWriter.bytes(entry);
            for (int at = 0; at < bytes.length; at++) {
                byte original = bytes[at];
                for (int value = 0; value < 256; value++) {
                    bytes[at] = (byte) value;
                    assertCanonical(bytes);
                }
                bytes[at] = original;
            }
        }
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void anyEntryWithSomeBytesChangedIsRefusedOrPrintedAgainAsItStands(
            @ForAll("entries") Entry entry, @ForAll Random random) {
        byte[] bytes = EntryWriter.bytes(entry);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = without(bytes, at);
                default -> bytes = twice(bytes, at, 1 + random.nextInt(8));
            }
            if (bytes.length == 0) {
                return;
            }
        }
        assertCanonical(bytes);
    }

    @Provide
    Arbitrary<Entry> entries() {
        return AnyEntry.entry();
    }

    private static byte[] without(byte[] bytes, int at) {
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - 1);
        System.arraycopy(bytes, at + 1, shorter, at, shorter.length - at);
        return shorter;
    }

    private static byte[] twice(byte[] bytes, int at, int count) {
        int repeated = Math.min(count, bytes.length - at);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + repeated);
        System.arraycopy(bytes, at, longer, at + repeated, bytes.length - at);
        return longer;
    }

    @Property(tries = 20_000)
    void randomBytesNeverThrow(@ForAll("kindsWithRandomBytes") byte[] bytes) {
        assertCanonical(bytes);
    }

    /** Version and kind are right, so that the readers of all kinds are reached; small numbers are common. */
    @Provide
    Arbitrary<byte[]> kindsWithRandomBytes() {
        Arbitrary<Byte> octet = Arbitraries.oneOf(
                Arbitraries.bytes(),
                Arbitraries.bytes().between((byte) 0, (byte) 4),
                Arbitraries.bytes().between((byte) 97, (byte) 122));
        return Arbitraries.integers()
                .between(0, 26)
                .flatMap(kind -> octet.array(byte[].class).ofMaxSize(90).map(rest -> {
                    byte[] bytes = new byte[rest.length + 2];
                    bytes[0] = Entry.VERSION;
                    bytes[1] = kind.byteValue();
                    System.arraycopy(rest, 0, bytes, 2, rest.length);
                    return bytes;
                }));
    }

    @Test
    void aVersionThatIsNotOursIsRefusedAsSuch() {
        byte[] bytes = EntryWriter.bytes(EntrySamples.all().getFirst());
        for (int version = 0; version < 256; version++) {
            bytes[0] = (byte) version;
            if (version != Entry.VERSION) {
                assertEquals("ENTRY-101", code(bytes));
            }
        }
    }

    @Test
    void aKindThatIsNotOursIsRefusedAsSuch() {
        byte[] bytes = EntryWriter.bytes(EntrySamples.all().getFirst());
        for (int kind = 0; kind < 256; kind++) {
            bytes[1] = (byte) kind;
            if (kind == 0 || kind > 26) {
                assertEquals("ENTRY-102", code(bytes));
            }
        }
    }

    @Test
    void aNumberThatIsNotInItsShortestFormIsRefused() {
        assertRefused(HexFormat.of().parseHex("0102" + "8100" + "00" + "0141"));
        assertCanonicalEntry("0102" + "01" + "00" + "0141");
    }

    @Test
    void aNumberOfMoreThan63BitsIsRefused() {
        assertRefused(HexFormat.of().parseHex("0102" + "ffffffffffffffffff01" + "00" + "0141"));
        assertRefused(HexFormat.of().parseHex("0102" + "ffffffffffffffffffff" + "00" + "0141"));
        assertRefused(HexFormat.of().parseHex("0102" + "ffffffffffffffff7f" + "00" + "0141"));
    }

    @Test
    void textThatIsNotComposedOrNotUtf8IsRefused() {
        String place = "0102" + "01" + "00";
        assertCanonicalEntry(place + "02c3b1");
        assertRefused(HexFormat.of().parseHex(place + "036ecc83"));
        assertRefused(HexFormat.of().parseHex(place + "01c3"));
        assertRefused(HexFormat.of().parseHex(place + "02c081"));
        assertRefused(HexFormat.of().parseHex(place + "03eda080"));
        assertRefused(HexFormat.of().parseHex(place + "0161" + "61"));
        assertRefused(HexFormat.of().parseHex(place + "03e280ae"));
    }

    /** Records of free text do not look at how it is composed, so the reader of bytes alone stands between. */
    @Test
    void titlesLawsBodiesAndGroupsThatAreNotComposedAreRefused() {
        String composed = "02c3b1";
        String apart = "036ecc83";
        String audit = "010d0161%s%s0000";
        String decision = "010f0161%s03000000";
        String announcement = "010e0161" + "0162" + "0163" + "00" + "00" + "00" + "01" + "01%s010141" + "0200";
        for (String entry : List.of(audit, decision, announcement)) {
            assertCanonicalEntry(entry.formatted(composed, composed));
            assertRefused(HexFormat.of().parseHex(entry.formatted(apart, composed)));
        }
        assertRefused(HexFormat.of().parseHex(audit.formatted(composed, apart)));
    }

    /** An attacker's list says that it is long and brings nothing: memory must follow the bytes, not the promise. */
    @Test
    void aLengthThatPromisesMoreThanThereIsCostsNothing() {
        byte[] promise = HexFormat.of().parseHex("0101" + "0161" + "0141" + "00" + "8727");
        assertTrue(allocated(promise) < 20_000, "reading " + promise.length + " bytes takes too much memory");
        assertRefused(promise);
        byte[] cells = HexFormat.of().parseHex("0106" + "0161" + "01" + "00" + "00" + "0131" + "c00c");
        assertTrue(allocated(cells) < 20_000, "reading " + cells.length + " bytes takes too much memory");
        assertRefused(cells);
    }

    /** The longest entries of the smallest items: nested lists of ids of one character. */
    @Test
    void theLongestEntriesAreReadInBoundedTimeAndMemory() {
        for (byte filler = 0; filler < 4; filler++) {
            for (int kind = 1; kind <= 22; kind++) {
                byte[] bytes = new byte[Entry.SIZE_MOST];
                Arrays.fill(bytes, filler);
                bytes[0] = Entry.VERSION;
                bytes[1] = (byte) kind;
                assertTimeoutPreemptively(Duration.ofSeconds(2), () -> EntryReader.read(bytes));
                assertTrue(
                        allocated(bytes) < bytes.length * BYTES_A_BYTE_MOST,
                        "kind " + kind + " of " + filler + " takes too much memory");
            }
        }
    }

    private static long allocated(byte[] bytes) {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        EntryReader.read(bytes);
        long before = threads.getCurrentThreadAllocatedBytes();
        EntryReader.read(bytes);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** Readers that look at an entry in place say of it what the one reader says. */
    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void readersInPlaceSeeWhatTheReaderSees(@ForAll("listings") Entry entry, @ForAll Random random) {
        byte[] bytes = EntryWriter.bytes(entry);
        if (random.nextInt(4) > 0) {
            int at = random.nextInt(2, bytes.length);
            bytes[at] = (byte) random.nextInt(256);
        }
        Result<Entry> read = EntryReader.read(bytes);
        ListingBytes listing = new ListingBytes();
        boolean isPlain;
        try {
            isPlain = listing.isPlain(bytes, 0, bytes.length);
        } catch (CanonicalReader.Malformed e) {
            assertTrue(
                    read instanceof Result.Refused<Entry>, () -> HexFormat.of().formatHex(bytes));
            return;
        }
        if (isPlain && listing.sourceNumber() > 0) {
            Entry.StationListed seen = (Entry.StationListed) read.orThrow();
            assertEquals(seen.by().custodian().value(), text(bytes, listing.custodianAt(), listing.custodianLength()));
            assertEquals(seen.by().number(), listing.sourceNumber());
            assertEquals(seen.station().value(), text(bytes, listing.stationAt(), listing.stationLength()));
            assertEquals(seen.place(), listing.place());
            assertEquals(seen.registered(), listing.registered());
        }
    }

    @Provide
    Arbitrary<Entry> listings() {
        return AnyEntry.station();
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void theCursorSeesOfASheetWhatTheReaderSees(@ForAll("sheets") Entry entry, @ForAll Random random) {
        byte[] bytes = EntryWriter.bytes(entry);
        if (random.nextInt(4) > 0) {
            bytes[random.nextInt(2, bytes.length)] = (byte) random.nextInt(256);
        }
        Result<Entry> read = EntryReader.read(bytes);
        int[] cells = new int[2_000];
        FiguresBytes cursor = new FiguresBytes();
        try {
            cursor.over(bytes, 0, bytes.length).readCells(cells);
        } catch (CanonicalReader.Malformed e) {
            assertTrue(
                    read instanceof Result.Refused<Entry>, () -> HexFormat.of().formatHex(bytes));
            return;
        }
        if (read instanceof Result.Ok<Entry>(Entry.SheetGiven(var copy))) {
            assertEquals(
                    copy.sheet().sheet().cells(),
                    Arrays.stream(cells, 0, cursor.cellCount()).boxed().toList());
            assertEquals(copy.station().value(), text(bytes, cursor.stationAt(), cursor.stationLength()));
            assertEquals(copy.source().number(), cursor.sourceNumber());
            assertEquals(copy.way(), cursor.way());
            assertEquals(
                    copy.sheet().sheet().paper() == Sheet.Paper.FINAL, cursor.paper() == StationFigures.Paper.FINAL);
            assertArrayEquals(
                    copy.sheet().signature(),
                    Arrays.copyOfRange(bytes, cursor.signatureAt(), cursor.signatureAt() + 64));
        }
    }

    @Provide
    Arbitrary<Entry> sheets() {
        return AnyEntry.sheet().map(Entry.SheetGiven::new);
    }

    /** But for the one rule that takes long: whether the key is a point of the curve. */
    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void theReaderOfKeysInPlaceSeesWhatTheReaderSees(@ForAll("keys") Entry entry, @ForAll Random random) {
        byte[] bytes = EntryWriter.bytes(entry);
        if (random.nextInt(4) > 0) {
            bytes[random.nextInt(2, bytes.length)] = (byte) random.nextInt(256);
        }
        Result<Entry> read = EntryReader.read(bytes);
        KeyBytes key = new KeyBytes();
        boolean isPlain;
        try {
            isPlain = key.isPlain(bytes, 0, bytes.length);
        } catch (CanonicalReader.Malformed e) {
            assertTrue(
                    read instanceof Result.Refused<Entry>, () -> HexFormat.of().formatHex(bytes));
            return;
        }
        if (isPlain && read instanceof Result.Ok<Entry>(Entry.StationKeyStated(var stated))) {
            assertEquals(stated.station().value(), text(bytes, key.stationAt(), key.stationLength()));
            assertEquals(stated.machine().value(), text(bytes, key.machineAt(), key.machineLength()));
            assertEquals(stated.algorithm(), key.algorithm());
            assertArrayEquals(stated.key().bytes(), Arrays.copyOfRange(bytes, key.keyAt(), key.keyAt() + 32));
        } else if (isPlain) {
            byte[] wrong = Arrays.copyOfRange(bytes, key.keyAt(), key.keyAt() + 32);
            assertTrue(Ed25519Key.enrolled(wrong) instanceof Result.Refused<Ed25519Key>);
        }
    }

    @Provide
    Arbitrary<Entry> keys() {
        return AnyEntry.key().map(Entry.StationKeyStated::new);
    }

    private static String text(byte[] bytes, int at, int length) {
        return new String(bytes, at, length, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void assertCanonicalEntry(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertArrayEquals(bytes, EntryWriter.bytes(EntryReader.read(bytes).orThrow()));
    }

    private static void assertCanonical(byte[] bytes) {
        switch (EntryReader.read(bytes)) {
            case Result.Ok<Entry>(Entry entry) ->
                assertArrayEquals(
                        bytes, EntryWriter.bytes(entry), () -> HexFormat.of().formatHex(bytes));
            case Result.Refused<Entry>(Problem problem) ->
                assertTrue(problem.code().matches("ENTRY-10[1-4]"), problem::toString);
        }
    }

    private static void assertRefused(byte[] bytes) {
        assertTrue(code(bytes).startsWith("ENTRY-"), () -> HexFormat.of().formatHex(bytes));
    }

    private static String code(byte[] bytes) {
        return switch (EntryReader.read(bytes)) {
            case Result.Ok<Entry>(Entry entry) ->
                fail("read as " + entry + ": " + HexFormat.of().formatHex(bytes));
            case Result.Refused<Entry>(Problem problem) -> problem.code();
        };
    }
}
