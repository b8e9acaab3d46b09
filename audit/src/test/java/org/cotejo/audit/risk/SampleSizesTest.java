package org.cotejo.audit.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Sizes by simulation, and the risk limit in audits of wrong results. */
class SampleSizesTest {
    private static final Hypothesis HALF = Hypothesis.withReplacement(1, 0.5);
    private static final int RUNS = 2_000;

    private static SampleSizes polling(MeanTest test, double share, double limit, int most) {
        return SampleSizes.of(
                () -> test.start(HALF),
                random -> random.nextDouble() < share ? 1 : 0,
                limit,
                RUNS,
                most,
                new SplittableRandom(20_240_728));
    }

    /** ALPHA, table 1: mean sizes at 5 % when the share is as reported. */
    @Test
    void honestElectionsTakeThePublishedNumberOfBallots() {
        double[][] table = {{0.6, 100, 160}, {0.6, 1_000, 151}, {0.7, 100, 40}, {0.55, 100, 702}};
        for (double[] row : table) {
            MeanTest test = new MeanTest.Alpha(new Estimator.ShrinkTrunc(row[0], (row[0] - 0.5) / 2, row[1]));
            double mean = polling(test, row[0], 0.05, 100_000).mean();
            assertEquals(row[2], mean, 0.08 * row[2], () -> "share " + row[0] + ", d " + row[1]);
        }
        assertEquals(
                149, polling(new MeanTest.WaldSprt(0.6), 0.6, 0.05, 100_000).mean(), 0.08 * 149);
    }

    @Test
    void aCertainAuditHasOneSize() {
        SampleSizes sizes = polling(new MeanTest.KaplanMarkov(0), 1, 0.05, 100);
        assertEquals(5, sizes.quantile(0.01));
        assertEquals(5, sizes.quantile(1));
        assertEquals(5, sizes.mean());
        assertEquals(1, sizes.confirmed());
    }

    @Test
    void runsThatAreGivenUpAreCountedAsSuch() {
        SampleSizes sizes = polling(new MeanTest.KaplanMarkov(0), 0, 0.05, 7);
        assertEquals(8, sizes.quantile(0.5));
        assertEquals(0, sizes.confirmed());
    }

    @Test
    void aListIsDrawnWithoutReplacementAndKept() {
        double[] list = new double[40];
        Arrays.fill(list, 0, 30, 1);
        double[] before = list.clone();
        MeanTest test = new MeanTest.Alpha(new Estimator.Fixed(0.75));
        SampleSizes sizes = SampleSizes.ofList(
                () -> test.start(Hypothesis.ofList(40, 1, 0.5)), list, 0.05, 500, new SplittableRandom(5));
        assertEquals(1, sizes.confirmed());
        assertTrue(sizes.quantile(1) <= 40);
        assertEquals(Arrays.toString(before), Arrays.toString(list));
    }

    @Test
    void theSameSeedGivesTheSamePlan() {
        MeanTest test = new MeanTest.KaplanWald(0.1);
        assertEquals(
                polling(test, 0.6, 0.1, 5_000).mean(),
                polling(test, 0.6, 0.1, 5_000).mean());
        assertThrows(IllegalArgumentException.class, () -> polling(test, 0.6, 1.5, 10));
    }

    /** A tied election that was called for one: whatever the test, at most the limit and three standard errors. */
    @Test
    void wrongResultsAreSeldomConfirmed() {
        double limit = 0.05;
        double most = limit + 3 * Math.sqrt(limit * (1 - limit) / RUNS);
        for (MeanTest test : new MeanTest[] {
            new MeanTest.WaldSprt(0.55),
            new MeanTest.KaplanMarkov(0.1),
            new MeanTest.KaplanWald(0.1),
            new MeanTest.Alpha(new Estimator.ShrinkTrunc(0.6, 0.05, 100)),
            new MeanTest.Betting(new Bet.Agrapa(0.2, 0.5, 0.95, 1))
        }) {
            double confirmed = polling(test, 0.5, limit, 3_000).confirmed();
            assertTrue(confirmed <= most, () -> test + ": " + confirmed);
        }
    }
}
