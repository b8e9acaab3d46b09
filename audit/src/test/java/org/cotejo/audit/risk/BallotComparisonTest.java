package org.cotejo.audit.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.cotejo.audit.risk.Overstatement.Reported;
import org.cotejo.audit.risk.SuperSimple.Differences;
import org.cotejo.audit.risk.SuperSimple.Rates;
import org.junit.jupiter.api.Test;

/** Super-simple, SHANGRLA's assorters, ONEAudit. */
class BallotComparisonTest {
    private static final Assorter A_BEATS_B = new Assorter.Plurality(0, 1);

    private static Mark mark(int kind) {
        return switch (kind) {
            case 0, 1, 2 -> Mark.Vote.of(kind);
            case 3 -> new Mark.NoVote();
            default -> new Mark.NotThere();
        };
    }

    @Test
    void pIsTheClosedForm() {
        SuperSimple test = new SuperSimple(0.1);
        double g = SuperSimple.GAMMA;
        double clean = Math.pow(1 - 0.1 / (2 * g), 300);
        assertEquals(clean, test.p(300, Differences.NONE), 1e-15);
        double mixed = clean / (1 - 1 / (2 * g)) / Math.pow(1 + 1 / (2 * g), 2) / (1 + 1 / g);
        assertEquals(mixed, test.p(300, new Differences(1, 0, 2, 1)), 1e-15);
        assertEquals(1, test.p(10, new Differences(0, 1, 0, 0)));
        assertThrows(IllegalArgumentException.class, () -> test.p(1, new Differences(1, 1, 0, 0)));
        assertThrows(IllegalArgumentException.class, () -> new SuperSimple(0));
    }

    @Test
    void theFirstSizeConfirmsIfNothingIsWrong() {
        for (double margin : new double[] {0.01, 0.05, 0.2, 0.9}) {
            SuperSimple test = new SuperSimple(margin);
            long size = test.size(0.05, new Rates(0, 0, 0, 0)).orElseThrow();
            assertTrue(test.p(size, Differences.NONE) <= 0.05, () -> "margin " + margin);
            assertTrue(test.size(0.05, Rates.USUAL).orElseThrow() >= size);
        }
    }

    @Test
    void tooManyDifferencesHaveNoSize() {
        SuperSimple test = new SuperSimple(0.1);
        assertEquals(OptionalLong.empty(), test.sizeInAll(0.1, 20, new Differences(0, 1, 0, 0)));
        assertTrue(test.sizeInAll(0.1, 200, new Differences(1, 0, 0, 0)).isPresent());
    }

    @Test
    void aPluralityIsOneZeroOrAHalf() {
        assertEquals(1, A_BEATS_B.of(mark(0)));
        assertEquals(0, A_BEATS_B.of(mark(1)));
        assertEquals(0.5, A_BEATS_B.of(mark(2)));
        assertEquals(0.5, A_BEATS_B.of(mark(3)));
        assertEquals(0, A_BEATS_B.of(mark(4)));
        assertEquals(0.5, A_BEATS_B.of(new Mark.Vote(Set.of(0, 1))));
    }

    /** The mean is above a half exactly when the candidate has more than two thirds of the valid votes. */
    @Property(tries = 300)
    void aSuperMajorityIsAMeanAboveAHalf(@ForAll @Size(min = 1, max = 30) List<@IntRange(max = 3) Integer> ballots) {
        Assorter test = new Assorter.SuperMajority(0, 2.0 / 3);
        long valid = ballots.stream().filter(kind -> kind < 3).count();
        long winner = ballots.stream().filter(kind -> kind == 0).count();
        double excess =
                ballots.stream().mapToDouble(kind -> test.of(mark(kind)) - 0.5).sum();
        assertEquals(3 * winner > 2 * valid, excess > 1e-9);
    }

    /** The identity on which the method stands: the mean of B is above a half exactly when that of the paper is. */
    @Property(tries = 300)
    void theMeanOverstatementAssorterIsAboveAHalfExactlyWhenThePaperSaysSo(
            @ForAll @Size(min = 1, max = 25) List<@IntRange(max = 3) Integer> reported,
            @ForAll @Size(25) List<@IntRange(max = 4) Integer> paper) {
        double mean = reported.stream()
                .mapToDouble(kind -> A_BEATS_B.of(mark(kind)))
                .average()
                .orElseThrow();
        if (mean <= 0.5) {
            return;
        }
        Overstatement test = new Overstatement(A_BEATS_B, 2 * mean - 1);
        double sum = 0;
        double sumOfPaper = 0;
        for (int i = 0; i < reported.size(); i++) {
            double b = test.of(new Reported.Card(mark(reported.get(i))), mark(paper.get(i)));
            assertTrue(b >= 0 && b <= test.upper() + 1e-12);
            sum += b - 0.5;
            sumOfPaper += A_BEATS_B.of(mark(paper.get(i))) - 0.5;
        }
        assertEquals(Math.signum(Math.rint(sumOfPaper * 2)), Math.abs(sum) < 1e-9 ? 0 : Math.signum(sum));
    }

    @Test
    void aPhantomThatIsNotThereIsHalfAVoteOver() {
        Overstatement test = new Overstatement(A_BEATS_B, 0.2);
        assertEquals(0.5, test.overstatement(new Reported.Phantom(), new Mark.NotThere()));
        assertEquals(1, test.overstatement(new Reported.Card(mark(0)), new Mark.NotThere()));
        assertEquals(1 / 1.8, test.of(new Reported.Card(mark(2)), mark(3)), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> new Overstatement(A_BEATS_B, 0));
    }

    /** ONEAudit: a truthful pool adds up to what its records would have added up to. */
    @Property(tries = 100)
    void aTruthfulPoolAddsUp(
            @ForAll @IntRange(max = 300) int a,
            @ForAll @IntRange(max = 300) int b,
            @ForAll @IntRange(max = 300) int c) {
        int ballots = a + b + c;
        if (ballots == 0) {
            return;
        }
        Overstatement test = new Overstatement(A_BEATS_B, 0.3);
        Reported.Pool pool = new Reported.Pool((a + c / 2.0) / ballots);
        double sum = a * test.of(pool, mark(0)) + b * test.of(pool, mark(1)) + c * test.of(pool, mark(3));
        assertEquals(ballots / (2 - 0.3), sum, 1e-9 * ballots);
    }

    /** An honest contest of 2,000 ballots is confirmed, and a wrong one is not. */
    @Test
    void comparisonByAlphaConfirmsWhatIsRight() {
        Overstatement test = new Overstatement(A_BEATS_B, 0.1);
        MeanTest alpha = new MeanTest.Alpha(new Estimator.ShrinkTrunc(1, 0.01, 100));
        List<Double> clean = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            clean.add(test.of(new Reported.Card(mark(i % 2)), mark(i % 2)));
        }
        double[] x = clean.stream().mapToDouble(Double::doubleValue).toArray();
        assertTrue(alpha.history(test.hypothesis(2_000), x).anytime() < 0.05);
        double[] wrong = clean.stream()
                .mapToDouble(_ -> test.of(new Reported.Card(mark(0)), mark(1)))
                .toArray();
        assertEquals(1, alpha.history(test.hypothesis(2_000), wrong).anytime());
    }
}
