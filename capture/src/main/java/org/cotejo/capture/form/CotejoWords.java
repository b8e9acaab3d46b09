package org.cotejo.capture.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.capture.print.PrintedLine;
import org.cotejo.station.words.Language;
import org.cotejo.station.words.Words;

/** What Cotejo's sheets say in one language: headings, names of sums, names of facts. */
final class CotejoWords {
    /** A part of the sheet. */
    enum Part {
        HEAD,
        POSITIONS,
        CANDIDATES,
        SUMS,
        COUNTS,
        REST
    }

    private final Map<String, Part> headings = new LinkedHashMap<>();
    private final Map<String, String> rows = new LinkedHashMap<>();
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final String title;
    private final String columns;
    private final NumbersInWords numbers;

    CotejoWords(Language language) {
        Words words = Words.of("paper", language);
        this.title = words.get("paper.sheet.title");
        this.columns = Spelling.letters(Spelling.bare(words.get("paper.words")));
        headings.put(words.get("paper.votes.positions"), Part.POSITIONS);
        headings.put(words.get("paper.votes.candidates"), Part.CANDIDATES);
        headings.put(words.get("paper.votes.all"), Part.SUMS);
        headings.put(words.get("paper.counts"), Part.COUNTS);
        headings.put(words.get("paper.differences"), Part.REST);
        headings.put(words.get("paper.code.title"), Part.REST);
        for (String row : List.of("valid", "null", "blank", "total", "registered", "voters", "ballots")) {
            rows.put(words.get("paper." + row), row);
        }
        facts.put(words.get("paper.station"), "code");
        facts.put(words.get("paper.machine"), "machine");
        facts.put(words.get("paper.contest"), "contest");
        facts.put(words.get("paper.closed"), "time");
        this.numbers = new NumbersInWords(language);
    }

    NumbersInWords numbers() {
        return numbers;
    }

    /** How much of a sheet in this language is among the lines: its title and headings. */
    int found(List<PrintedLine> lines) {
        int found = 0;
        for (PrintedLine line : lines) {
            found += Spelling.isLike(line.text(), title)
                            || headings.keySet().stream().anyMatch(heading -> Spelling.isLike(line.text(), heading))
                    ? 1
                    : 0;
        }
        return found;
    }

    /** Whether a line names the columns of a table. */
    boolean isColumns(String line) {
        return Spelling.letters(Spelling.bare(line)).contains(columns);
    }

    /** The part that a line heads; null if it heads none. */
    @org.jspecify.annotations.Nullable
    Part headed(String line) {
        return like(headings, line);
    }

    /** The row that a label names; {@code unnamed} if none. */
    String row(String label) {
        String row = like(rows, label);
        return row == null ? VenezuelaRows.UNNAMED : row;
    }

    /** The fact that a label names; null if none. */
    @org.jspecify.annotations.Nullable
    String fact(String label) {
        return like(facts, label);
    }

    private static <T> @org.jspecify.annotations.Nullable T like(Map<String, T> known, String read) {
        T best = null;
        int least = Integer.MAX_VALUE;
        for (Map.Entry<String, T> one : known.entrySet()) {
            int wrong = Spelling.distance(Spelling.bare(read), Spelling.bare(one.getKey()));
            if (wrong < least) {
                least = wrong;
                best = Spelling.isLike(read, one.getKey()) ? one.getValue() : null;
            }
        }
        return best;
    }
}
