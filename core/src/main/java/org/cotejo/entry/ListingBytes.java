package org.cotejo.entry;

import org.cotejo.base.CanonicalReader;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.custody.SourceId;
import org.cotejo.definition.Names;
import org.cotejo.tally.Cell;

/**
 * The bytes of a {@link Entry.StationListed}, read in place like those of figures, since a country has a million stations:
 * version, kind, custodian (text), source number, station code (text), place, registered and one (0 for unknown). Not safe for
 * use by several threads.
 */
public final class ListingBytes {
    private static final int ID_BYTES_MOST = 240;

    /** Version, kind, the custodian with its length, a source's number. */
    private static final int HEAD_BYTES_MOST = 2 + 2 + ID_BYTES_MOST + 9;

    private final CanonicalReader reader = new CanonicalReader();
    private int custodianAt;
    private int custodianLength;
    private int sourceNumber;
    private int stationAt;
    private int stationLength;
    private int place;
    private int registered;
    private int headEnd;
    private final byte[] head = new byte[HEAD_BYTES_MOST];
    private int headLength;

    /**
     * Whether the entry that begins here is a listing whose ids are of plain ASCII, so that reading it in place needs no further
     * check of characters; every other entry is for {@link EntryReader}.
     */
    public boolean isPlain(byte[] bytes, int offset, int length) {
        if (length < 3 || bytes[offset] != Entry.VERSION || bytes[offset + 1] != Kind.STATION) {
            return false;
        }
        over(bytes, offset, length);
        boolean isPlain = Names.isPlainId(bytes, custodianAt, custodianLength)
                && Names.isPlainId(bytes, stationAt, stationLength);
        headLength = isPlain ? headEnd - offset : 0;
        System.arraycopy(bytes, offset, head, 0, headLength);
        return isPlain;
    }

    /**
     * Whether the entry that begins here is a listing of the same source as the one of the last {@link #isPlain}, as nearly all
     * are in a file of a million, and plain too. Then it was read as {@code isPlain} would have, without reading its source again. The
     * bytes of that listing need not be there any more.
     */
    public boolean isPlainOfSameSource(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int code = offset + headLength + 1;
        if (headLength == 0 || code > end || !isSameHead(bytes, offset)) {
            return false;
        }
        int codeLength = bytes[code - 1];
        if (codeLength > end - code || !Names.isPlainId(bytes, code, codeLength)) {
            return false;
        }
        stationAt = code;
        stationLength = codeLength;
        reader.over(bytes, code + codeLength, end - code - codeLength);
        readRest();
        return true;
    }

    /** A plain loop: for a dozen bytes a call of the platform's comparison costs more. */
    private boolean isSameHead(byte[] bytes, int offset) {
        for (int i = 0; i < headLength; i++) {
            if (head[i] != bytes[offset + i]) {
                return false;
            }
        }
        return true;
    }

    private void over(byte[] bytes, int offset, int length) {
        reader.over(bytes, offset, length);
        reader.octet();
        reader.octet();
        custodianAt = reader.skipBytes(ID_BYTES_MOST);
        custodianLength = reader.position() - custodianAt;
        sourceNumber = reader.count(SourceId.NUMBER_MOST, "source number");
        headEnd = reader.position();
        stationAt = reader.skipBytes(ID_BYTES_MOST);
        stationLength = reader.position() - stationAt;
        readRest();
    }

    private void readRest() {
        place = reader.count(Entry.PLACES_MOST, "place");
        registered = reader.count(Cell.MOST + 1, "registered") - 1;
        reader.atEnd();
    }

    /** Writes an entry; {@code registered} is {@link org.cotejo.definition.Register#UNKNOWN} for a register nobody stated. */
    public static void write(
            CanonicalWriter to,
            byte[] custodian,
            int sourceNumber,
            byte[] station,
            int stationOffset,
            int stationLength,
            int place,
            int registered) {
        to.octet(Entry.VERSION).octet(Kind.STATION).bytes(custodian).number(sourceNumber);
        to.bytes(station, stationOffset, stationLength).number(place).number(registered + 1L);
    }

    /** Where the custodian's id begins in the array that {@link #isPlain} was asked about. */
    public int custodianAt() {
        return custodianAt;
    }

    public int custodianLength() {
        return custodianLength;
    }

    public int sourceNumber() {
        return sourceNumber;
    }

    /** Where the station's code begins. */
    public int stationAt() {
        return stationAt;
    }

    public int stationLength() {
        return stationLength;
    }

    public int place() {
        return place;
    }

    /** Registered voters, or {@link org.cotejo.definition.Register#UNKNOWN}. */
    public int registered() {
        return registered;
    }
}
