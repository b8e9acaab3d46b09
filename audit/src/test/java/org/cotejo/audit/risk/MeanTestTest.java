package org.cotejo.audit.risk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.cotejo.audit.risk.MeanTest.Alpha;
import org.cotejo.audit.risk.MeanTest.Betting;
import org.cotejo.audit.risk.MeanTest.KaplanKolmogorov;
import org.cotejo.audit.risk.MeanTest.KaplanMarkov;
import org.cotejo.audit.risk.MeanTest.KaplanWald;
import org.cotejo.audit.risk.MeanTest.WaldSprt;
import org.junit.jupiter.api.Test;

class MeanTestTest {
    private static final Hypothesis HALF = Hypothesis.withReplacement(1, 0.5);
    private static final List<MeanTest> ALL = List.of(
            new KaplanMarkov(0),
            new KaplanMarkov(0.1),
            new KaplanWald(0.1),
            new KaplanKolmogorov(0),
            new KaplanKolmogorov(0.1),
            new WaldSprt(0.6),
            new Alpha(new Estimator.Fixed(0.7)),
            new Alpha(new Estimator.ShrinkTrunc(0.6, 0.05, 20)),
            new Alpha(new Estimator.ShrinkTrunc(0.6, 0.05, 20, 0.5, 1e-6)),
            new Betting(new Bet.Fixed(0.25)),
            new Betting(new Bet.Agrapa(0.5, 0.5, 0.95, 1)));

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void onesAgainstAHalfHaveKnownValues() {
        assertEquals(
                Math.pow(0.5, 9), new KaplanMarkov(0).history(HALF, ones(9)).last(), 1e-15);
        assertEquals(
                Math.pow(0.6 / 1.1, 9),
                new KaplanMarkov(0.1).history(HALF, ones(9)).last(),
                1e-15);
        assertEquals(
                Math.pow(1 / 1.9, 9), new KaplanWald(0.1).history(HALF, ones(9)).last(), 1e-15);
        assertEquals(
                Math.pow(1 / 1.4, 9),
                new Alpha(new Estimator.Fixed(0.7)).history(HALF, ones(9)).last(),
                1e-15);
        assertEquals(
                Math.pow(1 / 1.125, 9),
                new Betting(new Bet.Fixed(0.25)).history(HALF, ones(9)).last(),
                1e-15);
    }

    /** BRAVO's product of 2s and 2(1-s), whatever the order. */
    @Property(tries = 200)
    void waldsTestIsBravo(@ForAll @IntRange(max = 30) int winner, @ForAll @IntRange(max = 30) int loser) {
        double[] x = Arrays.copyOf(ones(winner), winner + loser);
        double expected = Math.min(1, 1 / (Math.pow(1.2, winner) * Math.pow(0.8, loser)));
        assertEquals(expected, new WaldSprt(0.6).history(HALF, x).last(), expected * 1e-12);
    }

    /** ALPHA's own form of the product, with the mean of what is left worked out anew each time. */
    @Property(tries = 200)
    void alphaIsItsPublishedProduct(
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(max = 2) Double> draws,
            @ForAll @DoubleRange(min = 0.6, max = 1.3) double t) {
        double u = 2;
        double n = 60;
        double eta = t + 0.4;
        double product = 1;
        double sum = 0;
        for (int j = 0; j < draws.size(); j++) {
            double m = (n * t - sum) / (n - j);
            double e = Math.min(u, (n * eta - sum) / (n - j));
            product *= (draws.get(j) * e / m + (u - draws.get(j)) * (u - e) / (u - m)) / u;
            sum += draws.get(j);
        }
        double[] x = draws.stream().mapToDouble(Double::doubleValue).toArray();
        PValues p = new Alpha(new Estimator.Fixed(eta)).history(Hypothesis.ofList(60, u, t), x);
        double expected = Math.min(1, 1 / product);
        assertEquals(expected, p.last(), expected * 1e-9);
    }

    @Test
    void kaplanKolmogorovDividesByTheMeanOfWhatIsLeft() {
        PValues p = new KaplanKolmogorov(0).history(Hypothesis.ofList(4, 1, 0.5), 0.75, 0.5);
        assertEquals(0.5 / 0.75, p.after(1), 1e-15);
        assertEquals(0.5 / 0.75 * (1.25 / 3) / 0.5, p.after(2), 1e-15);
        PValues shifted = new KaplanKolmogorov(0.1).history(Hypothesis.ofList(4, 1, 0.5), 0.75, 0.5);
        assertEquals(0.6 / 0.85 * (1.25 / 3 + 0.1) / 0.6, shifted.after(2), 1e-15);
    }

    @Test
    void aProductThatNoDoubleHoldsIsKept() {
        Martingale test = new KaplanMarkov(0).start(HALF);
        for (int i = 0; i < 100_000; i++) {
            test.add(1);
        }
        assertEquals(0, test.anytime());
        assertEquals(100_000 * Math.log(2), test.logOwned(), 1e-6);
        for (int i = 0; i < 100_000; i++) {
            test.add(0.25);
        }
        assertEquals(0, test.logOwned(), 1e-6);
        assertEquals(1, test.add(0.25), 1e-9);
    }

    @Test
    void aSmallerPOfBeforeStaysValidAndIsNotHidden() {
        PValues p = new KaplanMarkov(0).history(HALF, 1, 1, 1, 0, 1);
        assertEquals(0.125, p.anytime());
        assertEquals(1, p.after(4));
        assertEquals(1, p.last());
        assertEquals(2, p.reached(0.25));
        assertEquals(0, p.reached(0.1));
        assertEquals(1, new KaplanMarkov(0).history(HALF).last());
    }

    /** In doubles 7 x 3/7 and the sum of seven draws may differ by a rounding: a tie must not be taken for a refutation. */
    @Property(tries = 300)
    void atATieNothingIsEverCertain(
            @ForAll @Size(min = 2, max = 40) List<@IntRange(max = 1_000) Integer> thousandths,
            @ForAll @IntRange(max = 10) int which) {
        double[] x = thousandths.stream().mapToDouble(v -> v / 1_000.0).toArray();
        double mean = thousandths.stream().mapToInt(Integer::intValue).sum() / 1_000.0 / x.length;
        PValues p = ALL.get(which).history(Hypothesis.ofList(x.length, 1, mean), x);
        assertTrue(p.anytime() > 0, () -> ALL.get(which) + " on " + thousandths);
    }

    @Test
    void moreThanTheListMayHoldIsCertain() {
        for (MeanTest test : ALL) {
            boolean asWithReplacement = test instanceof KaplanMarkov || test instanceof KaplanWald;
            PValues p = test.history(Hypothesis.ofList(10, 1, 0.5), ones(6));
            assertEquals(asWithReplacement, p.last() > 0, test::toString);
        }
    }

    @Test
    void anHypothesisThatCannotBeWrongIsNeverRefuted() {
        for (MeanTest test : ALL) {
            assertEquals(
                    1, test.history(Hypothesis.withReplacement(1, 1), ones(50)).anytime(), test::toString);
            assertEquals(
                    1, test.history(Hypothesis.withReplacement(1, 0), 0, 0, 0).anytime(), test::toString);
        }
    }

    /** Stakes of more than is owned would make wealth negative, and a negative wealth obeys no law of Ville. */
    @Test
    void noStakeIsLargerThanWhatIsOwned() {
        Martingale test = new Betting(new Bet.Fixed(50)).start(HALF);
        assertEquals(0.5, test.add(1));
        assertEquals(1, test.add(0));
        assertEquals(Double.NEGATIVE_INFINITY, test.logOwned());
        assertEquals(1, test.add(1));
    }

    @Test
    void whatTheRuleSaidIsReported() {
        assertArrayEquals(
                new double[] {0.7, (7 - 1) / 9.0, (7 - 1) / 8.0},
                new Alpha(new Estimator.Fixed(0.7)).said(Hypothesis.ofList(10, 1, 0.5), 1, 0, 1),
                1e-15);
        assertArrayEquals(new double[] {0.25, 0.25}, new Betting(new Bet.Fixed(0.25)).said(HALF, 1, 0), 0);
    }

    @Test
    void drawsOutsideTheRangeAreAMistake() {
        assertThrows(IllegalArgumentException.class, () -> new KaplanMarkov(0).history(HALF, 1.01));
        assertThrows(IllegalArgumentException.class, () -> new KaplanMarkov(0.1).history(HALF, -0.05));
        assertThrows(IllegalArgumentException.class, () -> new KaplanWald(0.1).history(HALF, Double.NaN));
        assertThrows(
                IllegalArgumentException.class, () -> new WaldSprt(0.6).history(Hypothesis.ofList(2, 1, 0.5), 0, 0, 0));
    }

    /** Ville: with the hypothesis true, the share of audits that ever see P at or below the limit is at most the limit. */
    @Test
    void wrongResultsAreConfirmedNoMoreOftenThanTheLimit() {
        int runs = 2_000;
        double limit = 0.1;
        double most = limit + 3 * Math.sqrt(limit * (1 - limit) / runs);
        double[][] lists = {list(200, 0.5), list(200, 0.35)};
        for (MeanTest test : ALL) {
            for (boolean replacing : new boolean[] {true, false}) {
                for (double[] list : lists) {
                    double share = confirmed(test, list, replacing, runs, limit);
                    assertTrue(share <= most, () -> test + " replacing " + replacing + ": " + share);
                }
            }
        }
    }

    /** Values of three kinds with mean a half: the boundary of the hypothesis. */
    private static double[] list(int size, double low) {
        double[] list = new double[size];
        for (int i = 0; i < size; i++) {
            list[i] = i % 2 == 0 ? 1 - low : low;
        }
        return list;
    }

    private static double confirmed(MeanTest test, double[] list, boolean replacing, int runs, double limit) {
        Random random = new Random(20_240_728);
        Hypothesis hypothesis = replacing ? HALF : Hypothesis.ofList(list.length, 1, 0.5);
        int confirmed = 0;
        for (int run = 0; run < runs; run++) {
            double[] left = list.clone();
            Martingale martingale = test.start(hypothesis);
            for (int j = 0; j < list.length && martingale.anytime() > limit; j++) {
                int at = j + random.nextInt(list.length - j);
                double x = replacing ? list[random.nextInt(list.length)] : left[at];
                left[at] = left[j];
                martingale.add(x);
            }
            confirmed += martingale.anytime() <= limit ? 1 : 0;
        }
        return (double) confirmed / runs;
    }
}
