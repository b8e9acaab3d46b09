package org.cotejo.station.paper;

import java.util.Arrays;
import org.cotejo.base.Check;

/** A strip of paper as dots, row by row, eight dots a byte, the leftmost in the highest bit; 1 is black. */
public final class Strip {
    private final int width;
    private final byte[] rows;

    Strip(int width, byte[] rows) {
        Check.that(width > 0 && width % Byte.SIZE == 0, "a strip %d dots wide", width);
        Check.that(rows.length % (width / Byte.SIZE) == 0, "%d bytes are no rows of %d dots", rows.length, width);
        this.width = width;
        this.rows = rows;
    }

    /** Dots across; a multiple of 8. */
    public int width() {
        return width;
    }

    /** Dots down. */
    public int height() {
        return rows.length / bytesARow();
    }

    public int bytesARow() {
        return width / Byte.SIZE;
    }

    /** The bytes of a row, counted from the top from 0. */
    public byte[] row(int y) {
        return Arrays.copyOfRange(rows, y * bytesARow(), (y + 1) * bytesARow());
    }

    public boolean isBlack(int x, int y) {
        return (rows[y * bytesARow() + x / Byte.SIZE] >> Byte.SIZE - 1 - x % Byte.SIZE & 1) == 1;
    }
}
