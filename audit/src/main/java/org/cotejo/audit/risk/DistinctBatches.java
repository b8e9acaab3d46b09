package org.cotejo.audit.risk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotejo.base.Check;
import org.cotejo.base.Fraction;

/**
 * The batch comparison of boxes drawn in proportion to their bounds <i>without</i> replacement (Stark, ALPHA, AOAS 17(1) 2023, section 5).
 * The distinct boxes of a draw with replacement, in the order in which they first came, are such a draw, so the same seed and the same
 * list of draws serve both.
 *
 * <p>If the result is wrong, the errors of all boxes add up to the margin at least, so {@code sum u_k x_k} is at most {@code U - 1}, with
 * {@code x = 1 - taint}. Given the boxes drawn so far, the next one is drawn in proportion to the bounds that are left; its mean of x is
 * then at most {@code m = (U - 1 - sum of u x drawn) / (U - sum of u drawn)}. The stake is nine tenths, as in Kaplan-Wald, so a missing box
 * costs a factor of ten and no more. P is never larger than with replacement for a clean draw, and is certain once the boxes drawn
 * alone exclude the error.
 */
public final class DistinctBatches {
    private static final double LEFT_OVER = 0.1;

    private final BatchBounds.Known bounds;
    private final BatchAudit taints;

    public DistinctBatches(BatchBounds.Known bounds) {
        this.bounds = bounds;
        this.taints = new BatchAudit(bounds);
    }

    /** P after each draw; each box stands once. All are 1 while a bound is broken. */
    public PValues assess(List<BatchAudit.Draw> draws) {
        List<BatchAudit.Taint> found = draws.stream().map(taints::taint).toList();
        boolean isBroken = found.stream().anyMatch(BatchAudit.Taint::isBroken);
        Set<Integer> seen = new HashSet<>();
        Fraction left = bounds.total();
        Fraction nullLeft = left.minus(Fraction.ONE);
        double[] history = new double[found.size()];
        double logOwned = 0;
        boolean isRefuted = false;
        for (int j = 0; j < history.length; j++) {
            BatchAudit.Taint taint = found.get(j);
            Check.that(seen.add(taint.batch()), "box %d stands twice", taint.batch());
            Fraction u = bounds.bound(taint.batch());
            Check.that(u.numerator().signum() > 0, "box %d can hold no error, so no draw gives it", taint.batch());
            Fraction x = Fraction.ONE.minus(taint.taint());
            if (nullLeft.numerator().signum() > 0) {
                double m = Math.min(1, BatchAudit.number(nullLeft.over(left)));
                logOwned += Math.log(LEFT_OVER + (1 - LEFT_OVER) * BatchAudit.number(x) / m);
            }
            left = left.minus(u);
            nullLeft = nullLeft.minus(u.times(x));
            isRefuted |= nullLeft.numerator().signum() < 0;
            history[j] = isBroken ? 1 : isRefuted ? 0 : Math.min(1, Math.exp(-logOwned));
        }
        return new PValues(history);
    }
}
