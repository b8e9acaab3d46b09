package org.cotejo.formats.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The same rows as {@link CsvRows} gives, for files without a quote: then every line end ends a row, so that a large file can be
 * cut at line ends and its parts read side by side. Files with a quote anywhere are for {@link CsvRows} alone.
 */
final class PlainLines {
    private static final int PART_BYTES = 1 << 20;

    private final Encoding encoding;
    private final char delimiter;

    PlainLines(Encoding encoding, char delimiter) {
        this.encoding = encoding;
        this.delimiter = delimiter;
    }

    /** A part of a file: whole rows, from one byte to another. */
    record Part(int from, int to) {}

    /** The parts of the file from a byte on, which must begin a row. */
    List<Part> parts(int from) {
        byte[] bytes = encoding.bytes();
        List<Part> parts = new ArrayList<>();
        int start = from;
        while (start < bytes.length) {
            int end = Math.min(bytes.length, start + PART_BYTES);
            while (end < bytes.length && bytes[end - 1] != '\n') {
                end++;
            }
            parts.add(new Part(start, end));
            start = end;
        }
        return parts;
    }

    /** Number of line ends before a byte. */
    long linesBefore(int byteAt) {
        byte[] bytes = encoding.bytes();
        long lines = 0;
        for (int i = encoding.start(); i < byteAt; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** Where the line begins that follows so many. */
    int after(long lines) {
        int at = encoding.start();
        for (long line = 0; line < lines; line++) {
            at = afterLine(at);
        }
        return at;
    }

    private int afterLine(int from) {
        byte[] bytes = encoding.bytes();
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return Math.min(bytes.length, at + 1);
    }

    byte[] bytes() {
        return encoding.bytes();
    }

    byte delimiter() {
        return (byte) delimiter;
    }

    /** Gives each row of a part to {@code sink}, its lines counted from 1; rows without a character are passed over. */
    void read(Part part, Row row, Table.Sink sink) {
        char[] chars = encoding.part(part.from(), part.to()).toCharArray();
        row.over(chars);
        int line = 1;
        int at = 0;
        while (at < chars.length) {
            at = read(chars, at, line++, row);
            if (!row.isBlank() && !sink.row(row)) {
                return;
            }
        }
    }

    /** Fills the row with one line that begins at a byte, and returns where the next begins. */
    int read(int from, int line, Row row) {
        int end = afterLine(from);
        char[] chars = encoding.part(from, end).toCharArray();
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
