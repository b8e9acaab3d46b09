package org.cotejo.formats.templates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The known words nearest to one that is not known, so that a refusal can say what may have been meant. */
final class NearWords {
    private static final int SHOWN = 3;

    private record Near(String word, int distance) {}

    private NearWords() {}

    /** The three known words with the fewest edits of one character, nearest first, as one text; "-" if none is known. */
    static String to(String typed, Stream<String> known) {
        List<Near> nearest = new ArrayList<>();
        String beginning = typed.length() > 60 ? typed.substring(0, 60) : typed;
        known.forEach(word -> {
            int most = nearest.size() < SHOWN
                    ? Integer.MAX_VALUE
                    : nearest.getLast().distance();
            int distance = Math.abs(word.length() - beginning.length()) >= most ? most : distance(beginning, word);
            if (distance < most) {
                nearest.add(new Near(word, distance));
                nearest.sort(Comparator.comparingInt(Near::distance));
                if (nearest.size() > SHOWN) {
                    nearest.removeLast();
                }
            }
        });
        return nearest.isEmpty()
                ? "-"
                : String.join(", ", nearest.stream().map(Near::word).toList());
    }

    /** Levenshtein's distance: characters put in, taken out or changed. */
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
