package org.cotejo.audit.survey;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.cotejo.base.Check;

/**
 * A number estimated from a sample.
 *
 * @param standardError of the draw alone: it knows nothing of wrong sheets, refusals or stations that did not report
 * @param degrees of freedom: drawn units of the first stage less strata; 0 where all were counted
 */
public record Estimate(double value, double standardError, int degrees) {
    /** From a lower to an upper limit. */
    public record Interval(double low, double high) {
        public Interval {
            Check.that(low <= high, "an interval from %s to %s", low, high);
        }

        /** Half its width. */
        public double half() {
            return (high - low) / 2;
        }
    }

    public Estimate {
        Check.that(Double.isFinite(value), "an estimate %s", value);
        Check.that(standardError >= 0 && Double.isFinite(standardError), "a standard error %s", standardError);
        Check.that(degrees >= 0, "%d degrees", degrees);
    }

    /** The interval of Student's t at a confidence above 0 and below 1. */
    public Interval interval(double confidence) {
        double half = standardError == 0 ? 0 : quantile(degrees, confidence) * standardError;
        return new Interval(value - half, value + half);
    }

    /** How many standard errors the estimate lies above a value; infinite where nothing is left to chance. */
    public double zAgainst(double other) {
        double gap = value - other;
        return gap == 0 ? 0 : gap / standardError;
    }

    /** So many standard errors to each side hold the truth with this confidence; by the normal law where {@code degrees} is 0. */
    public static double quantile(int degrees, double confidence) {
        Check.that(confidence > 0 && confidence < 1, "confidence %s", confidence);
        double upper = (1 + confidence) / 2;
        return degrees == 0
                ? NormalDistribution.of(0, 1).inverseCumulativeProbability(upper)
                : TDistribution.of(degrees).inverseCumulativeProbability(upper);
    }

    /** The chance of lying so many standard errors off to either side, or farther, by the normal law. */
    public static double twoSided(double z) {
        return 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z));
    }
}
