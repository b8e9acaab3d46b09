package org.cotejo.sheet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.junit.jupiter.api.Test;

/** Bytes that nobody vouches for are the one text of a sheet or are refused with a code, quickly and in little memory. */
class SheetFuzzTest {
    private static final byte[] TEXT =
            SignedSheet.of(Sheets.SHEET, new byte[64]).text().getBytes(StandardCharsets.UTF_8);

    @Test
    void everyByteChangedToEveryValueIsRefusedOrPrintedAgainAsItStands() {
        byte[] bytes = TEXT.clone();
        for (int at = 0; at < bytes.length; at++) {
            for (int value = 0; value < 256; value++) {
                bytes[at] = (byte) value;
                assertCanonical(bytes);
            }
            bytes[at] = TEXT[at];
        }
    }

    @Test
    void everyByteLeftOutOrDoubledIsRefusedOrPrintedAgainAsItStands() {
        for (int at = 0; at < TEXT.length; at++) {
            byte[] shorter = Arrays.copyOf(TEXT, TEXT.length - 1);
            System.arraycopy(TEXT, at + 1, shorter, at, shorter.length - at);
            assertCanonical(shorter);
            byte[] longer = Arrays.copyOf(TEXT, TEXT.length + 1);
            System.arraycopy(TEXT, at, longer, at + 1, TEXT.length - at);
            assertCanonical(longer);
        }
    }

    @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
    void anySheetWithSomeBytesChangedIsRefusedOrPrintedAgainAsItStands(
            @ForAll("sheets") SignedSheet sheet, @ForAll Random random) {
        byte[] bytes = sheet.text().getBytes(StandardCharsets.UTF_8);
        byte[] usual = "/ :0195TENRVBL-+*".getBytes(StandardCharsets.US_ASCII);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(bytes.length);
            bytes[at] = random.nextInt(3) == 0 ? (byte) random.nextInt(256) : usual[random.nextInt(usual.length)];
        }
        assertCanonical(bytes);
    }

    /** Copies come one after the other in one array: what was read before must not show through. */
    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void aCursorReadsEachTextAsAFreshOneDoes(@ForAll("sheets") SignedSheet sheet, @ForAll Random random) {
        byte[] text = sheet.signed();
        SheetCursor used = new SheetCursor();
        for (int round = 0; round < 8; round++) {
            if (random.nextBoolean()) {
                text[random.nextInt(text.length)] = (byte) "/ :0195".charAt(random.nextInt(7));
            } else if (random.nextBoolean()) {
                text = sheet.signed();
            }
            assertEquals(readBy(new SheetCursor(), text), readBy(used, text));
        }
    }

    private static String readBy(SheetCursor cursor, byte[] text) {
        try {
            cursor.over(text, 0, text.length);
        } catch (RefusedException e) {
            return e.problem().toString();
        }
        int[] cells = new int[cursor.figureCount()];
        cursor.copyFigures(cells);
        return cursor.about()
                + cursor.station()
                + cursor.machine()
                + cursor.paper()
                + cursor.number()
                + cursor.of()
                + cursor.algorithm()
                + Arrays.toString(cells);
    }

    @Provide
    Arbitrary<SignedSheet> sheets() {
        return AnySheet.signed();
    }

    @Property(tries = 5_000)
    void randomBytesNeverThrow(@ForAll byte[] bytes) {
        assertCanonical(bytes);
        byte[] begun = Arrays.copyOf("COTEJO1/ED25519/".getBytes(StandardCharsets.US_ASCII), 16 + bytes.length);
        System.arraycopy(bytes, 0, begun, 16, bytes.length);
        assertCanonical(begun);
    }

    private static void assertCanonical(byte[] bytes) {
        switch (SheetReader.read(bytes)) {
            case Result.Ok<SignedSheet>(SignedSheet sheet) -> {
                assertArrayEquals(bytes, sheet.text().getBytes(StandardCharsets.UTF_8));
                assertArrayEquals(SheetWriter.signed(sheet.sheet()), sheet.signed());
            }
            case Result.Refused<SignedSheet>(Problem problem) ->
                assertTrue(
                        problem.code().matches("SHEET-10[1-5]"),
                        () -> problem + " " + HexFormat.of().formatHex(bytes));
        }
    }

    @Test
    void theCursorMakesNoGarbage() {
        SheetCursor cursor = new SheetCursor();
        int[] cells = new int[16];
        int length = TEXT.length - SignedSheet.SIGNATURE_DIGITS;
        byte[] other = TEXT.clone();
        other[new String(TEXT, StandardCharsets.US_ASCII).indexOf("1:210") + 2] = '3';
        cursor.over(TEXT, 0, length).copyFigures(cells);
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 10_000; i++) {
            cursor.over(other, 0, length).copyFigures(cells);
            cursor.over(TEXT, 0, length).copyFigures(cells);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < 50_000, () -> "20000 sheets make " + allocated + " bytes of garbage");
        assertEquals(210, cells[0]);
    }

    @Test
    void theLongestTextsAreReadInBoundedTime() {
        for (String filler : new String[] {"/", "1", " ", "1:0 ", "A", "\u4e2d"}) {
            String text = "COTEJO1/ED25519/" + filler.repeat(15_900 / filler.getBytes(StandardCharsets.UTF_8).length);
            assertTimeoutPreemptively(
                    Duration.ofSeconds(2), () -> assertCanonical(text.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
