package org.cotejo.site;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Lines of a CSV file (RFC 4180) in UTF-8, built cell by cell, as bytes from the start: a country's files have hundreds of millions of cells.
 * Not safe for use by several threads.
 */
final class CsvLine {
    private static final int DIGITS_MOST = 20;

    private byte[] bytes = new byte[256];
    private int size;
    private boolean isBegun;

    CsvLine number(long number) {
        room(DIGITS_MOST + 1);
        next();
        if (number < 0 || number > Integer.MAX_VALUE) {
            ascii(Long.toString(number));
            return this;
        }
        int value = (int) number;
        size += digits(value);
        int at = size;
        do {
            int tenth = value / 10;
            bytes[--at] = (byte) ('0' + value - 10 * tenth);
            value = tenth;
        } while (value > 0);
        return this;
    }

    private static int digits(int value) {
        if (value < 1_000) {
            return value < 10 ? 1 : value < 100 ? 2 : 3;
        }
        int digits = 4;
        for (int rest = value / 10_000; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    /** A number, or nothing where there is none. */
    CsvLine numberIf(boolean isKnown, long number) {
        return isKnown ? number(number) : empty();
    }

    CsvLine empty() {
        next();
        return this;
    }

    /** Text that came from files; what a spreadsheet would run as a formula gets an apostrophe in front. */
    CsvLine text(String text) {
        next();
        boolean isFormula = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
        String safe = isFormula ? "'" + text : text;
        if (needsQuotes(safe)) {
            utf8('"' + safe.replace("\"", "\"\"") + '"');
        } else {
            utf8(safe);
        }
        return this;
    }

    /** Cells that another line has made. */
    CsvLine made(byte[] cells) {
        next();
        room(cells.length);
        System.arraycopy(cells, 0, bytes, size, cells.length);
        size += cells.length;
        return this;
    }

    /** Bytes of all lines so far. */
    int size() {
        return size;
    }

    /** Cells that stand in these lines already, between two {@link #size}s, with what parts them from those before. */
    CsvLine again(int from, int to) {
        room(to - from);
        System.arraycopy(bytes, from, bytes, size, to - from);
        size += to - from;
        isBegun = true;
        return this;
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    private void utf8(String text) {
        room(text.length());
        int start = size;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7f) {
                size = start;
                byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
                room(encoded.length);
                System.arraycopy(encoded, 0, bytes, size, encoded.length);
                size += encoded.length;
                return;
            }
            bytes[size++] = (byte) c;
        }
    }

    private void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            bytes[size++] = (byte) text.charAt(i);
        }
    }

    private void next() {
        if (isBegun) {
            room(1);
            bytes[size++] = ',';
        }
        isBegun = true;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    /** Ends the line and begins another one behind it. */
    void end() {
        room(2);
        bytes[size++] = '\r';
        bytes[size++] = '\n';
        isBegun = false;
    }

    /** Writes all lines so far and forgets them; the room that they took stays for the next ones. */
    void flush(OutputStream to) throws IOException {
        to.write(bytes, 0, size);
        size = 0;
        isBegun = false;
    }

    /** A line of these names. */
    static byte[] header(List<String> names) {
        CsvLine line = new CsvLine();
        names.forEach(line::text);
        line.end();
        return line.cells();
    }

    /** The cells so far, without an end. */
    byte[] cells() {
        return Arrays.copyOf(bytes, size);
    }

    /** The line with its end; empties it for the next one. */
    String take() {
        end();
        String taken = new String(bytes, 0, size, StandardCharsets.UTF_8);
        size = 0;
        return taken;
    }
}
