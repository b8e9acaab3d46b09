package org.cotejo.audit.risk;

import org.cotejo.base.Check;

/**
 * How {@link MeanTest.Alpha} guesses, before each draw, the mean of what is left. A bad guess costs draws, never validity: it
 * looks only at draws before this one (Stark, ALPHA, Annals of Applied Statistics 17(1), 2023, section 2.3).
 */
public sealed interface Estimator {
    /** A mean fixed beforehand; without replacement, the mean of what is left if it is the mean of the whole. */
    record Fixed(double eta) implements Estimator {}

    /**
     * The reported mean, weighted like {@code d} draws, moved towards the mean of the draws so far, and kept above the null
     * mean by {@code c / sqrt(d + j - 1)} (ALPHA, section 2.5.2).
     *
     * @param eta reported mean
     * @param c how far above the null mean, at first
     * @param d how many draws the reported mean weighs, above 0
     * @param f how far to lean to the upper bound when the draws hardly differ; 0 is not at all
     * @param leastSd smallest standard deviation that {@code f} is divided by
     */
    record ShrinkTrunc(double eta, double c, double d, double f, double leastSd) implements Estimator {
        static final double LEAST_SD = 1e-6;

        public ShrinkTrunc {
            Check.that(d > 0 && c >= 0 && f >= 0 && leastSd > 0, "c %s, d %s, f %s, least sd %s", c, d, f, leastSd);
        }

        public ShrinkTrunc(double eta, double c, double d) {
            this(eta, c, d, 0, LEAST_SD);
        }
    }
}
