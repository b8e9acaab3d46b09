package org.cotejo.audit.forensics;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Stations whose whole result is the same as another's: one result used twice, or chance. Only results with four counts of 10 or
 * more are looked at (STATISTICS.md, section 5.3).
 *
 * <p>The p value does not rest on independence between options: identical pairs are held against pairs that differ by one vote
 * at most in each of the four largest options and in nothing else. Of 81 such differences one is none at all, and where
 * counts are free they are about equally likely, so identical pairs among near ones are binomial at 1/81.
 *
 * @param stations looked at
 * @param identical pairs of them with the same result
 * @param near pairs that differ as said
 * @param expected identical pairs if, within stations of the same area and about the same size, the counts of each option were
 *     dealt out anew independently; too low where stations of one kind have much in common
 * @param p chance of so many identical pairs among near ones
 * @param pairs the first of the identical pairs, by their stations
 */
record Duplicates(int stations, long identical, long near, double expected, double p, List<int[]> pairs) {
    private static final int COLUMNS = 4;
    private static final int COUNT_LEAST = 10;
    private static final int DIFFERENCES = 81;
    private static final int SHOWN_MOST = 20;
    private static final int SIZE_CLASS = 25;
    private static final int STATIONS_LEAST = 50;

    static Duplicates of(StationTable table) {
        int columns = table.options() + 2;
        int[] moving = largest(table);
        int[] used = new int[table.size()];
        int n = 0;
        for (int i = 0; i < table.size() && moving.length == COLUMNS; i++) {
            int station = i;
            if (Arrays.stream(moving).allMatch(column -> value(table, station, column) >= COUNT_LEAST)) {
                used[n++] = i;
            }
        }
        used = Arrays.copyOf(used, n);
        long[] weights = new long[columns];
        SplittableRandom random = new SplittableRandom(columns);
        Arrays.setAll(weights, _ -> random.nextLong() | 1);
        DistinctResults hashes = new DistinctResults(table, used, weights);
        long near = 0;
        long identical = 0;
        List<int[]> pairs = List.of();
        int[] difference = new int[columns];
        for (int code = 0; code < DIFFERENCES; code++) {
            long shift = 0;
            int rest = code;
            int sign = 0;
            for (int column : moving) {
                int step = rest % 3 - 1;
                rest /= 3;
                difference[column] = step;
                shift += step * weights[column];
                sign = sign == 0 ? step : sign;
            }
            if (sign == 0) {
                identical = hashes.identical();
                pairs = hashes.firstIdentical(SHOWN_MOST);
            } else if (sign > 0) {
                // A pair and its mirror image are one.
                near += hashes.pairs(shift, difference);
            }
        }
        double p = n < STATIONS_LEAST ? Double.NaN : chance(identical, near);
        return new Duplicates(n, identical, near, expected(table, used), p, List.copyOf(pairs));
    }

    /** The chance of so many identical pairs among both, or more. Above what a binomial takes, fewer of both in proportion: a larger chance. */
    static double chance(long identical, long near) {
        if (identical == 0) {
            return 1;
        }
        long over = (identical + near) / Integer.MAX_VALUE + 1;
        int trials = Math.toIntExact((identical + near) / over);
        int found = Math.toIntExact(identical / over);
        return BinomialDistribution.of(trials, 1.0 / DIFFERENCES).survivalProbability(found - 1);
    }

    static int value(StationTable table, int station, int column) {
        return column < table.options()
                ? table.votes(station, column)
                : column == table.options() ? table.nullVotes(station) : table.blankVotes(station);
    }

    /** The four options with the most votes, in their order; fewer if there are fewer. */
    private static int[] largest(StationTable table) {
        long[] totals = new long[table.options()];
        Arrays.setAll(totals, table::total);
        return java.util.stream.IntStream.range(0, totals.length)
                .boxed()
                .sorted((a, b) -> Long.compare(totals[b], totals[a]))
                .limit(COLUMNS)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    /** Of each class the pairs times, for each column, the chance that two different stations drawn from it have the same count. */
    private static double expected(StationTable table, int[] used) {
        Groups classes = Groups.of(
                table.size(),
                i -> Arrays.binarySearch(used, i) >= 0,
                i -> Math.min(32_767, table.area(i)) << 12 | Math.min(4_095, table.valid(i) / SIZE_CLASS));
        double expected = 0;
        for (int g = 0; g < classes.size(); g++) {
            int[] members = classes.members(g);
            double n = members.length;
            double pairs = n * (n - 1) / 2;
            for (int column = 0; column < table.options() + 2 && pairs > 0; column++) {
                int at = column;
                int[] values = Arrays.stream(members)
                        .map(i -> value(table, i, at))
                        .sorted()
                        .toArray();
                double same = 0;
                int run = 1;
                for (int i = 1; i <= values.length; i++) {
                    if (i < values.length && values[i] == values[i - 1]) {
                        run++;
                    } else {
                        same += run * (run - 1.0);
                        run = 1;
                    }
                }
                pairs *= same / (n * (n - 1));
            }
            expected += pairs;
        }
        return expected;
    }
}
