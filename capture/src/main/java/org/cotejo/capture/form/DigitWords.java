package org.cotejo.capture.form;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Numbers of four digits, each as a word, as the strips of Venezuela have them: {@code Cero, Uno, Seis, Cero}. Any two of the ten words
 * differ in three letters or more, so a letter that was misread changes no number.
 */
final class DigitWords {
    private static final List<String> WORDS =
            List.of("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve");
    private static final int DIGITS = 4;
    /** Letters of all four words that may be misread, lost or too many. */
    private static final int WRONG_MOST = 2;

    private static final int LIKE_MOST = 4;

    private DigitWords() {}

    /** Whether a line is most likely such a number, well read or not. */
    static boolean isLike(String line) {
        String letters = Spelling.letters(Spelling.bare(line));
        return letters.length() >= 9
                && letters.length() <= 26
                && best(letters).getFirst().wrong() <= LIKE_MOST;
    }

    /** The number; empty where the words are far from any, or as near to another. */
    static OptionalInt read(String line) {
        String letters = Spelling.letters(Spelling.bare(line));
        if (letters.length() < 9 || letters.length() > 26) {
            return OptionalInt.empty();
        }
        List<Way> best = best(letters);
        boolean isClear = best.getFirst().wrong() <= WRONG_MOST
                && (best.size() == 1 || best.get(1).wrong() > best.getFirst().wrong());
        return isClear ? OptionalInt.of(best.getFirst().number()) : OptionalInt.empty();
    }

    /** A number that the letters so far may be, and how many of them are wrong then. */
    private record Way(int number, int wrong) {}

    /** The two likeliest numbers, by the cheapest way to cut the letters into four words. */
    private static List<Way> best(String letters) {
        List<List<Way>> ends = new ArrayList<>();
        for (int end = 0; end <= letters.length(); end++) {
            ends.add(end == 0 ? List.of(new Way(0, 0)) : List.of());
        }
        for (int digit = 0; digit < DIGITS; digit++) {
            List<List<Way>> next = new ArrayList<>();
            for (int end = 0; end <= letters.length(); end++) {
                List<Way> ways = new ArrayList<>();
                for (int start = Math.max(0, end - 9); start < end; start++) {
                    extend(ways, ends.get(start), letters.substring(start, end));
                }
                next.add(ways);
            }
            ends = next;
        }
        return ends.getLast();
    }

    private static void extend(List<Way> ways, List<Way> before, String word) {
        if (before.isEmpty()) {
            return;
        }
        for (int value = 0; value < WORDS.size(); value++) {
            int wrong = Spelling.distance(word, WORDS.get(value));
            for (Way way : before) {
                add(ways, new Way(way.number() * 10 + value, way.wrong() + wrong));
            }
        }
    }

    /** Keeps the two cheapest of different numbers. */
    private static void add(List<Way> ways, Way way) {
        for (int i = 0; i < ways.size(); i++) {
            if (ways.get(i).number() == way.number()) {
                if (way.wrong() >= ways.get(i).wrong()) {
                    return;
                }
                ways.remove(i);
                break;
            }
        }
        int at = 0;
        while (at < ways.size() && ways.get(at).wrong() <= way.wrong()) {
            at++;
        }
        if (at < 2) {
            ways.add(at, way);
            if (ways.size() > 2) {
                ways.removeLast();
            }
        }
    }
}
