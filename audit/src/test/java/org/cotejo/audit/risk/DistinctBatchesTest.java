package org.cotejo.audit.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.cotejo.audit.risk.BatchAudit.Draw;
import org.cotejo.audit.risk.BatchCount.Counted;
import org.cotejo.audit.risk.BatchCount.CountedTogether;
import org.cotejo.base.Fraction;
import org.junit.jupiter.api.Test;

/** Boxes drawn without replacement, and boxes that were counted together: clean ones, and elections that are wrong. */
class DistinctBatchesTest {
    private static final int BOXES = 60;
    private static final int MOST = 200;

    /** Even boxes report 60 to 40, odd ones 110 to 90. */
    private static long[] reported(int box) {
        return box % 2 == 0 ? new long[] {60, 40} : new long[] {110, 90};
    }

    private static BatchBounds.Known bounds() {
        BatchContest.Builder builder = BatchContest.of(List.of("A", "B"), 1);
        for (int k = 0; k < BOXES; k++) {
            builder.batch("%02d".formatted(k), k % 2 == 0 ? 100 : MOST, reported(k));
        }
        return (BatchBounds.Known) BatchBounds.of(builder.build());
    }

    private static Draw clean(int box) {
        return new Draw(box, Counted.of(reported(box)));
    }

    /** Distinct boxes in the order of their first draw in proportion to their bounds. */
    private static List<Integer> drawn(BatchBounds.Known bounds, int count, Random random) {
        double[] sums = new double[BOXES];
        for (int k = 0; k < BOXES; k++) {
            sums[k] = (k == 0 ? 0 : sums[k - 1]) + bounds.weights().get(k).doubleValue();
        }
        Set<Integer> drawn = new LinkedHashSet<>();
        while (drawn.size() < count) {
            double point = random.nextDouble() * sums[BOXES - 1];
            int box = 0;
            while (sums[box] <= point) {
                box++;
            }
            drawn.add(box);
        }
        return List.copyOf(drawn);
    }

    @Test
    void aCleanDrawSaysMoreThanOneWithReplacementAndAllBoxesAreCertain() {
        BatchBounds.Known bounds = bounds();
        List<Draw> all =
                IntStream.range(0, BOXES).mapToObj(DistinctBatchesTest::clean).toList();
        PValues without = new DistinctBatches(bounds).assess(all);
        PValues with = new BatchAudit(bounds).assess(all).by(BatchTest.KAPLAN_WALD);
        assertEquals(with.after(1), without.after(1), 1e-12);
        for (int draws = 2; draws <= BOXES; draws++) {
            assertTrue(without.after(draws) < with.after(draws), "after " + draws);
        }
        assertEquals(0, without.last());
    }

    @Test
    void aMissingBoxCostsATenthAndOneThatStandsTwiceIsAMistake() {
        BatchBounds.Known bounds = bounds();
        DistinctBatches audit = new DistinctBatches(bounds);
        PValues clean = audit.assess(List.of(clean(1), clean(2), clean(3)));
        PValues missing = audit.assess(List.of(new Draw(1, new BatchCount.Missing()), clean(2), clean(3)));
        assertTrue(missing.last() > clean.last());
        assertEquals(1, missing.after(1));
        assertThrows(IllegalArgumentException.class, () -> audit.assess(List.of(clean(1), clean(1))));
        assertEquals(1, audit.assess(List.of(new Draw(0, Counted.of(0, 500)))).last(), "more than the box can hold");
    }

    /** The true result is a tie or a loss; audits look after each box, and few confirm. */
    @Test
    void wrongElectionsAreConfirmedAtMostAsOftenAsTheLimitAllows() {
        BatchBounds.Known bounds = bounds();
        DistinctBatches audit = new DistinctBatches(bounds);
        long margin = 20L * BOXES;
        for (int spread : new int[] {60, 20, 10}) {
            // So many boxes hold, together, an error of the whole margin.
            long[][] counted = new long[BOXES][];
            for (int k = 0; k < BOXES; k++) {
                long[] votes = reported(k);
                long error = k < spread ? (margin + spread - 1) / spread : 0;
                long moved = Math.min(votes[0], (error + 1) / 2);
                counted[k] = new long[] {votes[0] - moved, votes[1] + moved};
            }
            long lead = 0;
            for (long[] votes : counted) {
                lead += votes[0] - votes[1];
            }
            assertTrue(lead <= 0, "the election is wrong: " + lead);
            assertConfirmsFew(bounds, audit, counted, 0.1, 1_500);
        }
    }

    private static void assertConfirmsFew(
            BatchBounds.Known bounds, DistinctBatches audit, long[][] counted, double limit, int audits) {
        Random random = new Random(9);
        int confirmed = 0;
        for (int i = 0; i < audits; i++) {
            List<Draw> draws = drawn(bounds, 40, random).stream()
                    .map(box -> new Draw(box, Counted.of(counted[box])))
                    .toList();
            confirmed += audit.assess(draws).anytime() <= limit ? 1 : 0;
        }
        double rate = confirmed / (double) audits;
        assertTrue(rate <= limit + 3 * Math.sqrt(limit * (1 - limit) / audits), "confirmed " + rate);
    }

    @Test
    void boxesCountedTogetherWeighTheirErrorOverWhatTheyCouldHoldTogether() {
        BatchBounds.Known bounds = bounds();
        BatchAudit audit = new BatchAudit(bounds);
        Set<Integer> heap = Set.of(0, 1, 2);
        List<Long> same = List.of(230L, 170L);
        assertEquals(
                Fraction.ZERO,
                audit.taint(new Draw(1, new CountedTogether(heap, same))).taint());
        Fraction off = audit.taint(new Draw(2, new CountedTogether(heap, List.of(225L, 175L))))
                .taint();
        Fraction most = bounds.bound(0).plus(bounds.bound(1)).plus(bounds.bound(2));
        assertEquals(Fraction.of(10, 20L * BOXES).over(most), off);
        assertEquals(
                audit.taint(new Draw(0, Counted.of(55, 45))).taint(),
                audit.taint(new Draw(0, new CountedTogether(Set.of(0), List.of(55L, 45L))))
                        .taint(),
                "a heap of one box is that box");
        assertThrows(IllegalArgumentException.class, () -> audit.taint(new Draw(7, new CountedTogether(heap, same))));
        assertTrue(audit.taint(new Draw(0, new CountedTogether(heap, List.of(0L, 500L))))
                .isBroken());
    }

    /** Boxes were mixed in pairs, the error hidden in some pairs: Kaplan-Markov and the others keep their limit. */
    @Test
    void wrongElectionsWithBoxesCountedTogetherAreConfirmedAtMostAsOftenAsTheLimitAllows() {
        BatchBounds.Known bounds = bounds();
        BatchAudit audit = new BatchAudit(bounds);
        long margin = 20L * BOXES;
        int tainted = 12;
        double limit = 0.1;
        int audits = 1_500;
        Random random = new Random(4);
        double[] sums = new double[BOXES];
        for (int k = 0; k < BOXES; k++) {
            sums[k] = (k == 0 ? 0 : sums[k - 1]) + bounds.weights().get(k).doubleValue();
        }
        java.util.EnumMap<BatchTest, Integer> confirmed = new java.util.EnumMap<>(BatchTest.class);
        for (int i = 0; i < audits; i++) {
            List<Draw> draws = new ArrayList<>();
            for (int d = 0; d < 40; d++) {
                double point = random.nextDouble() * sums[BOXES - 1];
                int box = 0;
                while (sums[box] <= point) {
                    box++;
                }
                int pair = box / 2;
                long error = pair < tainted ? (margin + tainted - 1) / tainted : 0;
                long moved = (error + 1) / 2;
                draws.add(new Draw(
                        box, new CountedTogether(Set.of(2 * pair, 2 * pair + 1), List.of(170 - moved, 130 + moved))));
            }
            BatchAudit.Assessment assessment = audit.assess(draws);
            for (BatchTest test : BatchTest.values()) {
                confirmed.merge(test, assessment.by(test).anytime() <= limit ? 1 : 0, Integer::sum);
            }
        }
        confirmed.forEach((test, number) -> {
            double rate = number / (double) audits;
            assertTrue(rate <= limit + 3 * Math.sqrt(limit * (1 - limit) / audits), test + ": " + rate);
        });
    }
}
