package org.cotejo.audit.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.cotejo.audit.risk.SuperSimple.Differences;
import org.junit.jupiter.api.Test;

/** Fisher, a stratum without records, and two strata together. */
class StratifiedTest {
    /** With two degrees of freedom for each, the survival function is a short sum: exp(-s) (1 + s + ... ). */
    @Property(tries = 200)
    void fisherIsAPoissonSum(
            @ForAll @DoubleRange(min = 0.01, max = 1) double a, @ForAll @DoubleRange(min = 0.01, max = 1) double b) {
        double s = -Math.log(a) - Math.log(b);
        assertEquals(a * b * (1 + s), Fisher.combined(a, b), 1e-12);
        assertEquals(a, Fisher.combined(a), 1e-12);
    }

    @Test
    void fisherAtTheEdges() {
        assertEquals(1, Fisher.combined(1, 1, 1));
        assertEquals(0, Fisher.combined(0, 1));
        double[] fifty = new double[50];
        Arrays.fill(fifty, 0.5);
        assertTrue(Fisher.combined(fifty) > 0.99);
        assertThrows(IllegalArgumentException.class, () -> Fisher.combined(1.1));
        assertThrows(IllegalArgumentException.class, Fisher::combined);
    }

    /** With no ballot for neither candidate there is nothing to maximise: the ratio is a product of whole numbers. */
    @Property(tries = 100)
    void aStratumOfTwoIsWaldsRatio(@ForAll @IntRange(max = 20) int winner, @ForAll @IntRange(max = 20) int loser) {
        PollStratum stratum = new PollStratum(200, 120, 80, winner + loser, winner, loser);
        double log = 0;
        for (int i = 0; i < winner; i++) {
            log += Math.log(100.0 - i) - Math.log(120.0 - i);
        }
        for (int i = 0; i < loser; i++) {
            log += Math.log(100.0 - i) - Math.log(80.0 - i);
        }
        // The other ballots may be more than none: the best explanation is at least as good as this one.
        assertTrue(stratum.p(0) >= Math.min(1, Math.exp(log)) - 1e-9);
    }

    @Test
    void pRisesWithTheMarginThatTheHypothesisAllows() {
        PollStratum stratum = new PollStratum(10_000, 5_500, 4_000, 500, 280, 190);
        double before = 0;
        for (double margin = -2_000; margin <= 3_000; margin += 50) {
            double p = stratum.pUpTo(margin);
            assertTrue(p >= before - 1e-12, "at " + margin);
            before = p;
        }
        assertEquals(1, before);
        assertEquals(1, new PollStratum(100, 60, 40, 0, 0, 0).pUpTo(-50));
    }

    private static Hybrid hybrid(Differences found) {
        return new Hybrid(10_000, -400, 500, found, new PollStratum(1_000, 750, 150, 250, 187, 37));
    }

    @Test
    void theGridMissesNoMoreThanTheBoundAllows() {
        Hybrid hybrid = hybrid(Differences.NONE);
        double coarse = hybrid.onGrid(0.05).p();
        double fine = hybrid.onGrid(0.001).p();
        double bound = hybrid.p(1e-6);
        assertTrue(coarse <= fine && fine <= bound && bound <= fine + 1e-4, coarse + " " + fine + " " + bound);
        assertEquals(0.79, hybrid.onGrid(0.001).lambda(), 0.02);
    }

    @Test
    void errorsInTheCardsMakePLarger() {
        assertTrue(hybrid(new Differences(2, 0, 0, 0)).p(1e-4)
                > hybrid(Differences.NONE).p(1e-4));
        assertEquals(1, hybrid(new Differences(0, 9, 0, 0)).p(1e-3), 0.01);
    }

    /** Tied in fact, 100 votes apart as reported: P at most 0.1 in at most a tenth of the audits. */
    @Test
    void aTiedContestOfTwoStrataIsSeldomConfirmed() {
        Random random = new Random(77);
        int runs = 300;
        int confirmed = 0;
        for (int run = 0; run < runs; run++) {
            // Cards: 1,000, of which 50 were reported for the winner and are for the loser. Poll: 1,000, as reported.
            int o2 = 0;
            for (int i = 0; i < 120; i++) {
                o2 += random.nextInt(1_000) < 50 ? 1 : 0;
            }
            int winner = 0;
            int[] ballots = random.ints(0, 1_000).distinct().limit(200).toArray();
            for (int ballot : ballots) {
                winner += ballot < 500 ? 1 : 0;
            }
            Hybrid hybrid = new Hybrid(
                    1_000,
                    100,
                    120,
                    new Differences(0, o2, 0, 0),
                    new PollStratum(1_000, 500, 500, 200, winner, 200 - winner));
            confirmed += hybrid.p(1e-3) <= 0.1 ? 1 : 0;
        }
        double most = 0.1 + 3 * Math.sqrt(0.1 * 0.9 / runs);
        assertTrue(confirmed <= most * runs, confirmed + " of " + runs);
    }
}
