package org.cotejo.capture.form;

import java.text.Normalizer;
import java.util.Locale;

/** Compares what was read with what should stand there. */
final class Spelling {
    private Spelling() {}

    /** Small letters without accents, and digits; nothing else, since blanks and commas are the first that get lost. */
    static String bare(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder bare = new StringBuilder();
        plain.codePoints().filter(c -> c < 128 && Character.isLetterOrDigit(c)).forEach(bare::appendCodePoint);
        return bare.toString();
    }

    /** Letters alone, of a text that is bare. */
    static String letters(String bare) {
        return bare.replaceAll("[0-9]", "");
    }

    /** How many letters must be put in, left out or changed to make one of the other (Levenshtein). */
    static int distance(CharSequence one, CharSequence other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + change);
                diagonal = above;
            }
        }
        return row[other.length()];
    }

    /** Whether a label that was read is most likely the one expected: at most a quarter of it is otherwise. */
    static boolean isLike(String read, String expected) {
        return distance(bare(read), bare(expected)) * 4 <= bare(expected).length();
    }
}
