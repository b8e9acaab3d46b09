package org.cotejo.audit.forensics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/** Which side of its null each indicator looks at, and by which distribution, on figures made for it. */
class TailsTest {
    /** Areas whose stations lie on lines of a slope, with a little that the line does not explain. */
    private static StationTable slope(int areas, double slope, int noise) {
        StationTable.Builder table = StationTable.of(2);
        for (int area = 0; area < areas; area++) {
            for (int i = 0; i < 6; i++) {
                int cast = 300 + 60 * i;
                int off = noise * (((area * 7 + i * 5) % 5) - 2);
                int leader = (int) Math.round(slope * cast) - (int) Math.round(300 * (slope - 0.5)) + off;
                table.add(area, area, 1_000, new int[] {leader, cast - leader}, 0, 0);
            }
        }
        return table.build();
    }

    @Test
    void onlyASlopeAboveOneIsHintedAt() {
        AreaSlope steep = AreaSlope.of(slope(30, 1.3, 4), 0);
        assertTrue(steep.slope() > 1.2 && steep.p() < 1e-6, steep::toString);
        AreaSlope flat = AreaSlope.of(slope(30, 0.4, 4), 0);
        assertTrue(flat.slope() < 0.5 && flat.p() > 1 - 1e-6, flat::toString);
    }

    @Test
    void theSlopeIsHeldAgainstOneByStudentsDistributionOfAreasLessOne() {
        AreaSlope found = AreaSlope.of(slope(12, 1.0, 9), 0);
        double t = (found.slope() - 1) / found.standardError();
        assertEquals(TDistribution.of(11).survivalProbability(t), found.p(), 1e-12);
    }

    @Test
    void whereAllStationsHaveOneTurnoutThereIsNoSlope() {
        StationTable.Builder table = StationTable.of(2);
        for (int i = 0; i < 100; i++) {
            table.add(i / 5, i / 5, 1_000, new int[] {200 + i, 300 - i}, 0, 0);
        }
        AreaSlope found = AreaSlope.of(table.build(), 0);
        assertTrue(Double.isNaN(found.p()), found::toString);
    }

    @Test
    void areasOfOneStationCountForNothingBesideLargerOnes() {
        StationTable.Builder with = StationTable.of(2);
        StationTable.Builder without = StationTable.of(2);
        StationTable lines = slope(15, 0.7, 4);
        for (int i = 0; i < lines.size(); i++) {
            for (StationTable.Builder table : List.of(with, without)) {
                table.add(lines.place(i), lines.area(i), 1_000, new int[] {lines.votes(i, 0), lines.votes(i, 1)}, 0, 0);
            }
            with.add(i + 500, i + 500, 1_000, new int[] {10 * (i % 60), 9 * (60 - i % 60)}, 0, 0);
        }
        assertEquals(AreaSlope.of(without.build(), 0), AreaSlope.of(with.build(), 0));
    }

    @Test
    void stationsThatCanNotBeMakeNoSlope() {
        StationTable.Builder table = StationTable.of(2);
        table.add(0, 0, 99, new int[] {20, 20}, 0, 0);
        table.add(0, 0, 100, new int[] {60, 41}, 0, 0);
        table.add(0, 0, 100, new int[] {0, 0}, 0, 0);
        table.add(0, 0, StationTable.UNKNOWN, new int[] {20, 20}, 0, 0);
        assertEquals(0, AreaSlope.of(table.build(), 0).stations());
        table.add(0, 0, 100, new int[] {20, 20}, 0, 0).add(0, 0, 100, new int[] {30, 20}, 0, 0);
        assertEquals(2, AreaSlope.of(table.build(), 0).stations());
    }

    private static StationTable counts(int stations, int cast, IntUnaryOperator leader) {
        StationTable.Builder table = StationTable.of(2);
        for (int i = 0; i < stations; i++) {
            int votes = leader.applyAsInt(i);
            table.add(i, i / 20, StationTable.UNKNOWN, new int[] {votes, cast - votes}, 0, 0);
        }
        return table.build();
    }

    @Test
    void tooFewNonAdjacentDigitsAreHintedAtAndTooManyAreNot() {
        int[] near = {101, 121, 132, 143, 154, 165, 176, 187, 198, 110};
        int[] apart = {130, 141, 152, 163, 174, 185, 196, 107, 118, 129};
        DigitNull few = DigitNull.of(counts(200, 1_000, i -> near[i % 10]), 0);
        DigitNull many = DigitNull.of(counts(200, 1_000, i -> apart[i % 10]), 0);
        assertEquals(List.of(0.0, 1.0), List.of(few.nonAdjacent(), many.nonAdjacent()));
        assertTrue(few.pairP() < 1e-10, few::toString);
        assertEquals(1, many.pairP(), 1e-12);
    }

    @Test
    void ofDigitsNinetyNineCountsSayNothingAndAHundredDo() {
        assertTrue(Double.isNaN(DigitNull.of(counts(99, 900, i -> 200 + i), 0).lastP()));
        assertFalse(Double.isNaN(DigitNull.of(counts(100, 900, i -> 200 + i), 0).lastP()));
        DigitNull small = DigitNull.of(counts(300, 900, i -> 10 + i % 90), 0);
        assertEquals(300, small.counted());
        assertTrue(Double.isNaN(small.pairP()), "no count of 100 or more");
        assertEquals(0, DigitNull.of(counts(300, 900, i -> i % 10), 0).counted(), "no count of 10 or more");
    }

    /** A plain test against one tenth each would be wrong here: honest counts about 12 end in 2 more often than in 7. */
    @Test
    void lastDigitsAreHeldAgainstThoseThatTheStationsOwnSharesGive() {
        int stations = 150;
        StationTable table = counts(stations, 40, i -> 8 + i % 9);
        double[] expected = new double[10];
        for (int i = 0; i < stations; i++) {
            BinomialDistribution draw = BinomialDistribution.of(40, table.votes(i, 0) / 40.0);
            for (int k = 10; k <= 40; k++) {
                expected[k % 10] += draw.probability(k);
            }
        }
        double all = Arrays.stream(expected).sum();
        int counted = 0;
        int[] last = new int[10];
        for (int i = 0; i < stations; i++) {
            int votes = table.votes(i, 0);
            counted += votes >= 10 ? 1 : 0;
            last[votes % 10] += votes >= 10 ? 1 : 0;
        }
        double chiSquared = 0;
        for (int digit = 0; digit < 10; digit++) {
            double wanted = counted * expected[digit] / all;
            chiSquared += (last[digit] - wanted) * (last[digit] - wanted) / wanted;
        }
        DigitNull found = DigitNull.of(table, 0);
        assertEquals(counted, found.counted());
        assertEquals(chiSquared, found.chiSquared(), 1e-9 * chiSquared);
        assertEquals(ChiSquaredDistribution.of(9).survivalProbability(chiSquared), found.lastP(), 1e-12);
    }

    @Test
    void aPileIsASpikeAndAHoleIsNone() {
        StationTable pile = counts(2_000, 4_000, i -> i < 120 ? 2_400 : 1_600 + (i * 37) % 1_200);
        SharePeaks found = SharePeaks.of(pile, 0);
        assertTrue(found.spikes().contains(600), found::toString);
        assertTrue(found.excess() > 80 && found.p() < 1e-6, found::toString);
        StationTable hole = counts(2_000, 4_000, i -> {
            int votes = 1_600 + (i * 37) % 1_200;
            return Math.abs(votes - 2_400) <= 2 ? votes + 40 : votes;
        });
        assertEquals(List.of(), SharePeaks.of(hole, 0).spikes());
    }

    @Test
    void ofSpikesNinetyNineStationsSayNothingAndAHundredDo() {
        assertTrue(Double.isNaN(SharePeaks.of(counts(99, 100, i -> 50), 0).p()));
        assertFalse(Double.isNaN(SharePeaks.of(counts(100, 100, i -> 50), 0).p()));
        assertEquals(0, SharePeaks.of(counts(200, 99, i -> 50), 0).stations(), "stations below a hundred votes");
        assertEquals(List.of(), SharePeaks.of(counts(500, 300, i -> 0), 0).spikes(), "shares of none");
        assertEquals(List.of(), SharePeaks.of(counts(500, 300, i -> 300), 0).spikes(), "shares of all");
    }

    /** {@code gap}: votes of a hundred that late stations have above the early ones of their place. */
    private static StationTable late(int places, int gap) {
        StationTable.Builder table = StationTable.of(2);
        for (int place = 0; place < places; place++) {
            for (int i = 0; i < 5; i++) {
                int leader = 40 + (place * 3 + i) % 7 + (i == 4 ? gap : 0);
                table.add(place, 0, 100, new int[] {leader, 100 - leader}, 0, 0, i, -1, -1);
            }
        }
        return table.build();
    }

    @Test
    void aLateGapIsHintedAtEitherWayAlike() {
        LateTrend more = LateTrend.of(late(60, 6), 0);
        LateTrend less = LateTrend.of(late(60, 6), 1);
        assertTrue(more.gap() > 0 && less.gap() < 0);
        assertEquals(more.gap(), -less.gap(), 1e-12);
        assertEquals(more.p(), less.p(), 1e-12);
        assertTrue(more.p() < 1e-6, more::toString);
        assertEquals(60, more.late(), "the last fifth");
    }

    @Test
    void ofLateStationsTwentyNineSayNothingAndThirtyDo() {
        assertTrue(Double.isNaN(LateTrend.of(late(29, 3), 0).p()));
        assertFalse(Double.isNaN(LateTrend.of(late(30, 3), 0).p()));
    }

    @Test
    void lateStationsOfEqualVotesAreOneChanceInOne() {
        StationTable.Builder table = StationTable.of(2);
        for (int i = 0; i < 300; i++) {
            table.add(i / 5, 0, 100, new int[] {50, 50}, 0, 0, i % 5, -1, -1);
        }
        LateTrend found = LateTrend.of(table.build(), 0);
        assertEquals(0, found.gap(), 0);
        assertTrue(Double.isNaN(found.p()), "nothing varies, so nothing can be dealt out: " + found);
    }

    @Test
    void theChanceOfALateGapIsTwoSidedNormal() {
        LateTrend found = LateTrend.of(late(40, 1), 0);
        double variance = 0;
        double sum = 0;
        for (int place = 0; place < 40; place++) {
            double mean = 0;
            double[] shares = new double[5];
            for (int i = 0; i < 5; i++) {
                shares[i] = (40 + (place * 3 + i) % 7 + (i == 4 ? 1 : 0)) / 100.0;
                mean += shares[i] / 5;
            }
            double squares = 0;
            for (double share : shares) {
                squares += (share - mean) * (share - mean);
            }
            sum += shares[4] - mean;
            variance += 1 * 4 / 5.0 * squares / 4;
        }
        double z = sum / Math.sqrt(variance);
        assertEquals(2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z)), found.p(), 1e-9);
    }

    private static StationTable hidden(int zeroAt, int votesElsewhere) {
        StationTable.Builder table = StationTable.of(3);
        for (int i = 0; i < 80; i++) {
            int third = i == zeroAt ? 0 : votesElsewhere + i % 3;
            table.add(i / 8, 0, 500, new int[] {150, 100, third}, 0, 0);
        }
        return table.build();
    }

    @Test
    void aZeroAmongManyIsNamedWithItsOptionAndAFullStationNever() {
        ZeroVotes found = ZeroVotes.of(hidden(19, 60));
        assertEquals(1, found.found().size());
        assertEquals(
                List.of(19, 2),
                List.of(
                        found.found().getFirst().station(),
                        found.found().getFirst().option()));
        assertTrue(found.p() < 1e-4, found::toString);
        ZeroVotes none = ZeroVotes.of(hidden(-1, 60));
        assertEquals(List.of(), none.found());
        assertEquals(1, none.p(), 0);
    }

    @Test
    void stationsThatAreAloneInTheirPlaceHaveNoNeighboursToBeHeldAgainst() {
        StationTable.Builder table = StationTable.of(2);
        for (int i = 0; i < 50; i++) {
            table.add(i, 0, 500, new int[] {i == 7 ? 0 : 100, 100}, 0, 0);
        }
        ZeroVotes found = ZeroVotes.of(table.build());
        assertEquals(0, found.tried());
        assertTrue(Double.isNaN(found.p()), "not asked: " + found);
    }

    @Test
    void whatIsExpectedBelowFiveVotesIsNotTried() {
        assertEquals(0, tried(4));
        assertEquals(16, tried(6));
    }

    /** Places of two stations, the second option with so many votes of 200 at each. */
    private static int tried(int votes) {
        StationTable.Builder table = StationTable.of(2);
        for (int i = 0; i < 16; i++) {
            table.add(i / 2, 0, 500, new int[] {200 - votes, votes}, 0, 0);
        }
        return ZeroVotes.of(table.build()).tried() - 16;
    }

    @Test
    void morePlacesThatDifferMakeAZeroLessSurprising() {
        double last = 0;
        for (double correlation : new double[] {1e-6, 0.001, 0.01, 0.05, 0.2, 0.5}) {
            double chance = ZeroVotes.chanceOfNone(150, 0.2, correlation);
            assertTrue(chance > last, "correlation " + correlation);
            last = chance;
        }
    }

    @Test
    void theCorrectionLeavesOneQuestionAloneAndTiesEqual() {
        assertArrayEquals(new double[] {0.03}, FalseDiscovery.adjust(new double[] {0.03}));
        assertArrayEquals(new double[] {0.2, 0.2, 0.2}, FalseDiscovery.adjust(new double[] {0.2, 0.2, 0.2}), 1e-15);
        assertArrayEquals(
                new double[] {Double.NaN, Double.NaN}, FalseDiscovery.adjust(new double[] {Double.NaN, Double.NaN}));
        assertArrayEquals(new double[0], FalseDiscovery.adjust(new double[0]));
        assertArrayEquals(new double[] {1, 0}, FalseDiscovery.adjust(new double[] {1, 0}), "never above one");
    }

    private static PastSwing swing(int moved, double by) {
        StationTable.Builder table = StationTable.of(2);
        long[] votes = new long[40];
        long[] valid = new long[40];
        long[] registered = new long[40];
        for (int place = 0; place < 40; place++) {
            int before = 400 + 9 * place + 3 * (place * 11 % 7);
            int now = before + 20 + place * 13 % 11 + (place == moved ? (int) (by * 1_000) : 0);
            votes[place] = before;
            valid[place] = 1_000;
            registered[place] = 1_500;
            table.add(place, 0, 1_500, new int[] {now, 1_000 - now}, 0, 0);
        }
        return PastSwing.ofShares(table.build(), 0, new EarlierElection(votes, valid, registered));
    }

    @Test
    void aPlaceThatMovedAloneIsSeenWhicheverWayItMoved() {
        for (double by : new double[] {-0.3, 0.15}) {
            PastSwing found = swing(10, by);
            assertEquals(10, found.place());
            assertEquals(List.of(10), found.outliers());
            assertEquals(Math.signum(by), Math.signum(found.difference()));
            assertEquals(by, found.difference(), 0.03);
        }
        assertEquals(List.of(), swing(-1, 0).outliers());
        assertTrue(swing(-1, 0).p() > 0.05);
    }
}
