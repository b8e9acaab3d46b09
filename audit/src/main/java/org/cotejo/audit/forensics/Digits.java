package org.cotejo.audit.forensics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Digits of many counts. Last digits and last pairs: Beber and Scacco, What the numbers say, Political Analysis 20(2), 2012.
 * Second digits against Benford's law (2BL): Mebane (2006), only as the documented bad test that it is: it rejects honest
 * elections (Deckert, Myagkov and Ordeshook, Benford's Law and the detection of election fraud, Political Analysis 19(3), 2011).
 *
 * @param last how often each digit is the last one, of counts of 10 or more
 * @param pairs counts of 100 or more
 * @param nonAdjacent of those, with last two digits that differ by more than one step (0 and 9 being neighbours)
 * @param repeated of those, with the last two digits equal
 * @param second how often each digit is the second one, of counts of 10 or more
 */
public record Digits(List<Integer> last, int pairs, int nonAdjacent, int repeated, List<Integer> second) {
    /** Share of pairs that are not adjacent where both digits are uniform. */
    public static final double NON_ADJACENT = 0.7;

    private static final int DIGITS = 10;
    private static final int LAST_LEAST = 10;
    private static final int PAIRS_LEAST = 100;

    public Digits {
        last = List.copyOf(last);
        second = List.copyOf(second);
    }

    /** Counts the digits. */
    public static Digits of(int[] counts) {
        int[] last = new int[DIGITS];
        int[] second = new int[DIGITS];
        int pairs = 0;
        int nonAdjacent = 0;
        int repeated = 0;
        for (int count : counts) {
            if (count >= LAST_LEAST) {
                last[count % DIGITS]++;
                second[secondDigit(count)]++;
            }
            if (count >= PAIRS_LEAST) {
                pairs++;
                nonAdjacent += isNonAdjacent(count) ? 1 : 0;
                repeated += count % 10 == count / 10 % 10 ? 1 : 0;
            }
        }
        return new Digits(boxed(last), pairs, nonAdjacent, repeated, boxed(second));
    }

    private static List<Integer> boxed(int[] counts) {
        return Arrays.stream(counts).boxed().toList();
    }

    private static int secondDigit(int count) {
        int rest = count;
        while (rest >= 100) {
            rest /= 10;
        }
        return rest % 10;
    }

    static boolean isNonAdjacent(int count) {
        int apart = Math.floorMod(count / 10 - count, DIGITS);
        return apart >= 2 && apart <= 8;
    }

    /** Counts of 10 or more. */
    public int counted() {
        return last.stream().mapToInt(Integer::intValue).sum();
    }

    /** Chi-squared of the last digits against equal frequencies, nine degrees of freedom. */
    public double lastChiSquared() {
        double[] equal = new double[DIGITS];
        Arrays.fill(equal, 0.1);
        return chiSquared(last, equal);
    }

    public double lastP() {
        return ChiSquaredDistribution.of(DIGITS - 1.0).survivalProbability(lastChiSquared());
    }

    /** Chance of so few non-adjacent pairs, or fewer, at {@link #NON_ADJACENT}. */
    public double nonAdjacentP() {
        return nonAdjacentP(pairs, nonAdjacent);
    }

    /** The same for published numbers. */
    public static double nonAdjacentP(int pairs, int nonAdjacent) {
        return BinomialDistribution.of(pairs, NON_ADJACENT).cumulativeProbability(nonAdjacent);
    }

    /**
     * The chance that of n last digits, each as likely, one stands {@code most} times or more and another {@code least} times or
     * less: Beber and Scacco's peak and dip, exact. Digit by digit, how many of the n are left with none above or below a limit.
     */
    public static double chanceOfPeakAndDip(int n, int most, int least) {
        return 1
                - chanceAllWithin(n, 0, most - 1)
                - chanceAllWithin(n, least + 1, n)
                + chanceAllWithin(n, least + 1, most - 1);
    }

    private static double chanceAllWithin(int n, int from, int to) {
        double[] left = new double[n + 1];
        left[n] = 1;
        for (int digit = 0; digit < DIGITS; digit++) {
            double[] after = new double[n + 1];
            for (int rest = 0; rest <= n; rest++) {
                if (left[rest] == 0) {
                    continue;
                }
                BinomialDistribution here = BinomialDistribution.of(rest, 1.0 / (DIGITS - digit));
                for (int k = from; k <= Math.min(to, rest); k++) {
                    after[rest - k] += left[rest] * here.probability(k);
                }
            }
            left = after;
        }
        return left[0];
    }

    /** Frequencies of second digits by Benford's law: the sum over first digits k of log10(1 + 1/(10k + j)). */
    public static List<Double> benford() {
        Double[] chances = new Double[DIGITS];
        for (int j = 0; j < DIGITS; j++) {
            double sum = 0;
            for (int k = 1; k < DIGITS; k++) {
                sum += Math.log10(1 + 1.0 / (10 * k + j));
            }
            chances[j] = sum;
        }
        return List.of(chances);
    }

    /** Chi-squared of the second digits against Benford's law: the bad test. */
    public double benfordChiSquared() {
        return chiSquared(
                second, benford().stream().mapToDouble(Double::doubleValue).toArray());
    }

    public double benfordP() {
        return ChiSquaredDistribution.of(DIGITS - 1.0).survivalProbability(benfordChiSquared());
    }

    public double secondMean() {
        double sum = 0;
        for (int j = 0; j < DIGITS; j++) {
            sum += (double) j * second.get(j);
        }
        return sum / counted();
    }

    static double chiSquared(List<Integer> observed, double[] frequency) {
        int n = observed.stream().mapToInt(Integer::intValue).sum();
        double sum = 0;
        for (int j = 0; j < DIGITS; j++) {
            double expected = n * frequency[j];
            sum += (observed.get(j) - expected) * (observed.get(j) - expected) / expected;
        }
        return sum;
    }
}
