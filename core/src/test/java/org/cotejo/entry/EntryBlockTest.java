package org.cotejo.entry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotejo.base.CanonicalReader;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.custody.SourceId;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.StationCode;
import org.cotejo.tally.Cell;
import org.cotejo.tally.Cells;
import org.junit.jupiter.api.Test;

/** Entries one after the other, and figures read in place. */
class EntryBlockTest {
    private static final StationFigures FIGURES = new StationFigures(
            new SourceId(new CustodianId("party"), 300),
            new StationCode("ñ1"),
            StationFigures.Paper.OPENING_REPORT,
            StationFigures.Way.BY_HAND,
            Cells.of(
                    List.of(new Cell.Written(Cell.MOST), new Cell.Blank(), new Cell.Illegible(), new Cell.Written(0))));

    private static List<Integer> lengths(EntryBlock block) {
        List<Integer> lengths = new ArrayList<>();
        assertTrue(block.forEach((_, _, length) -> lengths.add(length)));
        return lengths;
    }

    @Test
    void entriesComeInOrderWithTheirLengths() {
        byte[] bytes = {9, 0, 1, 7, 0, 0, 0, 2, 5, 6, 9};
        EntryBlock block = new EntryBlock(bytes, 1, 10);
        assertEquals(List.of(1, 0, 2), lengths(block));
        assertEquals(List.of(), lengths(new EntryBlock(bytes, 1, 1)));
        assertEquals(2, EntryBlock.lengthAt(bytes, 6));
        assertEquals(0xff02, EntryBlock.lengthAt(new byte[] {(byte) 0xff, 2}, 0));
    }

    @Test
    void lengthsThatDoNotAddUpAreSaid() {
        byte[] bytes = {0, 1, 7, 0, 2, 5, 6};
        for (int end : new int[] {1, 2, 4, 5, 6}) {
            assertFalse(new EntryBlock(bytes, 0, end).forEach((_, _, _) -> {}), "up to " + end);
        }
        assertTrue(new EntryBlock(bytes, 0, 3).forEach((_, _, _) -> {}));
    }

    @Test
    void aBlockLiesInItsBytes() {
        byte[] bytes = new byte[4];
        assertThrows(IllegalArgumentException.class, () -> new EntryBlock(bytes, 0, 5));
        assertThrows(IllegalArgumentException.class, () -> new EntryBlock(bytes, 3, 2));
        assertThrows(IllegalArgumentException.class, () -> new EntryBlock(bytes, -1, 2));
    }

    @Test
    void figuresAreReadInPlace() {
        byte[] bytes = EntryWriter.bytes(new Entry.FiguresGiven(FIGURES));
        byte[] around = new byte[bytes.length + 5];
        System.arraycopy(bytes, 0, around, 3, bytes.length);
        FiguresBytes cursor = new FiguresBytes().over(around, 3, bytes.length);
        assertEquals("party", text(around, cursor.custodianAt(), cursor.custodianLength()));
        assertEquals(300, cursor.sourceNumber());
        assertEquals("ñ1", text(around, cursor.stationAt(), cursor.stationLength()));
        assertEquals(StationFigures.Paper.OPENING_REPORT, cursor.paper());
        assertEquals(StationFigures.Way.BY_HAND, cursor.way());
        int[] cells = new int[cursor.cellCount()];
        cursor.readCells(cells);
        assertArrayEquals(new int[] {Cell.MOST, Cells.BLANK, Cells.ILLEGIBLE, 0}, cells);
    }

    @Test
    void figuresThatAreCutOffAreRefusedInPlaceToo() {
        byte[] bytes = EntryWriter.bytes(new Entry.FiguresGiven(FIGURES));
        for (int length = 2; length < bytes.length; length++) {
            int cut = length;
            assertThrows(CanonicalReader.Malformed.class, () -> readInPlace(Arrays.copyOf(bytes, cut)), "at " + cut);
        }
    }

    private static void readInPlace(byte[] bytes) {
        FiguresBytes cursor = new FiguresBytes().over(bytes, 0, bytes.length);
        cursor.readCells(new int[cursor.cellCount()]);
    }

    @Test
    void figuresWrittenPieceByPieceAreTheSameBytes() {
        byte[] expected = EntryWriter.bytes(new Entry.FiguresGiven(FIGURES));
        byte[] custodian = {'p', 'a', 'r', 't', 'y'};
        byte[] code = "ñ1".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        int[] cells = {Cell.MOST, Cells.BLANK, Cells.ILLEGIBLE, 0};
        CanonicalWriter to = new CanonicalWriter();
        FiguresBytes.writeSource(to, custodian, 300);
        int start = to.size();
        FiguresBytes.writeStation(
                to,
                StationFigures.Paper.OPENING_REPORT,
                StationFigures.Way.BY_HAND,
                code,
                0,
                code.length,
                cells,
                cells.length);
        assertArrayEquals(expected, to.toBytes());
        assertEquals("ñ1", text(expected, start + FiguresBytes.codeOffset(code.length), code.length));
    }

    private static String text(byte[] bytes, int at, int length) {
        return new String(bytes, at, length, java.nio.charset.StandardCharsets.UTF_8);
    }
}
