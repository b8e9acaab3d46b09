package org.cotejo.formats.text;

import java.util.function.Consumer;

/**
 * Lines of a file as bytes: each is a row, its fields parted by one delimiter, nothing quoted. A reader takes the rows that look
 * as most do straight from the bytes and gives each other row to {@link #row}. Not safe for use by several threads.
 */
public final class PlainBytes {
    private final RowFile file;
    private final PlainLines lines;
    private final PlainLines.Part part;
    private final Row row;

    PlainBytes(RowFile file, PlainLines lines, PlainLines.Part part) {
        this.file = file;
        this.lines = lines;
        this.part = part;
        this.row = file.emptyRow();
    }

    /** The bytes of the whole file: shared, not to be changed. */
    public byte[] bytes() {
        return lines.bytes();
    }

    /** Where the first line begins. */
    public int from() {
        return part.from();
    }

    /** Where the last line ends, after its line feed if it has one. */
    public int to() {
        return part.to();
    }

    public byte delimiter() {
        return lines.delimiter();
    }

    /** Number of fields of every row. */
    public int columns() {
        return file.columns().size();
    }

    /** Gives the line that begins at a byte to {@code sink} as a row, unless it is empty; returns where the next line begins. */
    public int row(int from, int line, Consumer<Row> sink) {
        int next = lines.read(from, line, row);
        if (!row.isBlank()) {
            file.give(row, sink);
        }
        return next;
    }
}
