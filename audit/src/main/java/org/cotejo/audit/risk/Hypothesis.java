package org.cotejo.audit.risk;

import org.cotejo.base.Check;

/**
 * What an audit tries to refute: the mean of a list of numbers from 0 to {@code upper} is at most {@code mean}, that is, the
 * reported winner did not win.
 *
 * @param upper largest number that can stand in the list, above 0
 * @param mean largest mean under which the result is wrong
 * @param size how long the list is when it is drawn without replacement; infinite when each draw sees the whole list again
 */
public record Hypothesis(double upper, double mean, double size) {
    public Hypothesis {
        Check.that(upper > 0 && Double.isFinite(upper), "no upper bound: %s", upper);
        Check.that(Double.isFinite(mean), "no mean: %s", mean);
        Check.that(size > 0, "a list of %s numbers", size);
    }

    /** Draws with replacement. */
    public static Hypothesis withReplacement(double upper, double mean) {
        return new Hypothesis(upper, mean, Double.POSITIVE_INFINITY);
    }

    /** Draws without replacement from {@code size} numbers. */
    public static Hypothesis ofList(long size, double upper, double mean) {
        return new Hypothesis(upper, mean, size);
    }

    boolean isFinite() {
        return size < Double.POSITIVE_INFINITY;
    }

    /** The same hypothesis about numbers that are all larger by {@code shift}. */
    Hypothesis shifted(double shift) {
        return new Hypothesis(upper + shift, mean + shift, size);
    }

    /** The same list believed to be drawn with replacement: valid for draws without, and a little larger in P. */
    Hypothesis endless() {
        return withReplacement(upper, mean);
    }
}
