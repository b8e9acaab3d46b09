package org.cotejo.audit.forensics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether the results that came in last favour the leader more than the earlier ones, before and after their composition is
 * taken into account. In Bolivia in 2019 the late change of the trend was called fraud; most of it was which places reported
 * late (Idrobo, Kronick and Rodríguez, Do shifts in late-counted votes signal fraud? Evidence from Bolivia, Journal of
 * Politics 84(4), 2022). So each late station is held against earlier ones of its own place, or area where a place has too few.
 *
 * @param stations whose order of arrival is known
 * @param late of those, the last fifth
 * @param rawGap mean share of the late ones minus that of the others
 * @param compared late stations that have an earlier one in their own group
 * @param isByArea whether groups are areas, since places have too few stations
 * @param gap mean of the differences within groups
 * @param p chance of so large a difference either way if lateness is dealt out at random within each group
 */
record LateTrend(int stations, int late, double rawGap, int compared, boolean isByArea, double gap, double p) {
    private static final double LATE_SHARE = 0.2;
    private static final int COMPARED_LEAST = 30;
    private static final double COMPARED_SHARE_LEAST = 0.2;

    static LateTrend of(StationTable table, int leader) {
        long[] order = java.util.stream.IntStream.range(0, table.size())
                .filter(i -> isUsed(table, i))
                .mapToLong(table::lateness)
                .sorted()
                .toArray();
        if (order.length == 0) {
            return new LateTrend(0, 0, Double.NaN, 0, false, Double.NaN, Double.NaN);
        }
        long from = order[(int) Math.min(order.length - 1, Math.round(order.length * (1 - LATE_SHARE)))];
        double lateSum = 0;
        double earlySum = 0;
        int late = 0;
        for (int i = 0; i < table.size(); i++) {
            if (!isUsed(table, i)) {
                continue;
            }
            if (table.lateness(i) >= from) {
                late++;
                lateSum += share(table, i, leader);
            } else {
                earlySum += share(table, i, leader);
            }
        }
        double raw = lateSum / late - earlySum / (order.length - late);
        LateTrend byPlace = within(table, leader, from, false, order.length, late, raw);
        boolean isEnough = byPlace.compared >= COMPARED_LEAST && byPlace.compared >= COMPARED_SHARE_LEAST * late;
        return isEnough ? byPlace : within(table, leader, from, true, order.length, late, raw);
    }

    private static boolean isUsed(StationTable table, int i) {
        return table.lateness(i) != StationTable.UNKNOWN && table.valid(i) > 0;
    }

    private static double share(StationTable table, int i, int leader) {
        return (double) table.votes(i, leader) / table.valid(i);
    }

    /** The sum of late deviations from their group's mean, against its variance when lateness is dealt out within groups. */
    private static LateTrend within(
            StationTable table, int leader, long from, boolean byArea, int stations, int late, double raw) {
        Groups groups = Groups.of(table.size(), i -> isUsed(table, i), byArea ? table::area : table::place);
        double sum = 0;
        double variance = 0;
        double expectedWeight = 0;
        int compared = 0;
        for (int g = 0; g < groups.size(); g++) {
            int[] members = groups.members(g);
            int n = members.length;
            int lateHere = 0;
            double mean = 0;
            for (int i : members) {
                lateHere += table.lateness(i) >= from ? 1 : 0;
                mean += share(table, i, leader) / n;
            }
            if (lateHere == 0 || lateHere == n) {
                continue;
            }
            double squares = 0;
            for (int i : members) {
                double d = share(table, i, leader) - mean;
                squares += d * d;
                sum += table.lateness(i) >= from ? d : 0;
            }
            compared += lateHere;
            double early = n - lateHere;
            variance += lateHere * early / n * squares / (n - 1);
            expectedWeight += lateHere * early / n;
        }
        boolean isTested = compared >= COMPARED_LEAST && variance > 0;
        double z = isTested ? sum / Math.sqrt(variance) : Double.NaN;
        return new LateTrend(
                stations,
                late,
                raw,
                compared,
                byArea,
                expectedWeight > 0 ? sum / expectedWeight : Double.NaN,
                isTested ? 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z)) : Double.NaN);
    }
}
