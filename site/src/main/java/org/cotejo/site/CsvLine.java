package org.cotejo.site;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lines of a CSV file (RFC 4180), built cell by cell. Not safe for use by several threads. */
final class CsvLine {
    private final StringBuilder line = new StringBuilder(256);
    private boolean isBegun;

    CsvLine number(long number) {
        next();
        line.append(number);
        return this;
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
            line.append('"').append(safe.replace("\"", "\"\"")).append('"');
        } else {
            line.append(safe);
        }
        return this;
    }

    /** Cells that another line has made. */
    CsvLine made(String cells) {
        next();
        line.append(cells);
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

    private void next() {
        if (isBegun) {
            line.append(',');
        }
        isBegun = true;
    }

    /** Ends the line and begins another one behind it. */
    void end() {
        line.append("\r\n");
        isBegun = false;
    }

    /** All lines so far, in UTF-8. */
    byte[] bytes() {
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A line of these names, in UTF-8. */
    static byte[] header(List<String> names) {
        CsvLine line = new CsvLine();
        names.forEach(line::text);
        line.end();
        return line.bytes();
    }

    /** The line so far, without an end. */
    String cells() {
        return line.toString();
    }

    /** The line with its end; empties it for the next one. */
    String take() {
        end();
        String taken = line.toString();
        line.setLength(0);
        return taken;
    }
}
