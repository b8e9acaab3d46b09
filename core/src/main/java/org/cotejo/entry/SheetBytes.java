package org.cotejo.entry;

import org.cotejo.base.CanonicalWriter;
import org.cotejo.custody.StationFigures;
import org.cotejo.sheet.SignedSheet;

/**
 * Writes the bytes of a {@link Entry.SheetGiven}, of which a country has millions; {@link FiguresBytes} reads them, as all rows of
 * figures: version, kind, custodian (text), source number, way, station code (text), number of figures, signed text, 64 bytes of
 * signature.
 */
@SuppressWarnings("EnumOrdinal") // the order of these enums is part of the format (docs/formats/entries.md, section 4)
public final class SheetBytes {
    private SheetBytes() {}

    /** Writes the first part of an entry, which is the same for all rows of a source. */
    public static void writeSource(CanonicalWriter to, byte[] custodian, int sourceNumber) {
        to.octet(Entry.VERSION).octet(Kind.SHEET).bytes(custodian).number(sourceNumber);
    }

    /**
     * Writes the rest of an entry after {@link #writeSource}.
     *
     * @param station UTF-8 bytes of the code of the station that the sheet was delivered for
     * @param figures how many figures the sheet holds
     */
    public static void writeStation(
            CanonicalWriter to,
            StationFigures.Way way,
            byte[] station,
            int figures,
            byte[] signed,
            int signedLength,
            byte[] signature) {
        to.octet(way.ordinal()).bytes(station).number(figures).bytes(signed, 0, signedLength);
        to.raw(signature, 0, SignedSheet.SIGNATURE_BYTES);
    }
}
