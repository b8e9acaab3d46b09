package org.cotejo.capture.alteration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.cotejo.capture.form.FormKind;
import org.cotejo.capture.form.PrintedCell;
import org.cotejo.capture.form.PrintedForm;
import org.cotejo.capture.picture.Grey;

/**
 * Looks for numbers of a sheet that are unlike the others of the same sheet: they were printed by one machine on one paper and
 * photographed in one light, so what sets one apart was done to it. How often honest photos give a hint, and altered
 * numbers none, is in docs/decisions/0011-capture.md.
 */
public final class Alterations {
    /** Fewer numbers have no neighbours to be unlike. */
    private static final int NUMBERS_LEAST = 6;
    /** Of the median deviation of the others. */
    private static final double FAR = 8;

    private static final double LIGHTER_LEAST = 14;
    private static final double THICKER_LEAST = 0.55;
    private static final double TALLER_LEAST = 0.38;

    private Alterations() {}

    /** Hints in the numbers of one page of a form. {@code number}: of the page, from 0. */
    public static List<Hint> of(Grey page, int number, PrintedForm form) {
        List<PrintedCell> cells = new ArrayList<>();
        List<CellLook> looks = new ArrayList<>();
        for (PrintedCell cell : form.cells()) {
            Optional<CellLook> look = cell.page() == number ? CellLook.at(page, cell.digits()) : Optional.empty();
            look.ifPresent(seen -> {
                cells.add(cell);
                looks.add(seen);
            });
        }
        // Hands are unlike each other and themselves.
        if (looks.size() < NUMBERS_LEAST || form.kind() == FormKind.HANDWRITTEN) {
            return List.of();
        }
        Scale lighter = Scale.of(looks, CellLook::lighter);
        Scale thick = Scale.of(looks, CellLook::thick);
        Scale tall = Scale.of(looks, CellLook::tall);
        List<Hint> hints = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            CellLook look = looks.get(i);
            PrintedCell cell = cells.get(i);
            if (lighter.above(look.lighter())
                    > Math.max(Math.max(LIGHTER_LEAST, 4 * look.noise()), FAR * lighter.spread())) {
                hints.add(new Hint(Hint.Kind.CORRECTION_FLUID, cell.row(), number, cell.place()));
            }
            boolean isThick =
                    thick.above(look.thick()) > Math.max(THICKER_LEAST * thick.middle(), FAR * thick.spread());
            boolean isTall = tall.above(look.tall()) > Math.max(TALLER_LEAST * tall.middle(), FAR * tall.spread());
            if (isThick || isTall) {
                hints.add(new Hint(Hint.Kind.OVERWRITTEN, cell.row(), number, cell.place()));
            }
        }
        return hints;
    }

    /** Median and median deviation from it. */
    private record Scale(double middle, double spread) {
        static Scale of(List<CellLook> looks, ToDoubleFunction<CellLook> feature) {
            double[] values = looks.stream().mapToDouble(feature).toArray();
            double middle = median(values);
            return new Scale(
                    middle,
                    median(Arrays.stream(values)
                            .map(value -> Math.abs(value - middle))
                            .toArray()));
        }

        private static double median(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }

        double above(double value) {
            return value - middle;
        }
    }
}
