package org.cotejo.audit.forensics;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The last digits of a candidate's counts against what binomial draws at each station's observed share give, summed exactly.
 * Where counts are large that is one tenth each, as in {@link Digits}; where stations are small the digits are not uniform in
 * honest elections either, and the plain test raises false alarms.
 *
 * @param counted counts of 10 or more
 * @param pairs counts of 100 or more
 */
record DigitNull(int counted, double chiSquared, double lastP, int pairs, double nonAdjacent, double pairP) {
    private static final int COUNTS_LEAST = 100;

    static DigitNull of(StationTable table, int option) {
        int[] counts = new int[table.size()];
        double[] last = new double[10];
        double pairs = 0;
        double nonAdjacent = 0;
        BinomialWalk walk = new BinomialWalk();
        for (int i = 0; i < counts.length; i++) {
            counts[i] = table.votes(i, option);
            if (counts[i] == 0) {
                continue;
            }
            walk.fill(table.cast(i), counts[i]);
            for (int k = Math.max(10, walk.from()); k < walk.to(); k++) {
                double chance = walk.chance(k);
                last[k % 10] += chance;
                if (k >= 100) {
                    pairs += chance;
                    nonAdjacent += Digits.isNonAdjacent(k) ? chance : 0;
                }
            }
        }
        Digits digits = Digits.of(counts);
        double all = 0;
        for (double digit : last) {
            all += digit;
        }
        for (int j = 0; j < 10; j++) {
            last[j] = all > 0 ? last[j] / all : 0.1;
        }
        double chiSquared = digits.counted() < COUNTS_LEAST ? Double.NaN : Digits.chiSquared(digits.last(), last);
        double share = pairs > 0 ? Math.min(1, nonAdjacent / pairs) : Digits.NON_ADJACENT;
        return new DigitNull(
                digits.counted(),
                chiSquared,
                digits.counted() < COUNTS_LEAST
                        ? Double.NaN
                        : ChiSquaredDistribution.of(9).survivalProbability(chiSquared),
                digits.pairs(),
                digits.pairs() == 0 ? Double.NaN : (double) digits.nonAdjacent() / digits.pairs(),
                digits.pairs() < COUNTS_LEAST
                        ? Double.NaN
                        : BinomialDistribution.of(digits.pairs(), share).cumulativeProbability(digits.nonAdjacent()));
    }
}
