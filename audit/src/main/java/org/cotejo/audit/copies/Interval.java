package org.cotejo.audit.copies;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.cotejo.base.Check;

/**
 * Limits of a rate, from {@code low} to {@code high}, both from 0 to 1.
 *
 * @param confidence of both limits together
 */
public record Interval(double low, double high, double confidence) {
    private static final int POLISH_STEPS = 4;

    public Interval {
        Check.that(0 <= low && low <= high && high <= 1, "from %s to %s", low, high);
    }

    /**
     * The exact binomial limits of a rate (Clopper and Pearson, Biometrika 26, 1934), by quantiles of the beta distribution;
     * relative error about 1e-12.
     */
    public static Interval ofRate(long hits, long trials, double confidence) {
        Check.that(trials >= 1 && hits >= 0 && hits <= trials, "%d of %d", hits, trials);
        Check.that(confidence > 0 && confidence < 1, "confidence %s", confidence);
        double tail = (1 - confidence) / 2;
        double low = hits == 0 ? 0 : quantile(BetaDistribution.of((double) hits, trials - hits + 1.0), tail, true);
        double high =
                hits == trials ? 1 : quantile(BetaDistribution.of(hits + 1.0, (double) (trials - hits)), tail, false);
        return new Interval(low, high, confidence);
    }

    /** The library's root is good to about 1e-9; steps of Newton's from there make it good to a few ulp. */
    private static double quantile(BetaDistribution beta, double tail, boolean isLower) {
        double x = isLower ? beta.inverseCumulativeProbability(tail) : beta.inverseSurvivalProbability(tail);
        for (int step = 0; step < POLISH_STEPS; step++) {
            double density = beta.density(x);
            double off = isLower ? beta.cumulativeProbability(x) - tail : tail - beta.survivalProbability(x);
            double next = x - off / density;
            if (!(next > 0 && next < 1)) {
                return x;
            }
            x = next;
        }
        return x;
    }
}
