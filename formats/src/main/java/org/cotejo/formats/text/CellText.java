package org.cotejo.formats.text;

import java.util.Locale;
import java.util.Set;
import org.cotejo.base.Texts;
import org.cotejo.tally.Cell;
import org.cotejo.tally.Cells;

/**
 * Reads a cell of votes or people as files write it, into the packed form of {@link Cells} (docs/formats/csv.md, section 4).
 * A number is digits, also with thousands marks or with decimals that are all zero; nothing, a dash or "Sin dato" is blank;
 * "Ilegible" or a question mark is illegible. Everything else is no cell: a guess would be a vote that nobody wrote.
 */
public final class CellText {
    /** Stands for a text that is no cell. */
    public static final int NONE = -3;

    private static final int DIGITS_FAST = 9;
    private static final int THOUSAND_DIGITS = 3;
    private static final Set<String> BLANK = Set.of("", "-", "sin dato", "n/a", "null");
    private static final Set<String> ILLEGIBLE = Set.of("ilegible", "illegible", "?");

    private CellText() {}

    /** As {@link #packed(char[], int, int)}. */
    public static int packed(String text) {
        return packed(text.toCharArray(), 0, text.length());
    }

    /** The cell that these characters stand for in packed form, or {@link #NONE}. */
    public static int packed(char[] text, int from, int to) {
        int number = 0;
        if (to - from <= DIGITS_FAST && to > from) {
            for (int i = from; ; i++) {
                int digit = text[i] - '0';
                if (digit < 0 || digit > 9) {
                    break;
                }
                number = number * 10 + digit;
                if (i + 1 == to) {
                    return number;
                }
            }
        }
        return to == from ? Cells.BLANK : unusual(new String(text, from, to - from));
    }

    private static int unusual(String raw) {
        String text = unwrapped(trimmed(raw));
        String lower = text.toLowerCase(Locale.ROOT);
        if (BLANK.contains(lower)) {
            return Cells.BLANK;
        }
        if (ILLEGIBLE.contains(lower)) {
            return Cells.ILLEGIBLE;
        }
        int end = digitsFrom(text, 0);
        if (end == 0) {
            return NONE;
        }
        if (end == text.length()) {
            return number(text);
        }
        if (hasThousandsMarks(text, end)) {
            return number(text.replace(text.substring(end, end + 1), ""));
        }
        return hasZeroDecimals(text, end) ? number(text.substring(0, end)) : NONE;
    }

    /** Takes off what a spreadsheet puts around a text that it should not read as a number: {@code '007} or {@code ="007"}. */
    static String unwrapped(String text) {
        if (text.length() >= 3 && text.startsWith("=\"") && text.endsWith("\"")) {
            return trimmed(text.substring(2, text.length() - 1));
        }
        return text.startsWith("'") ? trimmed(text.substring(1)) : text;
    }

    /** Without white space of any kind at both ends, the no-break space of spreadsheets included. */
    static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return Texts.isBlank(c);
    }

    private static int digitsFrom(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** Whether groups of three digits follow the first group, which ends at {@code end}, all after the same mark. */
    private static boolean hasThousandsMarks(String text, int end) {
        char mark = text.charAt(end);
        if (end > THOUSAND_DIGITS || text.charAt(0) == '0' || ".,' \u00a0\u202f".indexOf(mark) < 0) {
            return false;
        }
        int at = end;
        while (at < text.length()) {
            int next = digitsFrom(text, at + 1);
            if (text.charAt(at) != mark || next - at - 1 != THOUSAND_DIGITS) {
                return false;
            }
            at = next;
        }
        return true;
    }

    private static boolean hasZeroDecimals(String text, int end) {
        char mark = text.charAt(end);
        return (mark == '.' || mark == ',') && text.substring(end + 1).matches("0+");
    }

    private static int number(String digits) {
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            number = number * 10 + (digits.charAt(i) - '0');
            if (number > Cell.MOST) {
                return NONE;
            }
        }
        return (int) number;
    }
}
