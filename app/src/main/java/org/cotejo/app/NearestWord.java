package org.cotejo.app;

import java.util.Collection;
import java.util.Optional;

/** The word that somebody who mistyped most likely meant. */
final class NearestWord {
    private NearestWord() {}

    /** The nearest of the words by edits of one letter, if it is near enough to be meant: at most a third of the letters. */
    static Optional<String> to(String typed, Collection<String> words) {
        Optional<String> nearest = Optional.empty();
        int least = Integer.MAX_VALUE;
        for (String word : words) {
            // A beginning is as good as one slip, whatever its length; only the word itself is better.
            int distance =
                    word.startsWith(typed) && !typed.isEmpty() && !word.equals(typed) ? 1 : distance(typed, word);
            if (distance < least && distance <= Math.max(1, word.length() / 3)) {
                least = distance;
                nearest = Optional.of(word);
            }
        }
        return nearest;
    }

    /** Levenshtein's distance: letters put in, taken out or changed. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
