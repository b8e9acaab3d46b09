package org.cotejo.capture.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.cotejo.station.words.Language;
import org.cotejo.station.words.NumberWords;

/**
 * Numbers in the words of a language, as print was read: a letter may be wrong. Some numbers differ in one letter, as sesenta and setenta
 * do; so what is as near to two numbers is none.
 */
final class NumbersInWords {
    /** Numbers of votes beyond this are read if every letter is right, and here they aren't. */
    private static final int MOST = 9999;

    /** One letter in so many may be wrong. */
    private static final int LETTERS_A_FAULT = 6;

    private static final int LONG_ENOUGH = 4;

    private final Map<Integer, List<Integer>> byLength = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final Map<String, Integer> exact = new HashMap<>();

    NumbersInWords(Language language) {
        NumberWords numbers = NumberWords.of(language);
        for (int number = 0; number <= MOST; number++) {
            String said = Spelling.letters(Spelling.bare(numbers.say(number)));
            words.add(said);
            exact.put(said, number);
            byLength.computeIfAbsent(said.length(), _ -> new ArrayList<>()).add(number);
        }
    }

    /** The number whose words these are or, but for a few letters, can only be. */
    OptionalInt read(String line) {
        String letters = Spelling.letters(Spelling.bare(line));
        Integer same = exact.get(letters);
        if (same != null) {
            return OptionalInt.of(same);
        }
        int limit = letters.length() < LONG_ENOUGH ? 0 : Math.max(1, letters.length() / LETTERS_A_FAULT);
        int best = limit + 1;
        int found = -1;
        for (int length = letters.length() - limit; length <= letters.length() + limit; length++) {
            for (int number : byLength.getOrDefault(length, List.of())) {
                int wrong = Spelling.distance(letters, words.get(number));
                if (wrong < best) {
                    best = wrong;
                    found = number;
                } else if (wrong == best) {
                    found = -1;
                }
            }
        }
        return best <= limit && found >= 0 ? OptionalInt.of(found) : OptionalInt.empty();
    }

    /** Whether a line is most likely a number, perhaps one that can't be told from another. */
    boolean isLike(String line) {
        String bare = Spelling.bare(line);
        String letters = Spelling.letters(bare);
        if (letters.length() < 3 || letters.length() < bare.length()) {
            return false;
        }
        if (exact.containsKey(letters)) {
            return true;
        }
        int limit = letters.length() < LONG_ENOUGH ? 0 : Math.max(1, letters.length() / LETTERS_A_FAULT);
        for (int length = letters.length() - limit; length <= letters.length() + limit; length++) {
            for (int number : byLength.getOrDefault(length, List.of())) {
                if (Spelling.distance(letters, words.get(number)) <= limit) {
                    return true;
                }
            }
        }
        return false;
    }
}
