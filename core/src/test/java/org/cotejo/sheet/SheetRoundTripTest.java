package org.cotejo.sheet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cotejo.base.Result;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.SpokenHash;
import org.cotejo.definition.StationCode;
import org.cotejo.tally.Cell;
import org.cotejo.tally.Figure;
import org.junit.jupiter.api.Test;

/** What is printed is read back as it was, and what is read is printed as it stood. */
class SheetRoundTripTest {
    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void whatIsPrintedIsReadBack(@ForAll("sheets") SignedSheet sheet) {
        assertRoundTrip(sheet);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.FIRST)
    void whatIsPrintedAtTheLimitsOfItsPartsIsReadBack(@ForAll("sheets") SignedSheet sheet) {
        assertRoundTrip(sheet);
    }

    private static void assertRoundTrip(SignedSheet sheet) {
        Result<SignedSheet> read = SheetReader.read(sheet.text());
        assertEquals(Result.ok(sheet), read);
        assertEquals(sheet.sheet(), read.orThrow().sheet());
        assertEquals(sheet.text(), read.orThrow().text());
        assertEquals(Result.ok(sheet), SheetReader.read(sheet.signed(), sheet.signature()));
    }

    @Provide
    Arbitrary<SignedSheet> sheets() {
        return AnySheet.signed();
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void theCursorSeesWhatTheReaderSees(@ForAll("sheets") SignedSheet signed) {
        Sheet sheet = signed.sheet();
        byte[] text = signed.signed();
        byte[] around = new byte[text.length + 9];
        Arrays.fill(around, (byte) '/');
        System.arraycopy(text, 0, around, 4, text.length);
        SheetCursor cursor = new SheetCursor().over(around, 4, text.length);
        assertEquals(sheet.algorithm(), cursor.algorithm());
        assertEquals(sheet.paper(), cursor.paper());
        assertEquals(sheet.number(), cursor.number());
        assertEquals(sheet.of(), cursor.of());
        assertEquals(sheet.machine().value(), cursor.machine());
        assertEquals(
                Math.floorDiv(
                        sheet.hours().closing().toEpochSecond(sheet.hours().offset()), 60L),
                cursor.closedAt());
        assertTrue(cursor.isElection(utf8(sheet.election())));
        assertTrue(cursor.isDefinition(utf8(sheet.definition().groups().replace(" ", ""))));
        assertTrue(cursor.isContest(utf8(sheet.contest().value())));
        byte[] station = utf8(sheet.station().value());
        assertTrue(cursor.isStation(station, 0, station.length));
        byte[] machine = utf8(sheet.machine().value());
        assertTrue(cursor.isMachine(machine, 0, machine.length));
        assertEquals(sheet.votes().size(), cursor.voteCount());
        int[] cells = new int[cursor.figureCount()];
        cursor.copyFigures(cells);
        assertEquals(sheet.cells(), Arrays.stream(cells).boxed().toList());
        int bits = sheet.counts().keySet().stream().mapToInt(SheetCursor::bit).sum();
        assertTrue(cursor.carriesExactly(bits));
        for (Figure.Count count : Figure.Count.values()) {
            assertEquals(sheet.counts().getOrDefault(count, SheetCursor.NOT_CARRIED), cursor.count(count));
            assertEquals(false, cursor.carriesExactly(bits ^ SheetCursor.bit(count)));
        }
    }

    @Test
    void aCursorForgetsTheSheetBefore() {
        SheetCursor cursor = new SheetCursor();
        byte[] first = SheetWriter.signed(Sheets.SHEET);
        byte[] second = SheetWriter.signed(Sheets.with(Map.of(Figure.Count.BALLOTS, 7)));
        cursor.over(first, 0, first.length);
        cursor.over(second, 0, second.length);
        assertEquals(7, cursor.count(Figure.Count.BALLOTS));
        for (Figure.Count count : Figure.Count.values()) {
            assertEquals(count == Figure.Count.BALLOTS, cursor.count(count) != SheetCursor.NOT_CARRIED);
        }
    }

    @Test
    void aSignatureKeepsItsLeadingZerosAndItsHighestBit() {
        for (BigInteger number : new BigInteger[] {
            BigInteger.ZERO,
            BigInteger.ONE,
            BigInteger.TWO.pow(511),
            BigInteger.TWO.pow(512).subtract(BigInteger.ONE),
            BigInteger.TWO.pow(504)
        }) {
            byte[] signature = new byte[SignedSheet.SIGNATURE_BYTES];
            byte[] bytes = number.toByteArray();
            int length = Math.min(bytes.length, 64);
            System.arraycopy(bytes, bytes.length - length, signature, 64 - length, length);
            String text = SignedSheet.of(Sheets.SHEET, signature).text();
            String digits = text.substring(text.lastIndexOf('/') + 1);
            assertEquals(SignedSheet.SIGNATURE_DIGITS, digits.length());
            assertEquals(number, new BigInteger(digits));
            assertArrayEquals(signature, SheetReader.read(text).orThrow().signature());
        }
    }

    @Test
    void theLargestSheetThatThereCanBeFitsIntoTheLimitOfTheText() {
        String id = "\u4e2d".repeat(60);
        Sheet largest = new Sheet(
                KeyAlgorithm.ED25519_DEMO,
                id,
                new SpokenHash("0".repeat(4) + " 0000".repeat(9)),
                new StationCode(id),
                new ContestId(id),
                Sheet.SHEETS_MOST,
                Sheet.SHEETS_MOST,
                Sheet.Paper.FINAL,
                new MachineId(id),
                new SheetHours(
                        LocalDateTime.of(9999, 12, 31, 0, 0),
                        LocalDateTime.of(9999, 12, 31, 23, 59),
                        ZoneOffset.ofHours(-12)),
                Collections.nCopies(Sheet.VOTES_MOST, Cell.MOST),
                Map.of(
                        Figure.Count.NULL, Cell.MOST,
                        Figure.Count.BLANK, Cell.MOST,
                        Figure.Count.REGISTERED, Cell.MOST,
                        Figure.Count.VOTERS, Cell.MOST,
                        Figure.Count.BALLOTS, Cell.MOST));
        SignedSheet signed = SignedSheet.of(largest, new byte[64]);
        assertTrue(utf8(signed.text()).length <= SheetCursor.TEXT_MOST);
        assertRoundTrip(signed);
    }

    @Test
    void sheetsAreEqualByTheirBytes() {
        SignedSheet one = SignedSheet.of(Sheets.SHEET, new byte[64]);
        assertEquals(one, SheetReader.read(one.text()).orThrow());
        assertEquals(one.hashCode(), SheetReader.read(one.text()).orThrow().hashCode());
        byte[] other = new byte[64];
        other[63] = 1;
        assertNotEquals(one, SignedSheet.of(Sheets.SHEET, other));
        assertNotEquals(one, SignedSheet.of(Sheets.with(Map.of(Figure.Count.BALLOTS, 7)), new byte[64]));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
