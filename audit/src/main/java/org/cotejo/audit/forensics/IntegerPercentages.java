package org.cotejo.audit.forensics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cotejo.base.Check;
import org.cotejo.base.Workers;

/**
 * Whether too many stations report a whole percentage of turnout or of the leader's share. Source: Kobak, Shpilkin and
 * Pshenichnikov, Integer percentages as electoral falsification fingerprints, Annals of Applied Statistics 10(1), 2016:
 * stations of 100 voters or more with turnout and share of 99 % or less; a hit lies within 0.05 of a whole percentage; the null
 * draws the leader's votes and the turnout of each station anew from binomials at their observed shares.
 *
 * <p>Here each station's chance of a hit under that null is summed exactly over its binomial, so a round draws hits and not
 * votes. The distribution of a round is the paper's, without the cost of drawing binomials.
 *
 * @param stations that are kept
 * @param observed hits: either, leader's share, turnout
 * @param expected exact means of the same under the null
 * @param deviation exact standard deviations
 * @param rounds drawn
 * @param atLeast rounds with as many hits as observed, or more
 * @param meanDrawn means of the same over the rounds
 */
public record IntegerPercentages(
        int stations,
        List<Integer> observed,
        List<Double> expected,
        List<Double> deviation,
        int rounds,
        List<Integer> atLeast,
        List<Double> meanDrawn) {
    /** Index of hits in the share or in the turnout. */
    public static final int EITHER = 0;

    public static final int LEADER = 1;
    public static final int TURNOUT = 2;

    private static final int REGISTERED_LEAST = 100;
    private static final int ROUNDS_A_BLOCK = 50;
    private static final int STATIONS_A_BLOCK = 4_096;

    public IntegerPercentages {
        observed = List.copyOf(observed);
        expected = List.copyOf(expected);
        deviation = List.copyOf(deviation);
        atLeast = List.copyOf(atLeast);
        meanDrawn = List.copyOf(meanDrawn);
    }

    /** Runs the test on a table, turnout being all votes in the box over the register, and share being over all in the box. */
    static IntegerPercentages of(StationTable table, int leader, int rounds, SplittableRandom random) {
        int[] registered = new int[table.size()];
        int[] cast = new int[table.size()];
        int[] votes = new int[table.size()];
        for (int i = 0; i < table.size(); i++) {
            registered[i] = table.registered(i);
            cast[i] = table.cast(i);
            votes[i] = table.votes(i, leader);
        }
        return of(registered, cast, votes, rounds, random);
    }

    /**
     * Runs the test on columns.
     *
     * @param registered of each station, or {@link StationTable#UNKNOWN}: then only its share is tested
     * @param random each block of rounds gets a generator split off it in order, so that the number of threads changes nothing
     */
    public static IntegerPercentages of(
            int[] registered, int[] cast, int[] leader, int rounds, SplittableRandom random) {
        Check.that(
                registered.length == cast.length && cast.length == leader.length,
                "columns of %d, %d, %d",
                registered.length,
                cast.length,
                leader.length);
        Check.that(rounds >= 1, "%d rounds", rounds);
        Columns kept = Columns.keep(registered, cast, leader);
        kept.chances();
        int[][] drawn = kept.draw(rounds, random);
        List<Integer> atLeast = new ArrayList<>();
        List<Double> means = new ArrayList<>();
        for (int kind = 0; kind < 3; kind++) {
            int observed = kept.observed[kind];
            atLeast.add((int)
                    Arrays.stream(drawn[kind]).filter(hits -> hits >= observed).count());
            means.add(Arrays.stream(drawn[kind]).average().orElse(0));
        }
        return new IntegerPercentages(
                kept.size,
                Arrays.stream(kept.observed).boxed().toList(),
                Arrays.stream(kept.expected()).boxed().toList(),
                Arrays.stream(kept.deviation()).boxed().toList(),
                rounds,
                atLeast,
                means);
    }

    /** (1 + rounds with as many hits) / (1 + rounds): a p value that never is 0. */
    public double p(int kind) {
        return (1.0 + atLeast.get(kind)) / (1.0 + rounds);
    }

    /** Hits above their mean. */
    public double anomaly(int kind) {
        return observed.get(kind) - expected.get(kind);
    }

    /** Hits above their mean, in standard deviations; 0 where nothing can vary. */
    public double z(int kind) {
        return deviation.get(kind) == 0 ? 0 : anomaly(kind) / deviation.get(kind);
    }

    /** The stations that are kept, packed. */
    private static final class Columns {
        private final int[] registered;
        private final int[] cast;
        private final int[] leader;
        private int size;
        private final int[] observed = new int[3];
        private double[] leaderChance = new double[0];
        private double[] turnoutChance = new double[0];

        private Columns(int length) {
            registered = new int[length];
            cast = new int[length];
            leader = new int[length];
        }

        static Columns keep(int[] registered, int[] cast, int[] leader) {
            Columns kept = new Columns(registered.length);
            for (int i = 0; i < registered.length; i++) {
                kept.add(registered[i], cast[i], leader[i]);
            }
            return kept;
        }

        private void add(int voters, int given, int votes) {
            boolean hasTurnout = voters != StationTable.UNKNOWN;
            int most = hasTurnout ? voters : given;
            boolean isKept = most >= REGISTERED_LEAST
                    && given > 0
                    && votes >= 0
                    && 100L * votes <= 99L * given
                    && (!hasTurnout || 100L * given <= 99L * voters);
            if (!isKept) {
                return;
            }
            registered[size] = voters;
            cast[size] = given;
            leader[size] = votes;
            size++;
            boolean isShare = BinomialWalk.isInteger(votes, given);
            boolean isTurnout = hasTurnout && BinomialWalk.isInteger(given, voters);
            observed[EITHER] += isShare || isTurnout ? 1 : 0;
            observed[LEADER] += isShare ? 1 : 0;
            observed[TURNOUT] += isTurnout ? 1 : 0;
        }

        /** Sums each station's binomials. */
        void chances() {
            leaderChance = new double[size];
            turnoutChance = new double[size];
            List<Runnable> tasks = new ArrayList<>();
            for (int first = 0; first < size; first += STATIONS_A_BLOCK) {
                int from = first;
                int to = Math.min(size, first + STATIONS_A_BLOCK);
                tasks.add(() -> {
                    BinomialWalk walk = new BinomialWalk();
                    for (int i = from; i < to; i++) {
                        walk.fill(cast[i], leader[i]);
                        leaderChance[i] = walk.chanceOfInteger(cast[i]);
                        if (registered[i] != StationTable.UNKNOWN) {
                            walk.fill(registered[i], cast[i]);
                            turnoutChance[i] = walk.chanceOfInteger(registered[i]);
                        }
                    }
                });
            }
            Workers.run(tasks);
        }

        private double chance(int kind, int i) {
            return switch (kind) {
                case LEADER -> leaderChance[i];
                case TURNOUT -> turnoutChance[i];
                default -> 1 - (1 - leaderChance[i]) * (1 - turnoutChance[i]);
            };
        }

        double[] expected() {
            double[] sums = new double[3];
            for (int kind = 0; kind < 3; kind++) {
                for (int i = 0; i < size; i++) {
                    sums[kind] += chance(kind, i);
                }
            }
            return sums;
        }

        double[] deviation() {
            double[] sums = new double[3];
            for (int kind = 0; kind < 3; kind++) {
                for (int i = 0; i < size; i++) {
                    double chance = chance(kind, i);
                    sums[kind] += chance * (1 - chance);
                }
                sums[kind] = Math.sqrt(sums[kind]);
            }
            return sums;
        }

        /** Hits of each kind in each round. */
        int[][] draw(int rounds, SplittableRandom random) {
            int[] share = thresholds(leaderChance);
            int[] turnout = thresholds(turnoutChance);
            int[][] drawn = new int[3][rounds];
            List<Runnable> tasks = new ArrayList<>();
            for (int first = 0; first < rounds; first += ROUNDS_A_BLOCK) {
                int from = first;
                int to = Math.min(rounds, first + ROUNDS_A_BLOCK);
                SplittableRandom own = random.split();
                tasks.add(() -> {
                    for (int round = from; round < to; round++) {
                        drawRound(share, turnout, own, drawn, round);
                    }
                });
            }
            Workers.run(tasks);
            return drawn;
        }

        /** One word of random bits a station: its upper half decides on the share, its lower half on the turnout. */
        private static void drawRound(int[] share, int[] turnout, SplittableRandom random, int[][] drawn, int round) {
            int shareHits = 0;
            int turnoutHits = 0;
            int both = 0;
            for (int i = 0; i < share.length; i++) {
                long word = random.nextLong();
                int isShare = (int) (word >> 32) < share[i] ? 1 : 0;
                int isTurnout = (int) word < turnout[i] ? 1 : 0;
                shareHits += isShare;
                turnoutHits += isTurnout;
                both += isShare & isTurnout;
            }
            drawn[EITHER][round] = shareHits + turnoutHits - both;
            drawn[LEADER][round] = shareHits;
            drawn[TURNOUT][round] = turnoutHits;
        }

        /** The signed number below which 32 random bits fall with the given chance, to 2^-32. */
        private static int[] thresholds(double[] chances) {
            int[] thresholds = new int[chances.length];
            for (int i = 0; i < chances.length; i++) {
                long steps = Math.min((long) (chances[i] * 0x1p32), 0xFFFF_FFFFL);
                thresholds[i] = (int) (steps + Integer.MIN_VALUE);
            }
            return thresholds;
        }
    }
}
