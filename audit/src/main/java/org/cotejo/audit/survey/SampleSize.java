package org.cotejo.audit.survey;

import org.cotejo.base.Check;

/**
 * How many stations a sample needs: n0 = (z S / e)^2 and n = n0 / (1 + n0/N), rounded up (Cochran 1977, chapter 4).
 *
 * @param unlimited n0, for a country without end
 * @param stations n, at most N
 */
public record SampleSize(double unlimited, long stations) {
    /**
     * The size for an estimated share with an error of at most {@code error} at a confidence.
     *
     * @param spread between stations, as a share ({@link Spread#share})
     * @param effect by which clusters raise the variance; 1 where stations are drawn one by one
     * @param all stations of the country
     */
    public static SampleSize of(double spread, double error, double confidence, double effect, long all) {
        Check.that(spread >= 0 && error > 0 && effect > 0 && all > 0, "%s %s %s %d", spread, error, effect, all);
        double z = Estimate.quantile(0, confidence);
        double unlimited = z * z * spread * spread * effect / (error * error);
        double needed = unlimited / (1 + unlimited / all);
        return new SampleSize(unlimited, Math.clamp((long) Math.ceil(needed - 1e-9), 1, all));
    }
}
