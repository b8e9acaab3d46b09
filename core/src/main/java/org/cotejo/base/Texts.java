package org.cotejo.base;

import java.text.Normalizer;

/** The rule for text in entries: composed (NFC), trimmed, no control or direction characters, no unpaired surrogates. */
public final class Texts {
    private static final char FIRST_MARK = '\u0300';

    private Texts() {}

    /** Whether a text may stand in an entry as far as its characters go. */
    public static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || (c >= 0x7f && (c < 0xa0 || isHidden(c) || isUnpaired(text, i, c)))) {
                return false;
            }
        }
        return true;
    }

    /** Brings a text from a file into the form that entries hold: composed, every run of white space one blank, trimmed. */
    public static String tidy(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            plain = c > 0x20 && c < 0x7f || c == ' ' && i > 0 && text.charAt(i - 1) != ' ' && i < text.length() - 1;
        }
        return plain ? text : oneBlankEach(composed(text));
    }

    /** Nothing below the combining marks is composed with anything, so that most texts need not be looked up in the tables of all scripts. */
    private static String composed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_MARK) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    private static String oneBlankEach(String text) {
        StringBuilder tidy = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isBlank(c)) {
                tidy.append(c);
            } else if (!tidy.isEmpty() && tidy.charAt(tidy.length() - 1) != ' ') {
                tidy.append(' ');
            }
        }
        return tidy.toString().stripTrailing();
    }

    /** White space of any kind, the blanks at which no line may break included. */
    public static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isHidden(char c) {
        return Character.getType(c) == Character.FORMAT || c == 0x2028 || c == 0x2029;
    }

    private static boolean isUnpaired(String text, int i, char c) {
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
