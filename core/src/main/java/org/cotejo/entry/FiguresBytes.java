package org.cotejo.entry;

import org.cotejo.base.CanonicalReader;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.base.Check;
import org.cotejo.base.RefusedException;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.custody.StationFigures;
import org.cotejo.sheet.SheetCursor;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.tally.Cell;

/**
 * The bytes of a {@link Entry.FiguresGiven} or {@link Entry.SheetGiven}, read in place. There are millions of them, and most
 * readers want to know the source and the station first and the cells later or never; so this is a cursor that is pointed at one
 * entry after the other and makes no object. {@link EntryReader} reads figures through it too: there is one reader of these bytes.
 *
 * <p>Layout of figures after version and kind: custodian (text), source number, paper, way, station code (text), number of cells,
 * then each cell as 0 illegible, 1 blank, n+2 for the number n. A signed sheet has no paper there, and its text and signature
 * instead of cells. Not safe for use by several threads.
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
    private int restAt;
    private StationFigures.Paper paper = StationFigures.Paper.FINAL;
    private StationFigures.Way way = StationFigures.Way.UNSTATED;
    private int stationAt;
    private int stationLength;
    private int cellCount;
    private int cellsAt;
    private int end;
    private final SheetCursor sheet = new SheetCursor();
    private boolean isSheet;
    private boolean isSheetRead;
    private byte[] entryBytes = new byte[0];
    private int signedAt;
    private int signedLength;
    private int signatureAt;

    /** Whether the entry that begins here is one of figures, of a signed sheet or not, by its kind byte alone. */
    public static boolean isFigures(byte[] bytes, int offset, int length) {
        return length > 2
                && bytes[offset] == Entry.VERSION
                && (bytes[offset + 1] == Kind.FIGURES || bytes[offset + 1] == Kind.SHEET);
    }

    /** Whether the entry that begins here is a signed sheet, by its kind byte alone. */
    public static boolean isSheet(byte[] bytes, int offset, int length) {
        return length > 2 && bytes[offset] == Entry.VERSION && bytes[offset + 1] == Kind.SHEET;
    }

    /** Points at one entry and reads all but its cells; throws {@link CanonicalReader.Malformed}. */
    public FiguresBytes over(byte[] bytes, int offset, int length) {
        reader.over(bytes, offset, length);
        reader.octet();
        isSheet = reader.octet() == Kind.SHEET;
        custodianAt = reader.skipBytes(ID_BYTES_MOST);
        custodianLength = reader.position() - custodianAt;
        sourceNumber = reader.count(SourceId.NUMBER_MOST, "source number");
        readRest(bytes, offset + length);
        return this;
    }

    /**
     * Points at what an entry says after its source, between two places, and reads all but the cells; throws {@link
     * CanonicalReader.Malformed}. No source is known then.
     */
    public FiguresBytes overRest(byte[] bytes, int from, int to, boolean isOfSheet) {
        reader.over(bytes, from, to - from);
        isSheet = isOfSheet;
        custodianAt = from;
        custodianLength = 0;
        sourceNumber = 0;
        readRest(bytes, to);
        return this;
    }

    private void readRest(byte[] bytes, int to) {
        isSheetRead = false;
        restAt = reader.position();
        if (!isSheet) {
            paper = PAPERS[reader.octetBelow(PAPERS.length, "paper")];
        }
        way = WAYS[reader.octetBelow(WAYS.length, "way")];
        stationAt = reader.skipBytes(ID_BYTES_MOST);
        stationLength = reader.position() - stationAt;
        cellCount = reader.count(Source.FIGURES_MOST, "number of cells");
        cellsAt = reader.position();
        end = to;
        if (isSheet) {
            entryBytes = bytes;
            signedAt = reader.skipBytes(SheetCursor.TEXT_MOST);
            signatureAt = reader.skip(SignedSheet.SIGNATURE_BYTES);
            signedLength = signatureAt - signedAt;
            reader.atEnd();
        }
    }

    /** Whether the entry is of a signed sheet. */
    public boolean isSheet() {
        return isSheet;
    }

    /** The text of the entry's sheet, read; throws {@link CanonicalReader.Malformed} if it is not in its one form. */
    public SheetCursor sheet() {
        Check.that(isSheet, "these figures are not of a signed sheet");
        if (!isSheetRead) {
            try {
                sheet.over(entryBytes, signedAt, signedLength);
            } catch (RefusedException e) {
                throw new CanonicalReader.Malformed(String.valueOf(e.getMessage()));
            }
            if (sheet.figureCount() != cellCount) {
                throw new CanonicalReader.Malformed("the sheet does not hold " + cellCount + " figures");
            }
            isSheetRead = true;
        }
        return sheet;
    }

    /** Where the signed text of the sheet begins in the array given to {@link #over}. */
    public int signedAt() {
        return signedAt;
    }

    public int signedLength() {
        return signedLength;
    }

    /** Where the signature of the sheet begins: right after its text. */
    public int signatureAt() {
        return signatureAt;
    }

    /**
     * Reads the cells, in the packed form of {@link org.cotejo.tally.Cells}, into {@code cells}, which must have room for
     * {@link #cellCount}; to be called once after {@link #over}.
     */
    public void readCells(int[] cells) {
        if (isSheet) {
            sheet().copyFigures(cells);
            return;
        }
        reader.counts(cells, cellCount, Cell.MOST + PACKED_TO_WIRE, "cell");
        for (int i = 0; i < cellCount; i++) {
            cells[i] -= PACKED_TO_WIRE;
        }
        reader.atEnd();
    }

    /** Where the cells of figures begin in the array given to {@link #over}; they end where the entry does. */
    public int cellsAt() {
        return cellsAt;
    }

    /** Where the entry ends. */
    public int end() {
        return end;
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
        to.number(cellCount).numbers(cells, cellCount, PACKED_TO_WIRE);
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

    /** Where the entry goes on after its source, which is all that differs where another delivery brings the same. */
    public int restAt() {
        return restAt;
    }

    /** Of a sheet it stands in its text, which is then read. */
    public StationFigures.Paper paper() {
        if (!isSheet) {
            return paper;
        }
        return switch (sheet().paper()) {
            case FINAL -> StationFigures.Paper.FINAL;
            case OPENING -> StationFigures.Paper.OPENING_REPORT;
        };
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
