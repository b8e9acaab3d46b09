package org.cotejo.formats.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The same rows as {@link CsvRows} gives, for files without a quote: then every line end ends a row, so that a large file can be
 * cut at line ends and its parts read side by side. Files with a quote anywhere are for {@link CsvRows} alone.
 */
final class PlainLines {
    private static final int PART_BYTES = 1 << 20;

    private final Encoding encoding;
    private final char delimiter;
    private final @Nullable PlainScan scan;
    private final PlainScan.@Nullable Again source;

    /** The lines of a file that is held in memory. */
    PlainLines(Encoding encoding, char delimiter) {
        this(encoding, delimiter, null, null);
    }

    private PlainLines(Encoding encoding, char delimiter, @Nullable PlainScan scan, PlainScan.@Nullable Again source) {
        this.encoding = encoding;
        this.delimiter = delimiter;
        this.scan = scan;
        this.source = source;
    }

    /** These lines are only the beginning of a file that was looked through: all lines of that file. */
    PlainLines andAllOthers(PlainScan whole, PlainScan.Again bytes) {
        return new PlainLines(encoding, delimiter, whole, bytes);
    }

    /**
     * A part of a file that ends where a line does.
     *
     * @param skip how many of its bytes come before its first row
     */
    record Part(long from, int length, int skip) {}

    /** The parts of the file, whose first row begins after so many lines. */
    List<Part> parts(long linesBefore) {
        int from = after(linesBefore);
        return scan == null ? partsInMemory(from) : scan.parts(from);
    }

    private List<Part> partsInMemory(int from) {
        byte[] bytes = encoding.bytes();
        List<Part> parts = new ArrayList<>();
        int start = from;
        while (start < bytes.length) {
            int end = Math.min(bytes.length, start + PART_BYTES);
            while (end < bytes.length && bytes[end - 1] != '\n') {
                end++;
            }
            parts.add(new Part(start, end - start, 0));
            start = end;
        }
        return parts;
    }

    /** The lines of a part as bytes. */
    PlainBytes bytes(RowFile file, Part part) {
        if (source != null) {
            return new PlainBytes(file, this, source.read(part.from(), part.length()), part.skip(), part.length());
        }
        int from = (int) part.from();
        return new PlainBytes(file, this, encoding.bytes(), from, from + part.length());
    }

    /** Where the line begins that follows so many. */
    private int after(long lines) {
        byte[] bytes = encoding.bytes();
        int at = encoding.start();
        for (long line = 0; line < lines; line++) {
            at = afterLine(bytes, at, bytes.length);
        }
        return at;
    }

    private static int afterLine(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return Math.min(to, at + 1);
    }

    byte delimiter() {
        return (byte) delimiter;
    }

    /**
     * Gives each row of some bytes to {@code sink}, their lines counted from 1; rows without a character are passed over. Returns how
     * many lines there were.
     */
    int read(byte[] bytes, int from, int to, Row row, Table.Sink sink) {
        char[] chars = encoding.text(bytes, from, to).toCharArray();
        row.over(chars);
        int lines = 0;
        int at = 0;
        boolean isWanted = true;
        while (at < chars.length && isWanted) {
            at = read(chars, at, ++lines, row);
            isWanted = row.isBlank() || sink.row(row);
        }
        return lines;
    }

    /** Fills the row with one line that begins at a byte, and returns where the next begins. */
    int read(byte[] bytes, int from, int to, int line, Row row) {
        int end = afterLine(bytes, from, to);
        char[] chars = encoding.text(bytes, from, end).toCharArray();
        row.over(chars);
        read(chars, 0, line, row);
        return end;
    }

    private int read(char[] chars, int from, int line, Row row) {
        row.begin(line);
        int start = from;
        int at = from;
        char c;
        while (at < chars.length && (c = chars[at]) != '\n') {
            if (c == delimiter) {
                row.addView(start, at);
                start = at + 1;
            }
            at++;
        }
        row.addView(start, at > start && chars[at - 1] == '\r' ? at - 1 : at);
        return at + 1;
    }
}
