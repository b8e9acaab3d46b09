package org.cotejo.audit.forensics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

/** Each limit of an indicator, one below it, at it and one above it. */
class AtTheBoundsTest {
    private static StationTable.Builder one(
            StationTable.Builder table, int registered, int cast, int leader, long closed, long serial) {
        return table.add(0, 0, registered, new int[] {leader, cast - leader}, 0, 0, 0, closed, serial);
    }

    private static List<HardCheck> checks(StationTable table, Set<Integer> exempt, LegalHours hours) {
        return HardCheck.of(table, exempt, hours);
    }

    @Test
    void asManyVotesAsVotersCanBeAndOneMoreCanNot() {
        StationTable.Builder table = StationTable.of(2);
        one(table, 300, 300, 100, -1, -1);
        one(table, 300, 301, 100, -1, -1);
        one(table, StationTable.UNKNOWN, 9_999, 100, -1, -1);
        one(table, 0, 1, 1, -1, -1);
        assertEquals(
                List.of(
                        new HardCheck(HardCheck.Kind.OVER_REGISTER, 1, -1),
                        new HardCheck(HardCheck.Kind.OVER_REGISTER, 3, -1)),
                checks(table.build(), Set.of(), LegalHours.NONE));
    }

    @Test
    void nullAndBlankVotesAreVotesInTheBox() {
        StationTable table = StationTable.of(2)
                .add(0, 0, 100, new int[] {60, 38}, 1, 1)
                .add(0, 0, 100, new int[] {60, 38}, 2, 1)
                .add(0, 0, 100, new int[] {60, 38}, 1, 2)
                .build();
        assertEquals(
                List.of(1, 2),
                checks(table, Set.of(), LegalHours.NONE).stream()
                        .map(HardCheck::station)
                        .toList());
    }

    @Test
    void theLegalMinuteItselfIsLegalAtBothEnds() {
        StationTable.Builder table = StationTable.of(2);
        for (long minute : new long[] {999, 1_000, 1_001, 1_099, 1_100, 1_101, StationTable.UNKNOWN}) {
            one(table, 300, 100, 50, minute, -1);
        }
        assertEquals(
                List.of(
                        new HardCheck(HardCheck.Kind.CLOSED_EARLY, 0, -1),
                        new HardCheck(HardCheck.Kind.CLOSED_LATE, 5, -1)),
                checks(table.build(), Set.of(), new LegalHours(1_000, 1_100)));
    }

    @Test
    void oneLegalHourAloneBindsOneSideAlone() {
        StationTable.Builder table = StationTable.of(2);
        one(table, 300, 100, 50, 0, -1);
        one(table, 300, 100, 50, 5_000, -1);
        assertEquals(
                List.of(new HardCheck(HardCheck.Kind.CLOSED_EARLY, 0, -1)),
                checks(table.build(), Set.of(), new LegalHours(1, StationTable.UNKNOWN)));
        assertEquals(
                List.of(new HardCheck(HardCheck.Kind.CLOSED_LATE, 1, -1)),
                checks(table.build(), Set.of(), new LegalHours(StationTable.UNKNOWN, 4_999)));
        new LegalHours(7, 7);
        assertThrows(IllegalArgumentException.class, () -> new LegalHours(8, 7));
    }

    @Test
    void eachFurtherStationWithASerialIsHeldAgainstTheFirst() {
        StationTable.Builder table = StationTable.of(2);
        for (long serial : new long[] {5, 6, 5, StationTable.UNKNOWN, StationTable.UNKNOWN, 5}) {
            one(table, 300, 100, 50, -1, serial);
        }
        assertEquals(
                List.of(
                        new HardCheck(HardCheck.Kind.SAME_SERIAL, 2, 0),
                        new HardCheck(HardCheck.Kind.SAME_SERIAL, 5, 0)),
                checks(table.build(), Set.of(), LegalHours.NONE));
        assertEquals(
                List.of(new HardCheck(HardCheck.Kind.SAME_SERIAL, 5, 2)),
                checks(table.build(), Set.of(0), LegalHours.NONE),
                "an exempt station is the first of none");
    }

    private static IntegerPercentages whole(int registered, int cast, int leader) {
        return IntegerPercentages.of(
                new int[] {registered}, new int[] {cast}, new int[] {leader}, 50, new SplittableRandom(3));
    }

    @Test
    void stationsAreKeptFromAHundredVotersAndToNinetyNinePercent() {
        assertEquals(1, whole(100, 60, 30).stations());
        assertEquals(0, whole(99, 60, 30).stations());
        assertEquals(1, whole(1_000, 990, 500).stations(), "a turnout of 99 % exactly");
        assertEquals(0, whole(1_000, 991, 500).stations());
        assertEquals(1, whole(1_000, 800, 792).stations(), "a share of 99 % exactly");
        assertEquals(0, whole(1_000, 800, 793).stations());
        assertEquals(0, whole(1_000, 0, 0).stations());
        assertEquals(1, whole(StationTable.UNKNOWN, 100, 0).stations());
        assertEquals(0, whole(StationTable.UNKNOWN, 99, 0).stations());
    }

    @Test
    void aTwentiethOfAPointIsNearEnoughAndMoreIsNot() {
        assertTrue(BinomialWalk.isInteger(1_001, 2_000), "50.05 %");
        assertTrue(BinomialWalk.isInteger(999, 2_000), "49.95 %");
        assertFalse(BinomialWalk.isInteger(1_002, 2_000));
        assertFalse(BinomialWalk.isInteger(998, 2_000));
        assertTrue(BinomialWalk.isInteger(100_100, 200_000), "50.05 % exactly");
        assertFalse(BinomialWalk.isInteger(100_101, 200_000), "50.0505 %");
        assertTrue(BinomialWalk.isInteger(0, 7));
        assertTrue(BinomialWalk.isInteger(7, 7));
        assertFalse(BinomialWalk.isInteger(1, 3));
    }

    /** Of a hundred ballots every count is a whole percentage: a null that is uniform would cry wolf at each. */
    @Test
    void stationsOfAHundredAreWholePercentagesByThemselves() {
        int[] registered = new int[200];
        int[] cast = new int[200];
        int[] leader = new int[200];
        for (int i = 0; i < 200; i++) {
            registered[i] = 150;
            cast[i] = 100;
            leader[i] = 20 + i % 60;
        }
        IntegerPercentages test = IntegerPercentages.of(registered, cast, leader, 99, new SplittableRandom(1));
        int share = IntegerPercentages.LEADER;
        assertEquals(200, test.observed().get(share));
        assertEquals(200, test.expected().get(share), 1e-6);
        assertEquals(0, test.z(share), 1e-3);
        assertTrue(test.p(share) > 0.9, "as many as observed in each round: " + test.p(share));
    }

    @Test
    void aChanceIsNeverZeroAndIsThatOfAsManyHitsOrMore() {
        int[] registered = new int[400];
        int[] cast = new int[400];
        int[] every = new int[400];
        int[] none = new int[400];
        for (int i = 0; i < 400; i++) {
            registered[i] = StationTable.UNKNOWN;
            cast[i] = 700 + 100 * (i % 3);
            every[i] = cast[i] / 100 * (30 + i % 40);
            none[i] = every[i] + 4;
        }
        int share = IntegerPercentages.LEADER;
        IntegerPercentages many = IntegerPercentages.of(registered, cast, every, 999, new SplittableRandom(1));
        assertEquals(400, many.observed().get(share));
        assertEquals(1 / 1_000.0, many.p(share), 1e-12, "no round has as many");
        IntegerPercentages few = IntegerPercentages.of(registered, cast, none, 999, new SplittableRandom(1));
        assertEquals(0, few.observed().get(share));
        assertEquals(1, few.p(share), 1e-12, "each round has none or more: too few is nothing to hint at");
        assertTrue(few.z(share) < 0 && many.z(share) > 0);
    }

    /** The chance that so many of {@code n} lie within 0.05 of a whole percentage, each with the observed share: summed in logs. */
    private static double slowChance(int n, int observed) {
        double p = (double) observed / n;
        double logWays = 0;
        double chance = 0;
        for (int x = 0; x <= n; x++) {
            long off = Math.abs(100L * x - n * Math.round(100.0 * x / n));
            if (20 * off <= n) {
                chance += Math.exp(logWays + x * Math.log(p) + (n - x) * Math.log1p(-p));
            }
            logWays += Math.log((double) (n - x) / (x + 1));
        }
        return chance;
    }

    @Test
    void theMostCertainAndTheImpossibleHitAreDrawnAsSuch() {
        int[] unknown = {StationTable.UNKNOWN};
        IntegerPercentages tenth =
                IntegerPercentages.of(unknown, new int[] {1_009}, new int[] {500}, 200, new SplittableRandom(1));
        assertEquals(
                slowChance(1_009, 500),
                tenth.expected().get(IntegerPercentages.LEADER),
                1e-9,
                "its binomial, summed up");
        IntegerPercentages large = IntegerPercentages.of(
                unknown, new int[] {1_000_003}, new int[] {500_000}, 200, new SplittableRandom(1));
        assertEquals(
                0.6827, large.expected().get(IntegerPercentages.LEADER), 0.001, "a twentieth of a point is one sigma");
        IntegerPercentages always =
                IntegerPercentages.of(unknown, new int[] {200}, new int[] {0}, 200, new SplittableRandom(1));
        assertEquals(1, always.expected().get(IntegerPercentages.LEADER), 1e-12);
        assertEquals(1, always.meanDrawn().get(IntegerPercentages.LEADER), 1e-12);
        assertEquals(0, always.deviation().get(IntegerPercentages.LEADER), 1e-12);
        assertEquals(0, always.z(IntegerPercentages.LEADER), 0, "nothing can vary, so nothing is divided by it");
    }

    @Test
    void theNumberOfThreadsAndBlocksChangesNoRound() {
        int[] registered = new int[97];
        int[] cast = new int[97];
        int[] leader = new int[97];
        for (int i = 0; i < 97; i++) {
            registered[i] = 400 + i;
            cast[i] = 300 + i;
            leader[i] = 100 + i % 50;
        }
        IntegerPercentages fifty = IntegerPercentages.of(registered, cast, leader, 50, new SplittableRandom(9));
        IntegerPercentages same = IntegerPercentages.of(registered, cast, leader, 50, new SplittableRandom(9));
        assertEquals(fifty, same);
        IntegerPercentages more = IntegerPercentages.of(registered, cast, leader, 51, new SplittableRandom(9));
        for (int kind = 0; kind < 3; kind++) {
            int added = more.atLeast().get(kind) - fifty.atLeast().get(kind);
            assertTrue(added == 0 || added == 1, "one round more adds one at most");
        }
    }

    @Property(tries = 300)
    void theChanceOfManyIdenticalPairsIsTheUpperTail(
            @ForAll @IntRange(min = 0, max = 400) int identical, @ForAll @IntRange(min = 0, max = 4_000) int near) {
        double tail = 0;
        BinomialDistribution binomial = BinomialDistribution.of(identical + near, 1 / 81.0);
        for (int k = identical; k <= identical + near; k++) {
            tail += binomial.probability(k);
        }
        assertEquals(Math.min(1, tail), Duplicates.chance(identical, near), 1e-9);
    }

    @Test
    void morePairsThanABinomialTakesAreNoErrorAndNoSmallerChance() {
        long pairs = 95_000L * 94_999 / 2;
        assertEquals(0, Duplicates.chance(pairs, 0), 1e-300);
        assertEquals(1, Duplicates.chance(1, 3 * pairs), 1e-9);
        double cut = Duplicates.chance(pairs / 81 + 200_000, pairs - pairs / 81);
        assertTrue(cut > 0 && cut < 0.5, "about one in 81, a little more: " + cut);
    }

    private static StationTable sheets(int stations, int[]... kinds) {
        StationTable.Builder table = StationTable.of(4);
        for (int i = 0; i < stations; i++) {
            table.add(i, 0, 500, kinds[i % kinds.length], 2, 1);
        }
        return table.build();
    }

    @Test
    void whereAllSheetsAreAlikeEveryPairIsCounted() {
        Duplicates found = Duplicates.of(sheets(70_000, new int[] {120, 80, 40, 20}));
        assertEquals(70_000L * 69_999 / 2, found.identical());
        assertEquals(0, found.near());
        assertEquals(20, found.pairs().size());
        assertEquals(0, found.p(), 1e-300);
        assertEquals((double) found.identical(), found.expected(), 1, "dealt out anew they are all alike again");
    }

    @Test
    void pairsThatDifferByOneVoteAreCountedOnceEachWay() {
        Duplicates found = Duplicates.of(
                sheets(60, new int[] {120, 80, 40, 20}, new int[] {121, 79, 40, 20}, new int[] {130, 80, 40, 20}));
        assertEquals(3 * 20 * 19 / 2, found.identical());
        assertEquals(20 * 20, found.near(), "of the first kind with the second; the third is ten votes away");
        assertEquals(
                List.of(0, 3),
                List.of(found.pairs().getFirst()[0], found.pairs().getFirst()[1]));
    }

    @Test
    void ofDuplicatesFortyNineStationsSayNothingAndFiftyDo() {
        assertTrue(Double.isNaN(
                Duplicates.of(sheets(49, new int[] {12, 11, 10, 10})).p()));
        assertEquals(50, Duplicates.of(sheets(50, new int[] {12, 11, 10, 10})).stations());
        assertFalse(Double.isNaN(
                Duplicates.of(sheets(50, new int[] {12, 11, 10, 10})).p()));
        assertEquals(0, Duplicates.of(sheets(50, new int[] {12, 11, 10, 9})).stations(), "one count is below ten");
        StationTable.Builder race = StationTable.of(3);
        for (int i = 0; i < 60; i++) {
            race.add(i, 0, 500, new int[] {100, 90, 80}, 0, 0);
        }
        assertTrue(Double.isNaN(Duplicates.of(race.build()).p()), "three options leave too little");
    }

    @Test
    void nullAndBlankVotesBelongToAResult() {
        StationTable.Builder table = StationTable.of(4);
        for (int i = 0; i < 60; i++) {
            table.add(i, 0, 500, new int[] {120, 80, 40, 20}, i, 60 - i);
        }
        Duplicates found = Duplicates.of(table.build());
        assertEquals(0, found.identical());
        assertEquals(0, found.near());
        assertEquals(1, found.p(), 0);
    }
}
