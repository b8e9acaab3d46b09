package org.cotejo.formats.text;

import java.util.function.Consumer;

/**
 * Lines of a file as bytes: each is a row, its fields parted by one delimiter, nothing quoted. A reader takes the rows that look
 * as most do straight from the bytes and gives each other row to {@link #row}. Not safe for use by several threads.
 */
public final class PlainBytes {
    private final RowFile file;
    private final PlainLines lines;
    private final byte[] bytes;
    private final int from;
    private final int to;
    private final Row row;

    PlainBytes(RowFile file, PlainLines lines, byte[] bytes, int from, int to) {
        this.file = file;
        this.lines = lines;
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.row = file.emptyRow();
    }

    /** The bytes among which the lines lie: shared, not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the first line begins. */
    public int from() {
        return from;
    }

    /** Where the last line ends, after its line feed if it has one. */
    public int to() {
        return to;
    }

    public byte delimiter() {
        return lines.delimiter();
    }

    /** Number of fields of every row. */
    public int columns() {
        return file.columns().size();
    }

    /** Gives the line that begins at a byte to {@code sink} as a row, unless it is empty; returns where the next line begins. */
    public int row(int at, int line, Consumer<Row> sink) {
        int next = lines.read(bytes, at, to, line, row);
        if (!row.isBlank()) {
            file.give(row, sink);
        }
        return next;
    }

    /** Gives all lines that are not empty to {@code sink} as rows; returns how many lines there are. */
    public int rows(Consumer<Row> sink) {
        return lines.read(bytes, from, to, row, filled -> file.give(filled, sink));
    }
}
