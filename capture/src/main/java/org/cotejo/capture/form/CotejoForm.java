package org.cotejo.capture.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.cotejo.capture.print.PrintReader;
import org.cotejo.capture.print.PrintedLine;
import org.cotejo.capture.print.PrintedPage;
import org.cotejo.capture.symbols.Point;
import org.cotejo.capture.symbols.Quad;
import org.cotejo.station.words.Language;

/**
 * Sheets that a machine of Cotejo printed. On a strip the figure stands at the right end of its name's line and the words below it, at the
 * right end too; on A4 number, name, party, figure and words stand in columns. Either way a number is found by its words.
 */
final class CotejoForm {
    private static final int HEADINGS_LEAST = 2;
    private static final int ROWS_LEAST = 3;
    /** What is not higher than this share of the words beside it is no figure. */
    private static final double SPECK_MOST = 0.65;

    private static final Pattern POSITION = Pattern.compile("[1-9][0-9]{0,2}");

    private final PrintReader reader;
    private final PrintedPage page;
    private final int number;
    private final CotejoWords words;
    private final Figures figures;

    private CotejoForm(PrintReader reader, PrintedPage page, int number, CotejoWords words) {
        this.reader = reader;
        this.page = page;
        this.number = number;
        this.words = words;
        this.figures = new Figures(reader, page);
    }

    static Optional<PrintedForm> read(PrintReader reader, PrintedPage page, int number) {
        CotejoWords best = null;
        int most = HEADINGS_LEAST - 1;
        for (Language language : Language.values()) {
            // The network knows Latin letters alone of these languages.
            if (!language.isRightToLeft()) {
                CotejoWords words = Objects.requireNonNull(Known.WORDS.get(language));
                int found = words.found(page.lines());
                if (found > most) {
                    most = found;
                    best = words;
                }
            }
        }
        return best == null
                ? Optional.empty()
                : new CotejoForm(reader, Apart.of(reader, page, best.numbers()), number, best).read();
    }

    /** Made when the first sheet is read: ten thousand numbers in words in each language. */
    private static final class Known {
        static final Map<Language, CotejoWords> WORDS = new EnumMap<>(Language.class);

        static {
            EnumSet.allOf(Language.class).forEach(language -> WORDS.put(language, new CotejoWords(language)));
        }
    }

    private Optional<PrintedForm> read() {
        List<PrintedLine> sorted = page.lines().stream()
                .sorted(Comparator.comparingDouble(line -> line.place().centre().y()))
                .toList();
        Map<CotejoWords.Part, List<TableRow>> tables = new EnumMap<>(CotejoWords.Part.class);
        Map<CotejoWords.Part, PrintedLine> heads = new EnumMap<>(CotejoWords.Part.class);
        CotejoWords.Part part = CotejoWords.Part.HEAD;
        for (PrintedLine line : sorted) {
            CotejoWords.Part headed = words.headed(line.text());
            if (headed != null) {
                part = headed;
                heads.putIfAbsent(part, line);
            } else if (part != CotejoWords.Part.HEAD
                    && part != CotejoWords.Part.REST
                    && words.numbers().isLike(line.text())) {
                List<TableRow> table = tables.computeIfAbsent(part, _ -> new ArrayList<>());
                digits(line).ifPresent(digits -> table.add(TableRow.of(line, digits, page)));
            }
        }
        List<PrintedCell> cells = new ArrayList<>();
        tables.forEach((where, table) -> {
            List<String> names = names(where, table, Objects.requireNonNull(heads.get(where)));
            for (int i = 0; i < table.size(); i++) {
                cells.add(cell(table.get(i), names.get(i)));
            }
        });
        return cells.size() < ROWS_LEAST
                ? Optional.empty()
                : Optional.of(new PrintedForm(FormKind.COTEJO, facts(), cells));
    }

    /** A row of a table: its number in words, in figures, and what stands in front of them. */
    private record TableRow(PrintedLine inWords, PrintedLine digits, List<PrintedLine> before, String label) {
        static TableRow of(PrintedLine inWords, PrintedLine digits, PrintedPage page) {
            List<PrintedLine> before = Row.before(digits, page.lines());
            return new TableRow(inWords, digits, before, CotejoForm.label(before));
        }

        double height() {
            return digits.place().centre().y();
        }
    }

    /** What the rows of a table are called; {@code unnamed} where a row that was not seen may have moved them. */
    private List<String> names(CotejoWords.Part part, List<TableRow> table, PrintedLine head) {
        return switch (part) {
            case POSITIONS ->
                RowNumbers.of(table.stream().map(this::position).toList()).stream()
                        .map(position -> position.isPresent() ? "votes " + position.getAsInt() : VenezuelaRows.UNNAMED)
                        .toList();
            case CANDIDATES -> {
                List<Double> heights = new ArrayList<>();
                heights.add(top(head, table));
                table.forEach(row -> heights.add(row.height()));
                int unbroken = RowNumbers.unbroken(heights) - 1;
                List<String> names = new ArrayList<>();
                for (int i = 0; i < table.size(); i++) {
                    names.add(i < unbroken ? "candidate " + (i + 1) : VenezuelaRows.UNNAMED);
                }
                yield names;
            }
            case SUMS, COUNTS ->
                table.stream().map(row -> words.row(row.label())).toList();
            case HEAD, REST -> table.stream().map(_ -> VenezuelaRows.UNNAMED).toList();
        };
    }

    /** Where a table begins: at the names of its columns on A4, else at its heading. */
    private double top(PrintedLine head, List<TableRow> table) {
        double from = head.place().centre().y();
        double to = table.isEmpty() ? from : table.getFirst().height();
        return page.lines().stream()
                .filter(line -> words.isColumns(line.text()))
                .mapToDouble(line -> line.place().centre().y())
                .filter(y -> y > from && y < to)
                .findFirst()
                .orElse(from);
    }

    /** The figure of words: in front of them on their line, else above, ending where they end. */
    private Optional<PrintedLine> digits(PrintedLine inWords) {
        List<PrintedLine> before = Row.before(inWords, page.lines()).stream()
                .filter(line -> line.height() > SPECK_MOST * inWords.height())
                .toList();
        if (!before.isEmpty() && isFigure(before.getLast())) {
            return Optional.of(before.getLast());
        }
        double high = inWords.height();
        return page.lines().stream()
                .filter(CotejoForm::isFigure)
                .filter(line -> Math.abs(line.right() - inWords.right()) < 1.2 * high)
                .filter(line -> Row.below(inWords, line) < -0.4 && Row.below(inWords, line) > -4)
                .max(Comparator.comparingDouble(line -> line.place().centre().y()));
    }

    private static boolean isFigure(PrintedLine line) {
        String bare = Spelling.bare(line.text());
        return Spelling.letters(bare).length() <= 1 && bare.length() <= 7;
    }

    private PrintedCell cell(TableRow table, String row) {
        PrintedLine inWords = table.inWords();
        PrintedLine digits = table.digits();
        double more = digits.height() * 0.4;
        // Boxes are wider than their print; where two overlap, each ends amid what they share.
        boolean overlaps = digits.right() > inWords.left() && Math.abs(Row.below(inWords, digits)) < 0.5;
        double right = overlaps ? (digits.right() + inWords.left()) / 2 : digits.right() + more;
        Figures.Read read = figures.at(Row.part(digits, digits.left() - more, right, 1.1));
        OptionalInt said = words.numbers().read(inWords.text());
        return new PrintedCell(
                row,
                table.label(),
                read.number(),
                said,
                read.sure(),
                number,
                page.onPage(around(digits, inWords)),
                page.onPage(Row.part(digits, digits.left(), digits.right(), 1)));
    }

    /** The first piece with letters, and what follows it closely; the party stands farther off. */
    private static String label(List<PrintedLine> before) {
        StringBuilder label = new StringBuilder();
        double end = 0;
        for (PrintedLine piece : before) {
            boolean isName = Spelling.letters(Spelling.bare(piece.text())).length() >= 2;
            if (label.isEmpty() ? isName : piece.left() - end < 0.8 * piece.height()) {
                label.append(label.isEmpty() ? "" : " ").append(piece.text());
                end = piece.right();
            } else if (!label.isEmpty()) {
                break;
            }
        }
        return label.toString();
    }

    /** The number in front of the name; empty where it was not read surely. */
    private OptionalInt position(TableRow table) {
        if (table.before().isEmpty()) {
            return OptionalInt.empty();
        }
        PrintedLine first = table.before().getFirst();
        if (!isFigure(first)) {
            String begins = first.text().replaceAll("[^0-9].*", "");
            return POSITION.matcher(begins).matches() ? OptionalInt.of(Integer.parseInt(begins)) : OptionalInt.empty();
        }
        Figures.Read read = figures.at(Row.part(first, first.left() - 4, first.right() + 4, 1.1));
        return read.number().isPresent()
                        && POSITION.matcher(Integer.toString(read.number().getAsInt()))
                                .matches()
                ? read.number()
                : OptionalInt.empty();
    }

    private static Quad around(PrintedLine one, PrintedLine other) {
        double left = Math.min(one.left(), other.left());
        double right = Math.max(one.right(), other.right());
        double top = Math.min(
                Math.min(one.place().upperLeft().y(), one.place().upperRight().y()),
                Math.min(
                        other.place().upperLeft().y(),
                        other.place().upperRight().y()));
        double bottom = Math.max(
                Math.max(one.place().lowerLeft().y(), one.place().lowerRight().y()),
                Math.max(
                        other.place().lowerLeft().y(),
                        other.place().lowerRight().y()));
        return new Quad(new Point(left, top), new Point(right, top), new Point(right, bottom), new Point(left, bottom));
    }

    /** Name and value on one line, or the value at the right end of the next. */
    private List<PrintedFact> facts() {
        List<PrintedFact> facts = new ArrayList<>();
        for (PrintedLine line : page.lines()) {
            String what = words.fact(line.text());
            if (what != null && facts.stream().noneMatch(fact -> fact.what().equals(what))) {
                page.lines().stream()
                        .filter(value -> value.left() > line.right() && Math.abs(Row.below(line, value)) < 0.5)
                        .min(Comparator.comparingDouble(value -> Math.abs(Row.below(line, value))))
                        .ifPresent(value -> facts.add(fact(what, value)));
            }
        }
        return facts;
    }

    private PrintedFact fact(String what, PrintedLine value) {
        String text = value.text().replace(" ", "");
        double more = value.height() * 0.35;
        String again = reader.readLine(page, Row.part(value, value.left() - more, value.right() + more, 1.2))
                .text()
                .replace(" ", "");
        return new PrintedFact(what, text, again.equals(text), value.least(), number, page.onPage(value.place()));
    }
}
