package org.cotejo.audit.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.cotejo.audit.risk.BatchAudit.Draw;
import org.cotejo.audit.risk.BatchCount.Counted;
import org.cotejo.audit.risk.BatchCount.Missing;
import org.cotejo.base.Fraction;
import org.junit.jupiter.api.Test;

/** Boxes against sheets: bounds, taints, P and sizes. */
class BatchAuditTest {
    /** Stations of 100 registered voters, all voting, with a lead of {@code margin} in each. */
    private static BatchContest even(int stations, int margin) {
        BatchContest.Builder contest = BatchContest.of(List.of("A", "B"), 1);
        for (int i = 0; i < stations; i++) {
            contest.batch("mesa-" + i, 100, 50 + margin / 2, 50 - margin / 2);
        }
        return contest.build();
    }

    private static BatchBounds.Known known(BatchContest contest) {
        return assertInstanceOf(BatchBounds.Known.class, BatchBounds.of(contest));
    }

    private static BatchAudit audit(BatchContest contest) {
        return new BatchAudit(known(contest));
    }

    private static Draw clean(BatchContest contest, int batch) {
        return new Draw(batch, Counted.of(contest.votes(batch, 0), contest.votes(batch, 1)));
    }

    @Test
    void boundsAreWholeNumbersOverTheMargin() {
        BatchContest contest = BatchContest.of(List.of("B", "A"), 1)
                .batch("one", 110, 40, 60)
                .batch("two", 90, 30, 50)
                .pending(5)
                .build();
        BatchBounds.Known bounds = known(contest);
        assertEquals(Fraction.of(20 + 110, 35), bounds.bound(0));
        assertEquals(Fraction.of(20 + 90, 35), bounds.bound(1));
        assertEquals(Fraction.of(240, 35), bounds.total());
        assertEquals(List.of(BigInteger.valueOf(130), BigInteger.valueOf(110)), bounds.weights());
        assertEquals(BigInteger.valueOf(35), bounds.denominator());
    }

    /** Each pair worked out as a fraction, the slow way. */
    @Property(tries = 150)
    void theLargestPairBoundsABatch(
            @ForAll @Size(min = 1, max = 6) List<@Size(4) List<@IntRange(max = 90) Integer>> batches,
            @ForAll @IntRange(min = 1, max = 3) int winners) {
        BatchContest.Builder builder = BatchContest.of(List.of("A", "B", "C", "D"), winners);
        for (int i = 0; i < batches.size(); i++) {
            builder.batch(
                    "b" + i, 300, batches.get(i).stream().mapToLong(v -> v).toArray());
        }
        BatchContest contest = builder.build();
        if (!(BatchBounds.of(contest) instanceof BatchBounds.Known bounds)) {
            assertTrue(contest.pairs().stream().anyMatch(pair -> pair.margin() <= 0));
            return;
        }
        assertEquals(winners * (4 - winners), contest.pairs().size());
        Fraction sum = Fraction.ZERO;
        for (int k = 0; k < contest.size(); k++) {
            int batch = k;
            Fraction most = contest.pairs().stream()
                    .map(pair -> Fraction.of(
                            contest.votes(batch, pair.winner()) - contest.votes(batch, pair.loser()) + 300,
                            pair.margin()))
                    .max(Fraction::compareTo)
                    .orElseThrow();
            assertEquals(most, bounds.bound(k));
            assertEquals(most, new Fraction(bounds.weights().get(k), bounds.denominator()));
            sum = sum.plus(most);
        }
        assertEquals(sum, bounds.total());
    }

    @Test
    void tiesPendingBallotsAndUncontestedSeatsAreToldApart() {
        BatchContest tie =
                BatchContest.of(List.of("A", "B"), 1).batch("x", 10, 5, 5).build();
        assertInstanceOf(BatchBounds.CountAll.class, BatchBounds.of(tie));
        BatchContest pending = BatchContest.of(List.of("A", "B"), 1)
                .batch("x", 10, 6, 4)
                .pending(2)
                .build();
        assertInstanceOf(BatchBounds.CountAll.class, BatchBounds.of(pending));
        BatchContest alone =
                BatchContest.of(List.of("A", "B"), 2).batch("x", 10, 6, 4).build();
        assertInstanceOf(BatchBounds.NoLoser.class, BatchBounds.of(alone));
    }

    /** Published clean sizes at 5 %: margin of all ballots, boxes. */
    @Test
    void cleanSizesFollowFromTheMargin() {
        int[][] cases = {{10, 32}, {2, 152}};
        for (int[] one : cases) {
            BatchAudit audit = audit(even(1_000, one[0]));
            assertEquals(
                    OptionalInt.of(one[1]),
                    audit.further(BatchTest.KAPLAN_MARKOV, 0.05, List.of()),
                    () -> one[0] + " %");
            assertEquals(one[1], BatchAudit.furtherByFormula(0.05, 1, audit.nullMean()));
        }
    }

    @Test
    void cleanBoxesMakePAProduct() {
        BatchContest contest = even(50, 20);
        BatchAudit audit = audit(contest);
        assertEquals(5.0 / 6, audit.nullMean(), 1e-15);
        List<Draw> draws = List.of(clean(contest, 3), clean(contest, 7), clean(contest, 3));
        BatchAudit.Assessment assessment = audit.assess(draws);
        assertEquals(
                Math.pow(5.0 / 6, 3), assessment.by(BatchTest.KAPLAN_MARKOV).last(), 1e-15);
        assertEquals(3, assessment.taints().size());
        assertEquals(Fraction.ZERO, assessment.taints().getFirst().taint());
    }

    @Test
    void aTaintIsThePartOfWhatTheBoxCouldHold() {
        BatchContest contest = even(50, 20);
        BatchAudit audit = audit(contest);
        // 60 to 40 on the sheet, 57 to 43 in the box: 6 of 120.
        Draw draw = new Draw(0, Counted.of(57, 43));
        assertEquals(Fraction.of(6, 120), audit.taint(draw).taint());
        double expected = (5.0 / 6) / (1 - 0.05);
        assertEquals(
                expected,
                audit.assess(List.of(draw)).by(BatchTest.KAPLAN_MARKOV).last(),
                1e-15);
        assertEquals(Fraction.ZERO, audit.taint(new Draw(0, Counted.of(62, 38))).taint());
    }

    @Test
    void oneMissingBoxEndsKaplanMarkovAndNotTheOthers() {
        BatchContest contest = even(400, 20);
        BatchAudit audit = audit(contest);
        List<Draw> draws = new ArrayList<>(List.of(new Draw(5, new Missing())));
        draws.addAll(Collections.nCopies(80, clean(contest, 9)));
        BatchAudit.Assessment assessment = audit.assess(draws);
        assertEquals(Fraction.ONE, assessment.taints().getFirst().taint());
        assertEquals(1, assessment.by(BatchTest.KAPLAN_MARKOV).anytime());
        assertEquals(OptionalInt.empty(), audit.further(BatchTest.KAPLAN_MARKOV, 0.05, draws));
        for (BatchTest test : List.of(BatchTest.KAPLAN_WALD, BatchTest.ALPHA)) {
            assertTrue(assessment.by(test).last() < 0.05, test::name);
            assertEquals(OptionalInt.of(0), audit.further(test, 0.05, draws));
            int further = audit.further(test, 1e-6, draws).orElseThrow();
            draws.addAll(Collections.nCopies(further - 1, clean(contest, 9)));
            assertTrue(audit.assess(draws).by(test).anytime() > 1e-6, test::name);
            draws.add(clean(contest, 9));
            assertTrue(audit.assess(draws).by(test).anytime() <= 1e-6, test::name);
        }
    }

    /** More votes in a box than voters: the bound that the draw rests on was too small, so nothing can be confirmed with it. */
    @Test
    void aCountBeyondItsBoundBreaksTheAudit() {
        BatchContest contest = even(50, 20);
        BatchAudit audit = audit(contest);
        List<Draw> draws = List.of(clean(contest, 1), new Draw(2, Counted.of(30, 120)), clean(contest, 3));
        BatchAudit.Assessment assessment = audit.assess(draws);
        assertTrue(assessment.isBroken());
        for (BatchTest test : BatchTest.values()) {
            assertEquals(1, assessment.by(test).anytime());
            assertEquals(OptionalInt.empty(), audit.further(test, 0.05, draws));
        }
    }

    @Test
    void whatNoErrorCanTurnNeedsNoDraw() {
        BatchContest contest = BatchContest.of(List.of("A", "B"), 1)
                .batch("sure", 0, 1_000, 0)
                .batch("unsure", 100, 0, 50)
                .build();
        BatchBounds.Known bounds = known(contest);
        assertEquals(Fraction.of(1_000 + 50, 950), bounds.total());
        BatchContest safe = BatchContest.of(List.of("A", "B"), 1)
                .batch("sure", 100, 0, 90)
                .batch("other", 50, 200, 10)
                .build();
        assertEquals(Fraction.of(10 + 240, 100), known(safe).total());
        BatchContest certain = BatchContest.of(List.of("A", "B"), 1)
                .batch("sure", 10, 40, 40)
                .batch("other", 0, 50, 30)
                .pending(0)
                .build();
        assertEquals(Fraction.of(30, 20), known(certain).total());
    }

    @Test
    void figuresThatDoNotFitAreAMistake() {
        BatchContest.Builder contest = BatchContest.of(List.of("A", "B"), 1).batch("x", 9, 1, 2);
        BatchContest.Builder twice =
                BatchContest.of(List.of("A", "B"), 1).batch("x", 9, 1, 2).batch("x", 9, 1, 2);
        assertThrows(IllegalArgumentException.class, twice::build);
        assertThrows(IllegalArgumentException.class, () -> contest.batch("y", 9, 1));
        assertThrows(IllegalArgumentException.class, () -> contest.batch("y", -1, 1, 2));
        assertThrows(IllegalArgumentException.class, () -> contest.batch("y", 9, 1, -2));
        assertThrows(IllegalArgumentException.class, () -> BatchContest.of(List.of("A", "A"), 1));
        BatchContest built = contest.build();
        assertEquals(OptionalInt.of(0), built.place("x"));
        assertEquals(OptionalInt.empty(), built.place("y"));
        assertThrows(IllegalArgumentException.class, contest::build);
        assertThrows(IllegalArgumentException.class, () -> contest.batch("z", 9, 1, 2));
    }
}
