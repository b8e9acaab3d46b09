package org.cotejo.bounds;

import java.math.BigDecimal;
import java.util.List;
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
}
