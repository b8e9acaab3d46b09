package org.cotejo.capture.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.print.PrintReader;
import org.cotejo.capture.print.PrintedLine;
import org.cotejo.capture.print.PrintedPage;
import org.cotejo.capture.print.WrittenDigit;
import org.cotejo.station.words.Language;

/**
 * Sheets on which names are printed and figures written by hand, one digit a box, at the right end of the boxes. The words beside them are
 * not read, so no figure is ever borne out by a second reading: each is a proposal for people, and none where the network is not sure.
 */
final class HandForm {
    /** Fewer rows are no sheet. */
    private static final int ROWS_LEAST = 3;
    /** Of a less sure digit nothing is proposed; set by measuring (docs/decisions/0016-handwriting.md). */
    static final double SURE_LEAST = 0.98;

    private final PrintReader reader;
    private final PrintedPage page;

    private HandForm(PrintReader reader, PrintedPage page) {
        this.reader = reader;
        this.page = page;
    }

    /** Made when the first such sheet is read. */
    private static final class Known {
        static final Map<Language, CotejoWords> WORDS = new EnumMap<>(Language.class);

        static {
            for (Language language : Language.values()) {
                if (!language.isRightToLeft()) {
                    WORDS.put(language, new CotejoWords(language));
                }
            }
        }
    }

    static Optional<PrintedForm> read(PrintReader reader, PrintedPage page, int number) {
        return page.lines().isEmpty() ? Optional.empty() : new HandForm(reader, page).read(number);
    }

    private Optional<PrintedForm> read(int number) {
        List<DigitBoxes.Comb> combs = DigitBoxes.find(page).stream()
                .sorted(Comparator.comparingDouble(comb -> comb.place().centre().y()))
                .toList();
        if (combs.size() < ROWS_LEAST) {
            return Optional.empty();
        }
        List<PrintedCell> cells = new ArrayList<>();
        int position = 0;
        for (DigitBoxes.Comb comb : combs) {
            String label = label(comb);
            String sum = sum(label);
            String row = sum.equals(VenezuelaRows.UNNAMED) ? VenezuelaRows.VOTES + ++position : sum;
            Figures.Read read = figure(comb.boxes());
            cells.add(new PrintedCell(
                    row,
                    label,
                    read.number(),
                    OptionalInt.empty(),
                    read.sure(),
                    number,
                    page.onPage(comb.place()),
                    page.onPage(comb.place())));
        }
        return Optional.of(new PrintedForm(FormKind.HANDWRITTEN, List.of(), cells));
    }

    /** What is printed in front of the boxes. */
    private String label(DigitBoxes.Comb comb) {
        double left =
                Math.min(comb.place().upperLeft().x(), comb.place().lowerLeft().x());
        double high = comb.place().upperLeft().distance(comb.place().lowerLeft());
        double fall = (comb.place().upperRight().y() - comb.place().upperLeft().y())
                / Math.max(
                        1,
                        comb.place().upperRight().x() - comb.place().upperLeft().x());
        StringBuilder label = new StringBuilder();
        page.lines().stream()
                .filter(line -> line.right() < left + high / 4)
                .filter(line -> Math.abs(line.place().centre().y()
                                - comb.place().centre().y()
                                - (line.place().centre().x()
                                                - comb.place().centre().x())
                                        * fall)
                        < high / 2)
                .filter(line -> !line.text().isEmpty())
                .sorted(Comparator.comparingDouble(PrintedLine::left))
                .forEach(line -> label.append(label.isEmpty() ? "" : " ").append(line.text()));
        return label.toString();
    }

    private static String sum(String label) {
        return Known.WORDS.values().stream()
                .map(words -> words.row(label))
                .filter(row -> !row.equals(VenezuelaRows.UNNAMED))
                .findFirst()
                .orElse(VenezuelaRows.UNNAMED);
    }

    /** The number that stands at the right end of the boxes; none where a box between is empty or a digit is not sure. */
    private Figures.Read figure(List<Grey> boxes) {
        StringBuilder digits = new StringBuilder();
        double sure = 1;
        boolean hasGap = false;
        for (Grey box : boxes) {
            WrittenDigit digit = reader.readDigit(box);
            if (digit.hasInk()) {
                digits.append(digit.digit());
                sure = Math.min(sure, digit.sure());
            } else {
                hasGap |= !digits.isEmpty();
            }
        }
        if (digits.isEmpty()) {
            return Figures.Read.NOTHING;
        }
        boolean isProposed = !hasGap && sure >= SURE_LEAST;
        return new Figures.Read(
                isProposed ? OptionalInt.of(Integer.parseInt(digits.toString())) : OptionalInt.empty(),
                hasGap ? 0 : sure);
    }
}
