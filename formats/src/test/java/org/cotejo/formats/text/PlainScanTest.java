package org.cotejo.formats.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cotejo.base.RefusedException;
import org.junit.jupiter.api.Test;

/** Looking through a file slice by slice says of it what reading it whole says, wherever the slices end. */
class PlainScanTest {
    private static final List<String> PIECES = List.of(
            "a",
            "0",
            ",",
            "\n",
            "\n",
            "\r\n",
            "\r",
            "\"",
            "\t",
            "\0",
            "\u007f",
            "ñ",
            "\u0080",
            "\u07ff",
            "\u0800",
            "中",
            "\ufffd",
            "\ufeff",
            "😀",
            "\udbff\udfff");

    /** Mostly plain, since what is not is found at once; now and then with a byte that stands for nothing. */
    private static byte[] any(Random random) {
        StringBuilder text = new StringBuilder();
        boolean isPlain = random.nextBoolean();
        for (int i = random.nextInt(12); i > 0; i--) {
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            text.append(isPlain && piece.matches("[\r\"\\x00\\x7f]") ? "x" : piece);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(3) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) (0x80 + random.nextInt(0x80));
        }
        return Arrays.copyOf(bytes, bytes.length - (random.nextInt(3) == 0 ? random.nextInt(bytes.length + 1) : 0));
    }

    static PlainScan scan(byte[] bytes, int slice) {
        PlainScan scan = new PlainScan();
        byte[] place = new byte[slice + 3];
        for (int from = 0; from < bytes.length; from += slice) {
            int length = Math.min(slice, bytes.length - from);
            System.arraycopy(bytes, from, place, 0, length);
            Arrays.fill(place, length, place.length, (byte) '"');
            scan.add(place, length);
        }
        return scan;
    }

    private static boolean isPlainWhole(byte[] bytes) {
        try {
            return Encoding.of("f", bytes, "UTF-8").hasPlainLines();
        } catch (RefusedException e) {
            return false;
        }
    }

    @Property(tries = 20_000)
    void slicesAndWholeAgreeOnAnyBytes(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int slice) {
        byte[] bytes = any(new Random(seed));
        // A file that begins with the mark of another encoding is none of UTF-8, which the bytes say too.
        PlainScan scan = scan(bytes, slice);
        assertEquals(isPlainWhole(bytes), scan.isWholePlain());
        if (scan.isWholePlain()) {
            assertArrayEquals(bytes, scan.beginning());
        }
    }

    @Property(tries = 5_000)
    void theDecoderAndTheShortWayAgreeOnEveryPairOfBytes(@ForAll @IntRange(max = 0xffff) int pair) {
        byte[] bytes = {'a', (byte) (pair >>> 8), (byte) pair, 'b'};
        assertEquals(isPlainWhole(bytes), scan(bytes, 4).isWholePlain());
    }

    @Property(tries = 2_000)
    void partsFollowEachOtherAndEndWhereLinesDo(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int slice) {
        byte[] bytes = any(new Random(seed));
        PlainScan scan = scan(bytes, slice);
        if (scan.isWholePlain()) {
            int rowsFrom = new Random(seed).nextInt(bytes.length + 1);
            long at = 0;
            long skipped = 0;
            for (PlainLines.Part part : scan.parts(rowsFrom)) {
                assertEquals(at, part.from());
                at += part.length();
                skipped += part.skip();
                assertTrue(part.length() > 0 && (at == bytes.length || bytes[(int) at - 1] == '\n'));
            }
            assertEquals(bytes.length, at);
            assertEquals(rowsFrom, skipped);
        }
    }

    @Test
    void aFileWithoutLinesIsNoTable() {
        PlainScan scan = new PlainScan();
        byte[] slice = new byte[1 << 20];
        Arrays.fill(slice, (byte) 'x');
        for (int i = 0; i < 8; i++) {
            assertTrue(scan.add(slice, slice.length));
        }
        assertEquals(0, scan.beginning().length);
        assertFalse(scan.add(slice, 1));
        assertFalse(scan.isWholePlain());
    }

    @Test
    void ofALargeFileTheBeginningIsKeptInWholeLines() {
        byte[] line = "010101001.01,693,478,0\n".getBytes(StandardCharsets.UTF_8);
        PlainScan scan = new PlainScan();
        for (int i = 0; i < 20_000; i++) {
            assertTrue(scan.add(line, line.length));
        }
        byte[] beginning = scan.beginning();
        assertEquals((1 << 18) / line.length * line.length, beginning.length);
        assertArrayEquals(line, Arrays.copyOfRange(beginning, beginning.length - line.length, beginning.length));
    }

    @Test
    void onlyTermsThatMayMeanUtf8Fit() {
        assertTrue(PlainScan.fits(RowTerms.PLAIN));
        assertTrue(PlainScan.fits(new RowTerms("utf-8", ";", 3, false)));
        assertFalse(PlainScan.fits(RowTerms.TEMPLATE));
        assertFalse(PlainScan.fits(new RowTerms("ISO-8859-1", "auto", 0, false)));
    }
}
