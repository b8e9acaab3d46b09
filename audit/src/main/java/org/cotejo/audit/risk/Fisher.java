package org.cotejo.audit.risk;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.cotejo.base.Check;

/**
 * Fisher's combination of independent P values: {@code -2 sum ln p} has the chi-squared distribution with two degrees of freedom
 * for each (Fisher 1932). It loses power as strata become many: fifty strata with P a half each give 0.99.
 */
public final class Fisher {
    private Fisher() {}

    /** The sum, {@code -2 sum ln p}. */
    static double sum(double... p) {
        Check.that(
                p.length > 0 && Arrays.stream(p).allMatch(one -> one >= 0 && one <= 1),
                "P values %s",
                Arrays.toString(p));
        return -2 * Arrays.stream(p).map(Math::log).sum();
    }

    /** P of all together. */
    public static double combined(double... p) {
        double sum = sum(p);
        return sum <= 0 ? 1 : ChiSquaredDistribution.of(2.0 * p.length).survivalProbability(sum);
    }
}
