package org.cotejo.audit.risk;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cotejo.audit.risk.PollContest.Pair;
import org.junit.jupiter.api.Test;

/** BRAVO and Minerva. */
class BallotPollingTest {
    private static final List<Long> NOTHING = List.of(0L, 0L, 0L);

    private static PollContest three(long a, long b, long c) {
        return new PollContest(List.of(a, b, c), 1_000, 1);
    }

    @Property(tries = 200)
    void bravoIsAProductOfVotes(@ForAll @IntRange(max = 40) int winner, @ForAll @IntRange(max = 40) int loser) {
        PollContest contest = new PollContest(List.of(600L, 400L), 1_000, 1);
        double p = Bravo.largest(Bravo.p(contest, List.of((long) winner, (long) loser), 0));
        assertEquals(Math.min(1, Math.pow(1.2, -winner) * Math.pow(0.8, -loser)), p, p * 1e-12);
    }

    @Test
    void everyPairIsHeldSeparately() {
        Map<Pair, Double> p = Bravo.p(three(500, 300, 100), List.of(50L, 20L, 49L), 0);
        assertEquals(2, p.size());
        assertTrue(requireNonNull(p.get(new Pair(0, 1))) < 0.01);
        assertEquals(1, p.get(new Pair(0, 2)));
        assertEquals(1, Bravo.largest(p));
        Map<Pair, Double> twoSeats = Bravo.p(new PollContest(List.of(500L, 300L, 100L), 1_000, 2), NOTHING, 0);
        assertEquals(List.of(new Pair(0, 2), new Pair(1, 2)), List.copyOf(twoSeats.keySet()));
        assertEquals(0, Bravo.largest(Bravo.p(new PollContest(List.of(5L), 10, 1), List.of(3L), 0)));
    }

    @Test
    void aVoteForOneWhoShouldHaveNoneEndsHope() {
        PollContest contest = three(500, 300, 0);
        assertEquals(1, Bravo.p(contest, List.of(99L, 0L, 1L), 0).get(new Pair(0, 2)));
        assertTrue(requireNonNull(Bravo.p(contest, List.of(99L, 0L, 0L), 0).get(new Pair(0, 2))) < 1e-29);
    }

    @Test
    void aBallotThatNobodyFindsSpeaksForEveryLoser() {
        PollContest contest = three(500, 300, 100);
        assertEquals(Bravo.p(contest, List.of(30L, 12L, 5L), 0), Bravo.p(contest, List.of(30L, 10L, 3L), 2));
    }

    @Test
    void manyVotesDoNotOverflow() {
        PollContest contest = new PollContest(List.of(1_000_000L, 10_000L), 2_000_000, 1);
        assertEquals(0, Bravo.largest(Bravo.p(contest, List.of(90_000L, 100L), 0)));
    }

    @Test
    void theMeanSizeIsThatOfTheSlowestPairAndATieHasNone() {
        assertEquals(
                OptionalLong.of(119),
                Bravo.further(new PollContest(List.of(600L, 400L), 1_000, 1), 0.1, List.of(0L, 0L)));
        assertEquals(OptionalLong.empty(), Bravo.further(three(300, 300, 1), 0.1, NOTHING));
        assertEquals(OptionalLong.of(0), Bravo.further(three(600, 300, 1), 0.1, List.of(400L, 0L, 0L)));
        long close = Bravo.further(three(400, 350, 5), 0.1, NOTHING).orElseThrow();
        assertTrue(close > Bravo.further(three(400, 200, 5), 0.1, NOTHING).orElseThrow());
    }

    /** The boxes of Venezuela at 5 %: 45 receipts at a margin of 37 %. */
    @Test
    void receiptsNeededForAMargin() {
        PollContest contest = new PollContest(List.of(6_850L, 3_150L), 10_000, 1);
        assertEquals(OptionalLong.of(45), Bravo.further(contest, 0.05, List.of(0L, 0L)));
    }

    /** One round by enumeration of all courses. */
    @Property(tries = 60)
    void minervasFirstRoundIsARatioOfTails(
            @ForAll @IntRange(min = 1, max = 14) int votes, @ForAll @IntRange(max = 14) int found) {
        if (found > votes) {
            return;
        }
        double tied = 0;
        double reported = 0;
        for (int course = 0; course < 1 << votes; course++) {
            int winner = Integer.bitCount(course);
            if (winner >= found) {
                tied += Math.pow(0.5, votes);
                reported += Math.pow(0.7, winner) * Math.pow(0.3, votes - winner);
            }
        }
        double p = new Minerva(0.7, 0.1).round(found, votes - found);
        assertEquals(Math.min(1, tied / reported), p, 1e-12);
    }

    /** Two rounds of eight votes by enumeration, without the courses that stop after the first. */
    @Test
    void laterRoundsLeaveOutWhatWouldHaveStopped() {
        int stop = 0;
        while (new Minerva(0.7, 0.1).round(stop, 8 - stop) > 0.1) {
            stop++;
        }
        for (int more = 0; more <= 8; more++) {
            int first = 5;
            assertTrue(first < stop);
            double tied = 0;
            double reported = 0;
            for (int course = 0; course < 1 << 16; course++) {
                int winner = Integer.bitCount(course);
                if (Integer.bitCount(course & 0xff) < stop && winner >= first + more) {
                    tied += Math.pow(0.5, 16);
                    reported += Math.pow(0.7, winner) * Math.pow(0.3, 16 - winner);
                }
            }
            Minerva minerva = new Minerva(0.7, 0.1);
            minerva.round(first, 8 - first);
            double expected = reported > 0 ? Math.min(1, tied / reported) : 1;
            assertEquals(expected, minerva.round(more, 8 - more), 1e-12);
        }
    }

    @Test
    void whatMinervaConfirmedStaysConfirmed() {
        Minerva minerva = new Minerva(0.7, 0.1);
        double first = minerva.round(20, 2);
        assertTrue(first <= 0.1);
        assertEquals(first, minerva.round(0, 50));
        assertEquals(1, new Minerva(0.7, 0.1).p());
        assertThrows(IllegalArgumentException.class, () -> new Minerva(0.5, 0.1));
    }
}
