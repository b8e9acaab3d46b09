package org.cotejo.polls;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.audit.plot.Numerals;
import org.cotejo.base.Sentence;
import org.jspecify.annotations.Nullable;

/** Lines for a person in one language: sentences with their numbers filled in, and tables whose columns stand under each other. */
final class Lines {
    private final String language;
    private final Numerals numerals;
    private final List<String> lines = new ArrayList<>();

    Lines(String language) {
        this.language = language;
        this.numerals = Numerals.of(language);
    }

    Numerals numerals() {
        return numerals;
    }

    List<String> all() {
        return List.copyOf(lines);
    }

    /** A sentence; doubles in it are shares. */
    Lines say(String en, String es, @Nullable Object... values) {
        return say(new Sentence(en, es), values);
    }

    Lines say(Sentence sentence, @Nullable Object... values) {
        lines.add(Numerals.fill(sentence, values).in(language));
        return this;
    }

    Lines gap() {
        lines.add("");
        return this;
    }

    String word(String en, String es) {
        return language.equals("es") ? es : en;
    }

    String share(double value) {
        return numerals.share(value, 2);
    }

    /** A table: the first column to the left, all others to the right. */
    Lines table(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < row.size(); c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (int c = 0; c < row.size(); c++) {
                String blanks = " ".repeat(widths[c] - row.get(c).length());
                line.append(c == 0 ? row.get(c) + blanks : "  " + blanks + row.get(c));
            }
            lines.add(line.toString().stripTrailing());
        }
        return this;
    }
}
