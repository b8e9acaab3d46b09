package org.cotejo.audit.forensics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.cotejo.audit.forensics.HonestElection.Kind;
import org.junit.jupiter.api.Test;

/** What the indicators compute quickly, computed once more in the plainest way. */
class SlowOraclesTest {
    @Property(tries = 200)
    void aWalkIsTheBinomialDistribution(
            @ForAll @IntRange(min = 1, max = 900) int trials, @ForAll @IntRange(max = 900) int seen) {
        int count = Math.min(trials, seen);
        BinomialWalk walk = new BinomialWalk();
        walk.fill(trials, count);
        BinomialDistribution exact = BinomialDistribution.of(trials, (double) count / trials);
        double sum = 0;
        for (int k = walk.from(); k < walk.to(); k++) {
            sum += walk.chance(k);
            assertEquals(exact.probability(k), walk.chance(k), 1e-11, k + " of " + trials);
        }
        assertEquals(1, sum, 1e-12);
        if (walk.from() > 0) {
            assertTrue(exact.probability(walk.from() - 1) < 1e-13);
        }
        if (walk.to() <= trials) {
            assertTrue(exact.probability(walk.to()) < 1e-13);
        }
    }

    @Property(tries = 200)
    void aWholePercentageIsOneWithinATwentieth(
            @ForAll @IntRange(min = 1, max = 900) int trials, @ForAll @IntRange(max = 900) int seen) {
        int count = Math.min(trials, seen);
        BinomialWalk walk = new BinomialWalk();
        walk.fill(trials, count);
        double sum = 0;
        for (int k = walk.from(); k < walk.to(); k++) {
            // In two-thousandths of a percent, so that no rounding decides.
            long percent = 2_000L * k;
            long off = Math.floorMod(percent, 20L * trials);
            boolean isWhole = Math.min(off, 20L * trials - off) <= trials;
            assertEquals(isWhole, BinomialWalk.isInteger(k, trials), k + " of " + trials);
            sum += isWhole ? walk.chance(k) : 0;
        }
        assertEquals(sum, walk.chanceOfInteger(trials), 1e-12);
    }

    @Property(tries = 100)
    void aWalkThatWasUsedBeforeIsAsGoodAsNew(
            @ForAll @IntRange(min = 1, max = 600) int first, @ForAll @IntRange(min = 1, max = 600) int second) {
        BinomialWalk used = new BinomialWalk();
        used.fill(first, first / 2);
        used.fill(second, second / 3);
        BinomialWalk fresh = new BinomialWalk();
        fresh.fill(second, second / 3);
        assertEquals(fresh.from(), used.from());
        assertEquals(fresh.to(), used.to());
        for (int k = fresh.from(); k < fresh.to(); k++) {
            assertEquals(fresh.chance(k), used.chance(k), 0);
        }
    }

    @Property(tries = 100)
    void groupsAreAPartitionByTheirKey(@ForAll @IntRange(min = 0, max = 80) int size, @ForAll int seed) {
        Random random = new Random(seed);
        int[] keys = random.ints(size, 0, 7).toArray();
        boolean[] isUsed = new boolean[size];
        for (int i = 0; i < size; i++) {
            isUsed[i] = random.nextBoolean();
        }
        Groups groups = Groups.of(size, i -> isUsed[i], i -> keys[i]);
        List<Integer> all = new ArrayList<>();
        int before = -1;
        for (int g = 0; g < groups.size(); g++) {
            int[] members = groups.members(g);
            assertTrue(members.length > 0);
            int key = keys[members[0]];
            assertTrue(key > before, "groups stand in the order of their keys");
            before = key;
            for (int member : members) {
                assertEquals(key, keys[member]);
                all.add(member);
            }
        }
        List<Integer> wanted = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (isUsed[i]) {
                wanted.add(i);
            }
        }
        assertEquals(wanted, all.stream().sorted().toList());
    }

    @Property(tries = 200)
    void theCorrectionForManyQuestionsIsTheOneOfItsDefinition(@ForAll int seed) {
        Random random = new Random(seed);
        double[] p = random.doubles(1 + random.nextInt(12)).toArray();
        for (int i = 0; i < p.length; i++) {
            p[i] = random.nextInt(5) == 0 ? Double.NaN : p[i];
        }
        double[] adjusted = FalseDiscovery.adjust(p);
        int asked = (int) Arrays.stream(p).filter(one -> !Double.isNaN(one)).count();
        for (int i = 0; i < p.length; i++) {
            if (Double.isNaN(p[i])) {
                assertTrue(Double.isNaN(adjusted[i]));
                continue;
            }
            double smallest = 1;
            for (double other : p) {
                if (other >= p[i]) {
                    long rank = Arrays.stream(p).filter(one -> one <= other).count();
                    smallest = Math.min(smallest, other * asked / rank);
                }
            }
            assertEquals(smallest, adjusted[i], 1e-12);
            assertTrue(adjusted[i] >= p[i] * (1 - 1e-15), "apart from rounding");
        }
    }

    @Test
    void chiSquaredOfDigitsIsTheSumOfItsSquares() {
        Random random = new Random(3);
        int[] counts = random.ints(500, 10, 2_000).toArray();
        int[] last = new int[10];
        for (int count : counts) {
            last[count % 10]++;
        }
        double sum = 0;
        for (int digit : last) {
            sum += (digit - 50.0) * (digit - 50.0) / 50;
        }
        Digits digits = Digits.of(counts);
        assertEquals(sum, digits.lastChiSquared(), 1e-9);
        assertEquals(500, digits.counted());
        assertTrue(digits.lastP() > 0 && digits.lastP() < 1);
    }

    @Property(tries = 100)
    void neighboursAmongLastDigitsAreThoseOneStepApart(@ForAll @IntRange(min = 100, max = 99_999) int count) {
        int last = count % 10;
        int before = count / 10 % 10;
        boolean isNear = last == before || (last + 1) % 10 == before || (before + 1) % 10 == last;
        assertEquals(!isNear, Digits.isNonAdjacent(count));
    }

    @Property(tries = 100)
    void secondDigitsAreThoseOfTheNumberAsWritten(@ForAll @IntRange(min = 10, max = 999_999) int count) {
        List<Integer> second = Digits.of(new int[] {count}).second();
        assertEquals(1, second.get(String.valueOf(count).charAt(1) - '0'));
        assertEquals(1, second.stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void aPeakAndADipComeAsOftenAsInDrawsOfDigits() {
        SplittableRandom random = new SplittableRandom(21);
        int hits = 0;
        int rounds = 40_000;
        for (int round = 0; round < rounds; round++) {
            int[] digits = new int[10];
            for (int i = 0; i < 60; i++) {
                digits[random.nextInt(10)]++;
            }
            boolean hasPeak = Arrays.stream(digits).anyMatch(d -> d >= 11);
            boolean hasDip = Arrays.stream(digits).anyMatch(d -> d <= 2);
            hits += hasPeak && hasDip ? 1 : 0;
        }
        double chance = Digits.chanceOfPeakAndDip(60, 11, 2);
        assertEquals(chance, (double) hits / rounds, 4 * Math.sqrt(chance * (1 - chance) / rounds));
    }

    /** Every pair laid beside every other. */
    @Test
    void identicalPairsAreAllThatAQuadraticSearchFinds() {
        StationTable honest = Falsified.honest(Kind.SMALL_STATIONS, 6, 9).table();
        StationTable copied = Falsified.of(honest, (station, _, counts) -> {
            if (station % 40 == 39) {
                for (int column = 0; column < counts.length; column++) {
                    counts[column] = Duplicates.value(honest, station - 7, column);
                }
            }
        });
        int options = copied.options();
        long[] totals = new long[options];
        Arrays.setAll(totals, copied::total);
        Integer[] order = new Integer[options];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compare(totals[b], totals[a]));
        List<Integer> used = new ArrayList<>();
        for (int i = 0; i < copied.size(); i++) {
            boolean isUsed = true;
            for (int k = 0; k < 4; k++) {
                isUsed &= copied.votes(i, order[k]) >= 10;
            }
            if (isUsed) {
                used.add(i);
            }
        }
        long identical = 0;
        for (int a : used) {
            for (int b : used) {
                boolean isSame = a < b;
                for (int column = 0; column < options + 2 && isSame; column++) {
                    isSame = Duplicates.value(copied, a, column) == Duplicates.value(copied, b, column);
                }
                identical += isSame ? 1 : 0;
            }
        }
        Duplicates found = Duplicates.of(copied);
        assertEquals(used.size(), found.stations());
        assertEquals(identical, found.identical());
        assertEquals(Math.min(20, identical), found.pairs().size());
    }

    /** The gamma function's way to the chance of none. */
    @Property(tries = 100)
    void theChanceOfNoVoteIsTheBetaBinomials(
            @ForAll @IntRange(min = 1, max = 400) int voters,
            @ForAll @IntRange(min = 1, max = 99) int percent,
            @ForAll @IntRange(min = 1, max = 60) int spread) {
        double share = percent / 100.0;
        double correlation = spread / 100.0;
        double weight = 1 / correlation - 1;
        double log = lgamma(weight * (1 - share) + voters)
                - lgamma(weight * (1 - share))
                - lgamma(weight + voters)
                + lgamma(weight);
        assertEquals(Math.exp(log), ZeroVotes.chanceOfNone(voters, share, correlation), 1e-9);
    }

    private static double lgamma(double x) {
        return org.apache.commons.numbers.gamma.LogGamma.value(x);
    }

    /** Stations by the tenth of a percent, each expectation summed over its whole binomial. */
    @Test
    void spikesAreThoseOfBinsSummedOverWholeBinomials() {
        StationTable honest = Falsified.honest(Kind.ALIKE, 8, 4).table();
        StationTable table = Falsified.of(honest, (station, _, counts) -> {
            if (station % 6 == 0) {
                int valid = Falsified.valid(counts, counts.length - 2);
                Falsified.setLeader(counts, (int) Math.round(valid * 0.70));
            }
        });
        int[] observed = new int[1_001];
        double[] expected = new double[1_001];
        for (int i = 0; i < table.size(); i++) {
            int cast = table.cast(i);
            if (cast < 100) {
                continue;
            }
            observed[(int) Math.floor(1_000.0 * table.votes(i, 0) / cast + 0.5)]++;
            BinomialDistribution votes = BinomialDistribution.of(cast, (double) table.votes(i, 0) / cast);
            for (int k = 0; k <= cast; k++) {
                expected[(int) Math.floor(1_000.0 * k / cast + 0.5)] += votes.probability(k);
            }
        }
        double smallest = 1;
        List<Integer> spikes = new ArrayList<>();
        for (int bin = 20; bin <= 980; bin++) {
            int all = 0;
            double near = 0;
            for (int at = bin - 9; at <= bin + 9; at++) {
                all += observed[at];
                near += expected[at];
            }
            if (observed[bin] > 0 && near > 0) {
                double chance = BinomialDistribution.of(all, Math.min(1, expected[bin] / near))
                                .survivalProbability(observed[bin] - 1)
                        * 961;
                smallest = Math.min(smallest, chance);
                if (chance <= 0.05) {
                    spikes.add(bin);
                }
            }
        }
        SharePeaks found = SharePeaks.of(table, 0);
        assertEquals(spikes, found.spikes());
        assertEquals(Math.min(1, smallest), found.p(), 1e-6 * Math.min(1, smallest) + 1e-12);
    }

    @Test
    void integerPercentagesAreExpectedAsOftenAsTheySumUp() {
        StationTable table = Falsified.honest(Kind.SMALL_STATIONS, 6, 12).table();
        IntegerPercentages found = IntegerPercentages.of(table, 0, 200, new SplittableRandom(1));
        double expected = 0;
        int observed = 0;
        int stations = 0;
        BinomialWalk walk = new BinomialWalk();
        for (int i = 0; i < table.size(); i++) {
            int cast = table.cast(i);
            int votes = table.votes(i, 0);
            if (table.registered(i) < 100
                    || cast == 0
                    || 100L * votes > 99L * cast
                    || 100L * cast > 99L * table.registered(i)) {
                continue;
            }
            stations++;
            walk.fill(cast, votes);
            double share = walk.chanceOfInteger(cast);
            walk.fill(table.registered(i), cast);
            double turnout = walk.chanceOfInteger(table.registered(i));
            expected += share + turnout - share * turnout;
            observed +=
                    BinomialWalk.isInteger(votes, cast) || BinomialWalk.isInteger(cast, table.registered(i)) ? 1 : 0;
        }
        assertEquals(stations, found.stations());
        assertEquals(observed, found.observed().get(IntegerPercentages.EITHER));
        assertEquals(expected, found.expected().get(IntegerPercentages.EITHER), 1e-9);
        assertEquals(observed - expected, found.anomaly(IntegerPercentages.EITHER), 1e-9);
        assertEquals(
                found.expected().get(IntegerPercentages.EITHER),
                found.meanDrawn().get(IntegerPercentages.EITHER),
                5 * found.deviation().get(IntegerPercentages.EITHER) / Math.sqrt(200));
    }
}
