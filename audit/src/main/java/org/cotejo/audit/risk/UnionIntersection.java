package org.cotejo.audit.risk;

import java.util.List;
import org.cotejo.base.Check;

/**
 * The union-intersection test of a stratified audit (UI-TS): if the mean over all strata is at most <i>t</i>, then for some division of it
 * the mean of each stratum <i>k</i> is at most <i>theta_k</i>, with {@code sum (N_k/N) theta_k = t}. For one division the product of the
 * strata's martingales is a martingale, so P is the largest over all divisions of one over that product (Spertus and Stark, "Sweeter than
 * SUITE", E-Vote-ID 2022, arXiv:2207.03379; Spertus, Sridhar and Stark, "Sequential stratified inference for the mean", 2024,
 * arXiv:2409.06680). It keeps power with many strata where Fisher's combination loses it.
 *
 * <p>Each stratum stakes the same part <i>c</i> of what it owns on each draw: {@code 1 - c + c x/m}, with <i>m</i> the null mean of what
 * is left there. The logarithm is convex in theta, so the search over divisions is a convex problem, and by weak duality any multiplier
 * bounds it from the safe side: P that comes out is never below the largest, whatever the search missed.
 *
 * <p>The order in which strata take turns may depend on what was drawn before, not on what comes; P may be looked at after any draw.
 */
public final class UnionIntersection {
    private static final int HALVINGS = 200;

    private UnionIntersection() {}

    /**
     * A stratum.
     *
     * @param size how many numbers its list has
     * @param upper the largest that can stand in it
     * @param isReplaced whether each draw sees the whole list again
     * @param stake c, the part that is staked on each draw, 0 or more and below 1; fixed before the first
     * @param draws numbers from 0 to {@code upper}, in their order
     */
    public record Stratum(long size, double upper, boolean isReplaced, double stake, List<Double> draws) {
        public Stratum {
            draws = List.copyOf(draws);
            double most = upper;
            Check.that(size > 0 && upper > 0 && stake >= 0 && stake < 1, "%d up to %s, staking %s", size, upper, stake);
            Check.that(draws.stream().allMatch(x -> x >= 0 && x <= most), "draws from 0 to %s", upper);
            Check.that(isReplaced || draws.size() <= size, "%d draws of %d", draws.size(), size);
        }

        private double sum() {
            return isReplaced
                    ? 0
                    : draws.stream().mapToDouble(Double::doubleValue).sum();
        }

        /** Below this mean the draws alone refute the hypothesis. */
        double least() {
            return isReplaced ? 0 : sum() / size;
        }

        /** The logarithm of what the gambler owns if the stratum's mean is theta at most. */
        double logOwned(double theta) {
            double log = 0;
            double seen = 0;
            for (int i = 0; i < draws.size(); i++) {
                double x = draws.get(i);
                double m = isReplaced ? theta : (size * theta - seen) / (size - i);
                if (x > 0 && m <= 0) {
                    return Double.POSITIVE_INFINITY;
                }
                log += Math.log(1 - stake + (x == 0 ? 0 : stake * x / m));
                seen += x;
            }
            return log;
        }

        /** How fast it falls with theta. */
        private double slope(double theta) {
            double slope = 0;
            double seen = 0;
            for (int i = 0; i < draws.size(); i++) {
                double x = draws.get(i);
                double m = isReplaced ? theta : (size * theta - seen) / (size - i);
                double step = isReplaced ? 1 : (double) size / (size - i);
                if (x > 0) {
                    if (m <= 0) {
                        return Double.NEGATIVE_INFINITY;
                    }
                    slope -= step * stake * x / (m * ((1 - stake) * m + stake * x));
                }
                seen += x;
            }
            return slope;
        }

        /** The theta at which the fall is just the price, within what is possible. */
        private double best(double price) {
            double low = least();
            double high = upper;
            for (int i = 0; i < HALVINGS && low < high; i++) {
                double middle = low + (high - low) / 2;
                if (middle <= low || middle >= high) {
                    break;
                }
                if (slope(middle) + price < 0) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return high;
        }

        /** A lower bound of {@code logOwned(theta) + price theta} over all theta: by the tangent at the best one found. */
        private double least(double price) {
            double theta = best(price);
            double value = logOwned(theta);
            double slope = slope(theta) + price;
            // Convex, so it lies above its tangent; the ends of the range are as far as the tangent can be followed.
            double worst = Math.min(slope * (least() - theta), slope * (upper - theta));
            return value + price * theta + Math.min(0, worst);
        }
    }

    /** P of the hypothesis that the mean over all strata is at most {@code mean}; 0 where the draws alone refute it. */
    public static double p(double mean, List<Stratum> strata) {
        Check.that(!strata.isEmpty(), "no strata");
        double all = strata.stream().mapToDouble(Stratum::size).sum();
        double certain = strata.stream()
                .mapToDouble(stratum -> stratum.size() / all * stratum.least())
                .sum();
        // Within rounding of what is just possible it is taken as possible.
        if (certain > mean + 1e-12 * Math.max(1, mean)) {
            return 0;
        }
        double low = 0;
        double high = 1;
        while (isAbove(mean, strata, all, high) && high < 1e18) {
            high *= 2;
        }
        double best = dual(mean, strata, all, 0);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            best = Math.max(best, dual(mean, strata, all, middle));
            if (isAbove(mean, strata, all, middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.min(1, Math.exp(-best));
    }

    /** Whether the strata would, at this multiplier, take more than there is to divide. */
    private static boolean isAbove(double mean, List<Stratum> strata, double all, double multiplier) {
        return strata.stream()
                        .mapToDouble(stratum -> stratum.size() / all * stratum.best(multiplier * stratum.size() / all))
                        .sum()
                > mean;
    }

    /** A bound from below of the smallest product's logarithm, whatever the multiplier (weak duality). */
    private static double dual(double mean, List<Stratum> strata, double all, double multiplier) {
        return strata.stream()
                        .mapToDouble(stratum -> stratum.least(multiplier * stratum.size() / all))
                        .sum()
                - multiplier * mean;
    }
}
