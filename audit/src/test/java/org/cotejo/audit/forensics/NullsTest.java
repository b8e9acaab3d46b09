package org.cotejo.audit.forensics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.cotejo.audit.forensics.HonestElection.Kind;
import org.junit.jupiter.api.Test;

/** The nulls against slower ways to the same numbers, and the tests against what was published. */
class NullsTest {
    @Property(tries = 200)
    void theWalkIsTheBinomial(@ForAll @IntRange(min = 1, max = 3000) int n, @ForAll @IntRange int of) {
        int k = Math.floorMod(of, n + 1);
        BinomialWalk walk = new BinomialWalk();
        walk.fill(n, k);
        BinomialDistribution binomial = BinomialDistribution.of(n, (double) k / n);
        double sum = 0;
        double integer = 0;
        for (int count = walk.from(); count < walk.to(); count++) {
            assertEquals(binomial.probability(count), walk.chance(count), 1e-11);
            sum += walk.chance(count);
            double percent = 100.0 * count / n;
            integer += Math.abs(percent - Math.rint(percent)) <= 0.05 + 1e-12 ? walk.chance(count) : 0;
        }
        assertEquals(1, sum, 1e-12);
        assertEquals(integer, walk.chanceOfInteger(n), 1e-12);
    }

    @Test
    void hitsDrawnAreThoseOfVotesDrawn() {
        StationTable table = Falsified.honest(Kind.SMALL_STATIONS, 10, 3).table();
        IntegerPercentages test = IntegerPercentages.of(table, 0, 4_000, new SplittableRandom(5));
        SplittableRandom random = new SplittableRandom(6);
        int rounds = 300;
        double[] sums = new double[3];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < table.size(); i++) {
                if (!isKept(table, i)) {
                    continue;
                }
                int votes = HonestElection.binomial(table.cast(i), (double) table.votes(i, 0) / table.cast(i), random);
                int cast = HonestElection.binomial(
                        table.registered(i), (double) table.cast(i) / table.registered(i), random);
                boolean share = BinomialWalk.isInteger(votes, table.cast(i));
                boolean turnout = BinomialWalk.isInteger(cast, table.registered(i));
                sums[0] += share || turnout ? 1 : 0;
                sums[1] += share ? 1 : 0;
                sums[2] += turnout ? 1 : 0;
            }
        }
        for (int kind = 0; kind < 3; kind++) {
            double deviation = test.deviation().get(kind);
            assertEquals(test.expected().get(kind), sums[kind] / rounds, 4 * deviation / Math.sqrt(rounds));
            assertEquals(test.expected().get(kind), test.meanDrawn().get(kind), 4 * deviation / Math.sqrt(4_000));
        }
    }

    private static boolean isKept(StationTable table, int i) {
        return table.registered(i) >= 100
                && table.cast(i) > 0
                && table.cast(i) <= 0.99 * table.registered(i)
                && table.votes(i, 0) <= 0.99 * table.cast(i);
    }

    @Test
    void withoutARegisterOnlyTheShareIsTested() {
        IntegerPercentages test = IntegerPercentages.of(
                new int[] {-1, -1, 300},
                new int[] {200, 50, 100},
                new int[] {100, 25, 50},
                100,
                new SplittableRandom(1));
        assertEquals(2, test.stations());
        assertEquals(List.of(2, 2, 0), test.observed());
        assertTrue(test.p(IntegerPercentages.EITHER) > 0);
    }

    /** Beber and Scacco, The Washington Post, 20 June 2009: 116 counts of Iran's provinces. */
    @Test
    void iran2009IsAsPublished() {
        assertEquals(0.0411, Digits.nonAdjacentP(116, 72), 0.00005);
        assertEquals(0.035, Digits.chanceOfPeakAndDip(116, 20, 5), 0.0005);
    }

    @Test
    void aPeakAndADipAreCountedExactly() {
        // 3 digits: one stands twice or more and one stands nowhere: all but... always, since 3 of 10 are used at most.
        assertEquals(1 - 10.0 * 9 * 8 / 1000, Digits.chanceOfPeakAndDip(3, 2, 0), 1e-12);
        assertEquals(0.01, Digits.chanceOfPeakAndDip(3, 3, 0), 1e-12);
    }

    /** Mebane 2006. */
    @Test
    void benfordsSecondDigitsAreAsPublished() {
        assertEquals(0.11968, Digits.benford().get(0), 5e-6);
        assertEquals(0.08500, Digits.benford().get(9), 5e-6);
        assertEquals(1, Digits.benford().stream().mapToDouble(d -> d).sum(), 1e-12);
    }

    @Test
    void digitsAreTakenFromTheRightPlaces() {
        Digits digits = Digits.of(new int[] {9, 10, 123, 1_989, 110, 109});
        assertEquals(List.of(2, 0, 0, 1, 0, 0, 0, 0, 0, 2), digits.last());
        assertEquals(List.of(2, 1, 1, 0, 0, 0, 0, 0, 0, 1), digits.second());
        assertEquals(4, digits.pairs());
        assertEquals(0, digits.nonAdjacent());
        assertEquals(0, digits.repeated());
        assertEquals(1, Digits.of(new int[] {133}).repeated());
        assertTrue(Digits.isNonAdjacent(102) && !Digits.isNonAdjacent(190) && !Digits.isNonAdjacent(155));
    }

    @Test
    void identicalAndNearPairsAreAllFound() {
        SplittableRandom random = new SplittableRandom(12);
        List<int[]> rows = new ArrayList<>();
        StationTable.Builder builder = StationTable.of(5);
        for (int i = 0; i < 300; i++) {
            int[] counts = {
                20 + random.nextInt(4), 15 + random.nextInt(4), 12 + random.nextInt(3), 10 + random.nextInt(3), 0
            };
            rows.add(counts);
            builder.add(i % 7, 0, 500, counts, random.nextInt(2), 0);
        }
        StationTable table = builder.build();
        long identical = 0;
        long near = 0;
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < i; j++) {
                int most = 0;
                for (int column = 0; column < 4; column++) {
                    most = Math.max(most, Math.abs(rows.get(i)[column] - rows.get(j)[column]));
                }
                if (table.nullVotes(i) == table.nullVotes(j)) {
                    identical += most == 0 ? 1 : 0;
                    near += most == 1 ? 1 : 0;
                }
            }
        }
        Duplicates found = Duplicates.of(table);
        assertEquals(identical, found.identical());
        assertEquals(near, found.near());
        assertEquals((double) found.identical(), found.expected(), 5 * Math.sqrt(found.expected()));
    }

    @Test
    void theBetaBinomialHasItsLimits() {
        assertEquals(Math.pow(0.9, 40), ZeroVotes.chanceOfNone(40, 0.1, 1e-9), 1e-6);
        assertEquals(0.9, ZeroVotes.chanceOfNone(40, 0.1, 1 - 1e-9), 1e-6);
        assertEquals(1, ZeroVotes.chanceOfNone(0, 0.1, 0.01));
    }

    @Test
    void ranksAndSlopeOfAStraightLine() {
        int[] registered = new int[50];
        int[] cast = new int[50];
        int[] leader = new int[50];
        for (int i = 0; i < 50; i++) {
            registered[i] = 1_000;
            cast[i] = 400 + 10 * i;
            leader[i] = 100 + 8 * i;
        }
        Fingerprint line = Fingerprint.of(registered, cast, leader);
        assertEquals(0.8, line.slope(), 1e-12);
        assertEquals(1, line.spearman(), 1e-12);
        assertEquals(50, line.stations());
    }

    @Test
    void groupsKeepTheirMembersInOrder() {
        int[] keys = {3, 1, 3, 2, 1};
        Groups groups = Groups.of(5, i -> i != 3, i -> keys[i]);
        assertEquals(2, groups.size());
        assertEquals(
                List.of(1, 4),
                java.util.Arrays.stream(groups.members(0)).boxed().toList());
        assertEquals(
                List.of(0, 2),
                java.util.Arrays.stream(groups.members(1)).boxed().toList());
        assertEquals(0, Groups.of(0, _ -> true, i -> i).size());
    }
}
