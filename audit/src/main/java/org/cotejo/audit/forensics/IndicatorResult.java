package org.cotejo.audit.forensics;

import org.cotejo.base.Check;
import org.cotejo.base.Sentence;

/**
 * What one indicator gave.
 *
 * @param n what it was computed from: stations, counts, pairs, places or announcements, as {@code said} tells
 * @param effect its size in the unit that {@code said} tells; not a number if it could not be computed
 * @param p chance of such an effect or a larger one under its null; not a number if it was not asked
 * @param adjusted p after Benjamini and Hochberg's correction over all that were asked
 * @param said the effect in words
 */
public record IndicatorResult(Indicator indicator, long n, double effect, double p, double adjusted, Sentence said) {
    /** Up to this adjusted p an indicator is said to stand out. */
    public static final double LEVEL = 0.05;

    public IndicatorResult {
        Check.that(n >= 0, "n %d", n);
        Check.that(Double.isNaN(p) || p >= 0 && p <= 1, "p %s", p);
    }

    IndicatorResult adjustedTo(double value) {
        return new IndicatorResult(indicator, n, effect, p, value, said);
    }

    /** Whether it could be computed at all. */
    public boolean isAsked() {
        return !Double.isNaN(p);
    }

    /** Whether it stands out after correction; the bad test never does. */
    public boolean standsOut() {
        return !indicator.isBadTest() && adjusted <= LEVEL;
    }
}
