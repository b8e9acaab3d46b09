package org.cotejo.entry;

import org.cotejo.base.CanonicalReader;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.custody.StationFigures;
import org.cotejo.tally.Cell;

/**
 * The bytes of a {@link Entry.FiguresGiven}, read in place. There are millions of them, and most readers want to know the
 * source and the station first and the cells later or never; so this is a cursor that is pointed at one entry after the
 * other and makes no object. {@link EntryReader} reads through it too: there is one reader of these bytes.
 *
 * <p>Layout after version and kind: custodian (text), source number, paper, way, station code (text), number of cells, then
 * each cell as 0 illegible, 1 blank, n+2 for the number n. Not safe for use by several threads.
 */
@SuppressWarnings("EnumOrdinal") // the order of these enums is part of the format (docs/formats/entries.md, section 4)
public final class FiguresBytes {
    /** Bytes that {@link #writeStation} writes before the station's code and its length. */
    public static final int BEFORE_CODE = 2;

    private static final int ID_BYTES_MOST = 240;
    private static final int SHORT_LENGTH = 0x80;
    private static final int PACKED_TO_WIRE = 2;
    private static final StationFigures.Paper[] PAPERS = StationFigures.Paper.values();
    private static final StationFigures.Way[] WAYS = StationFigures.Way.values();

    private final CanonicalReader reader = new CanonicalReader();
    private int custodianAt;
    private int custodianLength;
    private int sourceNumber;
    private StationFigures.Paper paper = StationFigures.Paper.FINAL;
    private StationFigures.Way way = StationFigures.Way.UNSTATED;
    private int stationAt;
    private int stationLength;
    private int cellCount;

    /** Whether the entry that begins here is one of figures, by its kind byte alone. */
    public static boolean isFigures(byte[] bytes, int offset, int length) {
        return length > 2 && bytes[offset] == Entry.VERSION && bytes[offset + 1] == Kind.FIGURES;
    }

    /** Points at one entry and reads all but its cells; throws {@link CanonicalReader.Malformed}. */
    public FiguresBytes over(byte[] bytes, int offset, int length) {
        reader.over(bytes, offset, length);
        reader.octet();
        reader.octet();
        custodianAt = reader.skipBytes(ID_BYTES_MOST);
        custodianLength = reader.position() - custodianAt;
        sourceNumber = reader.count(SourceId.NUMBER_MOST, "source number");
        paper = PAPERS[reader.octetBelow(PAPERS.length, "paper")];
        way = WAYS[reader.octetBelow(WAYS.length, "way")];
        stationAt = reader.skipBytes(ID_BYTES_MOST);
        stationLength = reader.position() - stationAt;
        cellCount = reader.count(Source.FIGURES_MOST, "number of cells");
        return this;
    }

    /**
     * Reads the cells, in the packed form of {@link org.cotejo.tally.Cells}, into {@code cells}, which must have room for
     * {@link #cellCount}; to be called once after {@link #over}.
     */
    public void readCells(int[] cells) {
        for (int i = 0; i < cellCount; i++) {
            cells[i] = reader.count(Cell.MOST + PACKED_TO_WIRE, "cell") - PACKED_TO_WIRE;
        }
        reader.atEnd();
    }

    /** Writes an entry; {@code cells} in packed form. */
    public static void write(
            CanonicalWriter to,
            byte[] custodian,
            int sourceNumber,
            StationFigures.Paper paper,
            StationFigures.Way way,
            byte[] station,
            int stationOffset,
            int stationLength,
            int[] cells,
            int cellCount) {
        writeSource(to, custodian, sourceNumber);
        writeStation(to, paper, way, station, stationOffset, stationLength, cells, cellCount);
    }

    /** Writes the first part of an entry, which is the same for all rows of a source. */
    public static void writeSource(CanonicalWriter to, byte[] custodian, int sourceNumber) {
        to.octet(Entry.VERSION).octet(Kind.FIGURES).bytes(custodian).number(sourceNumber);
    }

    /** Writes the rest of an entry after {@link #writeSource}; {@code cells} in packed form. */
    public static void writeStation(
            CanonicalWriter to,
            StationFigures.Paper paper,
            StationFigures.Way way,
            byte[] station,
            int stationOffset,
            int stationLength,
            int[] cells,
            int cellCount) {
        to.octet(paper.ordinal()).octet(way.ordinal()).bytes(station, stationOffset, stationLength);
        to.number(cellCount);
        for (int i = 0; i < cellCount; i++) {
            to.number(cells[i] + PACKED_TO_WIRE);
        }
    }

    /** Where the station's code begins in what {@link #writeStation} writes. */
    public static int codeOffset(int codeLength) {
        return BEFORE_CODE + (codeLength < SHORT_LENGTH ? 1 : 2);
    }

    /** Where the custodian's id begins in the array given to {@link #over}. */
    public int custodianAt() {
        return custodianAt;
    }

    public int custodianLength() {
        return custodianLength;
    }

    public int sourceNumber() {
        return sourceNumber;
    }

    public StationFigures.Paper paper() {
        return paper;
    }

    public StationFigures.Way way() {
        return way;
    }

    /** Where the station's code begins in the array given to {@link #over}. */
    public int stationAt() {
        return stationAt;
    }

    public int stationLength() {
        return stationLength;
    }

    public int cellCount() {
        return cellCount;
    }
}
