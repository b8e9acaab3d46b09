package org.cotejo.capture.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.capture.print.PrintReader;
import org.cotejo.capture.print.PrintedLine;
import org.cotejo.capture.print.PrintedPage;
import org.cotejo.capture.symbols.Quad;

/**
 * The strip of Venezuela 2024 (docs/formats/venezuela.md, section 4): on each line a party, its code, votes in digits and in four words;
 * above them who voted, below them the sums. A row is found by its words, which are long and hard to miss; its digits stand in a column
 * in front of them, where a lone digit is read even if nobody saw it as print.
 */
final class VenezuelaForm {
    private static final Pattern CODE = Pattern.compile("([0-9]{9})\\.([0-9]{2})\\.([0-9])\\.([0-9]{4})");
    private static final Pattern CENTRE = Pattern.compile("[0-9]{9}");
    private static final Pattern REGISTERED = Pattern.compile("([0-9]{1,5})[Ee]lectores");
    private static final Pattern TIME =
            Pattern.compile("([0-9]{2}/[0-9]{2}/[0-9]{4})([0-9]{2}:[0-9]{2}:[0-9]{2})([AP]M)");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-");
    private static final Pattern ID_END = Pattern.compile("[0-9a-f]{12}");
    private static final Pattern HASH = Pattern.compile("[0-9A-F]{30,44}");
    private static final Pattern HASH_END = Pattern.compile("[0-9A-F]{20,34}");
    private static final int ROWS_LEAST = 4;

    private final PrintReader reader;
    private final PrintedPage page;
    private final int number;
    private final List<PrintedLine> lines;
    private final Figures figures;

    private VenezuelaForm(PrintReader reader, PrintedPage page, int number) {
        this.reader = reader;
        this.page = page;
        this.number = number;
        this.lines = page.lines();
        this.figures = new Figures(reader, page);
    }

    static Optional<PrintedForm> read(PrintReader reader, PrintedPage page, int number) {
        return new VenezuelaForm(reader, page, number).read();
    }

    private Optional<PrintedForm> read() {
        List<PrintedLine> words = lines.stream()
                .filter(line -> DigitWords.isLike(line.text()))
                .sorted(Comparator.comparingDouble(line -> Row.at(line, 0)))
                .toList();
        if (words.size() < ROWS_LEAST) {
            return Optional.empty();
        }
        List<Found> rows = words.stream().map(this::row).toList();
        List<PrintedCell> cells = new ArrayList<>();
        VenezuelaRows names = new VenezuelaRows();
        for (int i = 0; i < rows.size(); i++) {
            Found row = rows.get(i);
            cells.add(cell(row, names.name(row.label(), row.code()), column(rows, i)));
        }
        return Optional.of(new PrintedForm(FormKind.VENEZUELA_2024, facts(), cells));
    }

    /**
     * A row as far as it was seen.
     *
     * @param label the name in front, all pieces of it
     * @param code the number of the party; empty where there is none, as in the tables of sums
     * @param digits what was seen where the digits should be
     */
    private record Found(PrintedLine words, String label, String code, Optional<PrintedLine> digits) {
        /** Where the middle of the digits lies, in heights from the left end of the words. */
        double column() {
            return digits.map(seen -> seen.place().centre().x()).orElse(Double.NaN);
        }
    }

    private Found row(PrintedLine words) {
        List<PrintedLine> before = Row.before(words, lines);
        StringBuilder label = new StringBuilder();
        List<PrintedLine> numbers = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            PrintedLine piece = before.get(i);
            boolean isName = Spelling.letters(Spelling.bare(piece.text())).length() >= 2;
            if (isName && numbers.isEmpty()) {
                label.append(label.isEmpty() ? "" : " ").append(piece.text());
            } else {
                numbers.add(piece);
            }
        }
        // Two numbers: the code of the party and the votes. One: the votes, unless it stands far from the words.
        String code = numbers.size() < 2 ? "" : number(numbers.getFirst());
        return new Found(
                words, label.toString(), code, numbers.isEmpty() ? Optional.empty() : Optional.of(numbers.getLast()));
    }

    private String number(PrintedLine piece) {
        return reader.readNumber(page, Row.part(piece, piece.left(), piece.right(), 1.05))
                .once();
    }

    /** Where the digits of a row must stand: where they stand in most of the rows around it. */
    private static double column(List<Found> rows, int at) {
        double[] columns = rows.subList(Math.max(0, at - 4), Math.min(rows.size(), at + 5)).stream()
                .mapToDouble(Found::column)
                .filter(column -> !Double.isNaN(column))
                .sorted()
                .toArray();
        return columns.length == 0 ? Double.NaN : columns[columns.length / 2];
    }

    private PrintedCell cell(Found row, String name, double column) {
        PrintedLine words = row.words();
        OptionalInt inWords = DigitWords.read(words.text());
        double high = words.height();
        double seen = row.column();
        boolean isSeen = !Double.isNaN(seen) && (Double.isNaN(column) || Math.abs(seen - column) < 1.5 * high);
        double middle = isSeen ? seen : column;
        Figures.Read read = Figures.Read.NOTHING;
        double left = words.left() - 6 * high;
        if (!Double.isNaN(middle)) {
            double half = isSeen
                    ? row.digits().map(line -> (line.right() - line.left()) / 2).orElse(high)
                    : high;
            double wide = Math.max(half, 0.8 * high);
            left = middle - wide - 0.4 * high;
            read = figures.at(Row.part(words, left, middle + wide + 0.4 * high, 1.05));
        }
        Quad place = page.onPage(Row.part(words, left, words.right(), 1.1));
        Quad digits = Double.isNaN(middle)
                ? place
                : page.onPage(Row.part(words, left + 0.4 * high, 2 * middle - left - 0.4 * high, 1));
        return new PrintedCell(name, row.label(), read.number(), inWords, read.sure(), number, place, digits);
    }

    private List<PrintedFact> facts() {
        List<PrintedFact> facts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            PrintedLine line = lines.get(i);
            String text = line.text().replace(" ", "");
            Matcher registered = REGISTERED.matcher(text);
            Matcher time = TIME.matcher(text);
            if (CODE.matcher(text).matches()) {
                add(facts, "code", text, line);
            } else if (CENTRE.matcher(text).matches()) {
                add(facts, "centre", text, line);
            } else if (registered.matches()) {
                add(facts, "registered", registered.group(1), line);
            } else if (time.matches()) {
                add(facts, "time", time.group(1) + ' ' + time.group(2) + ' ' + time.group(3), line);
            } else if (ID.matcher(text).matches()) {
                joined(facts, "id", line, ID_END, 36);
            } else if (HASH.matcher(text).matches()) {
                joined(facts, "hash", line, HASH_END, 64);
            }
        }
        return facts;
    }

    private void add(List<PrintedFact> facts, String what, String text, PrintedLine line) {
        if (facts.stream().noneMatch(fact -> fact.what().equals(what))) {
            boolean isTwice = again(line).equals(line.text().replace(" ", ""));
            facts.add(new PrintedFact(what, text, isTwice, line.least(), number, page.onPage(line.place())));
        }
    }

    /** A text that goes on in the next line. */
    private void joined(List<PrintedFact> facts, String what, PrintedLine first, Pattern end, int length) {
        for (PrintedLine second : lines) {
            String text = (first.text() + second.text()).replace(" ", "");
            double below = Row.below(first, second);
            if (below > 0.4
                    && below < 1.6
                    && text.length() == length
                    && end.matcher(second.text().replace(" ", "")).matches()) {
                boolean isTwice = (again(first) + again(second)).equals(text);
                double sure = Math.min(first.least(), second.least());
                facts.add(new PrintedFact(what, text, isTwice, sure, number, page.onPage(first.place())));
                return;
            }
        }
    }

    /** Another cut-out of the same line. */
    private String again(PrintedLine line) {
        double more = line.height() * 0.35;
        return reader.readLine(page, Row.part(line, line.left() - more, line.right() + more, 1.2))
                .text()
                .replace(" ", "");
    }
}
