package org.cotejo.formats.text;

import org.cotejo.base.Where;

/** Finds out what stands between the fields of a file: the sign that stands equally often in each of its first rows. */
final class Delimiter {
    private static final char[] KNOWN = {',', ';', '\t', '|'};
    private static final int ROWS_MOST = 100;

    private Delimiter() {}

    /** The delimiter that the terms name or, by its first characters, the one of the file. */
    static char of(String file, RowTerms terms, String begin) {
        return switch (terms.delimiter()) {
            case RowTerms.AUTO -> found(terms, begin);
            case "," -> ',';
            case ";" -> ';';
            case "|" -> '|';
            case "tab", "\t", "\\t" -> '\t';
            default -> throw TextProblem.DELIMITER.at(Where.file(file), TextProblem.shown(terms.delimiter()));
        };
    }

    private static char found(RowTerms terms, String begin) {
        char best = KNOWN[0];
        int most = 0;
        for (char candidate : KNOWN) {
            int count = steadyCount(candidate, terms, begin);
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        if (most > 0) {
            return best;
        }
        for (char candidate : KNOWN) {
            int count = headerCount(candidate, terms, begin);
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    /** How often it stands in every row, or 0 if that differs. */
    private static int steadyCount(char delimiter, RowTerms terms, String begin) {
        Counter counter = new Counter(delimiter, terms, begin);
        int count = counter.next();
        if (count <= 0) {
            return 0;
        }
        for (int row = 1; row < ROWS_MOST; row++) {
            int other = counter.next();
            if (other < 0) {
                break;
            }
            if (other != count) {
                return 0;
            }
        }
        return count;
    }

    private static int headerCount(char delimiter, RowTerms terms, String begin) {
        return new Counter(delimiter, terms, begin).next();
    }

    /** Counts one sign outside of quotes, row by row. */
    private static final class Counter {
        private final char delimiter;
        private final boolean hasComments;
        private final String text;
        private int at;

        Counter(char delimiter, RowTerms terms, String text) {
            this.delimiter = delimiter;
            this.hasComments = terms.hasComments();
            this.text = text;
            for (int skipped = 0; skipped < terms.skipRows() && at < text.length(); skipped++) {
                skipLine();
            }
        }

        private void skipLine() {
            while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                at++;
            }
            if (at + 1 < text.length() && text.charAt(at) == '\r' && text.charAt(at + 1) == '\n') {
                at++;
            }
            at++;
        }

        /** The count in the next row that is not empty, or -1 if no whole row is left. */
        int next() {
            while (at < text.length() && (isEnd(text.charAt(at)) || hasComments && text.charAt(at) == '#')) {
                skipLine();
            }
            if (at >= text.length()) {
                return -1;
            }
            int count = 0;
            boolean isQuoted = false;
            for (; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == '"') {
                    isQuoted = !isQuoted;
                } else if (!isQuoted && isEnd(c)) {
                    return count;
                } else if (!isQuoted && c == delimiter) {
                    count++;
                }
            }
            return count;
        }

        private static boolean isEnd(char c) {
            return c == '\n' || c == '\r';
        }
    }
}
