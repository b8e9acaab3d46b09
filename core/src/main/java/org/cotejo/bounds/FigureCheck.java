package org.cotejo.bounds;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.cotejo.base.Fraction;
import org.cotejo.base.Sentence;
import org.cotejo.bulletin.AnnouncedFigure;
import org.jspecify.annotations.Nullable;

/**
 * One announced figure against what the known sheets allow, under one reading of the coverage. Counts are votes.
 *
 * @param known votes for it on the known sheets; 0 if sheets do not carry such a figure
 * @param mostLeftOut the most of these that can lie in the part that is left out; null if it can't be computed
 * @param lowest known minus mostLeftOut: at least so many must be in the announced figure
 * @param highest known plus what the unknown stations can hold; null if there is no limit or it can't be computed
 * @param shares what is compared where only a percentage is announced and no number of valid votes; else null
 * @param shortBy by how many votes an impossible figure is too low (positive) or too high (negative); 0 if it is not
 *     impossible or is compared by share
 * @param tippingCoverage the coverage in percent, rounded up to two decimals, down to which a figure that is too low stays
 *     impossible; null where that does not apply
 * @param steps the arithmetic in sentences
 */
public record FigureCheck(
        AnnouncedFigure figure,
        Reading reading,
        Reach reach,
        long known,
        @Nullable Long mostLeftOut,
        @Nullable Long lowest,
        @Nullable Long highest,
        @Nullable Shares shares,
        long shortBy,
        @Nullable BigDecimal tippingCoverage,
        List<Sentence> steps) {

    /** Whether the figure can come about; that it is not excluded never means that it is right. */
    public enum Reach {
        NOT_EXCLUDED,
        /** No choice of the left-out part and no content of the unknown stations gives it. */
        IMPOSSIBLE,
        /** What is needed to tell is not known. */
        UNCHECKED
    }

    /** The smallest and the largest share of the valid votes that can come about. */
    public record Shares(Fraction lowest, Fraction highest) {}

    public FigureCheck {
        steps = List.copyOf(steps);
    }

    boolean isImpossible() {
        return reach == Reach.IMPOSSIBLE;
    }

    /** Whether an impossible figure is below what must be in it, and not above what there can be. */
    boolean isTooLow() {
        return shares == null ? shortBy > 0 : belowLowest(shares).numerator().signum() > 0;
    }

    /** How far the figure lies outside its limits, in votes or, where shares are compared, as a share; 0 if inside. */
    Fraction outside() {
        if (shares == null) {
            return Fraction.of(Math.abs(shortBy), 1);
        }
        Fraction below = belowLowest(shares);
        Fraction above =
                Amount.lowEnd(Objects.requireNonNull(figure.percentage())).minus(shares.highest());
        Fraction most = below.compareTo(above) > 0 ? below : above;
        return most.numerator().signum() > 0 ? most : Fraction.ZERO;
    }

    private Fraction belowLowest(Shares limits) {
        return limits.lowest().minus(Amount.highEnd(Objects.requireNonNull(figure.percentage())));
    }

    /** Of one figure's checks under each reading, the one that it comes nearest to passing. */
    static FigureCheck kindest(List<FigureCheck> ofFigure) {
        return Collections.min(ofFigure, Comparator.comparing(FigureCheck::outside));
    }
}
