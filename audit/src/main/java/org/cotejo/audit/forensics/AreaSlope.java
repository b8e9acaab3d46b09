package org.cotejo.audit.forensics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The slope of the leader's votes over the register on turnout, within areas only, so that town and country do not make it;
 * tested against 1 from above. Source of the slope: Klimek and others, PNAS 109(41), 2012; Myagkov, Ordeshook and Shakin, The
 * Forensics of Election Fraud (2009), on slopes above 1. Deviations are pooled over areas, and the error is that of clusters of
 * areas (Liang and Zeger, Biometrika 73, 1986), so that neighbours may resemble each other.
 *
 * @param stations in areas of two stations or more
 * @param p chance of so large a slope if the true one is 1; below 1 it is smaller still
 */
record AreaSlope(int stations, int areas, double slope, double standardError, double p) {
    private static final int AREAS_LEAST = 10;
    private static final int REGISTERED_LEAST = 100;

    /** The slope; p is not a number where there are too few areas. */
    static AreaSlope of(StationTable table, int leader) {
        Groups groups = Groups.of(table.size(), i -> isUsed(table, i, leader), table::area);
        double xx = 0;
        double xy = 0;
        int stations = 0;
        int areas = 0;
        double[][] means = new double[groups.size()][];
        for (int g = 0; g < groups.size(); g++) {
            int[] members = groups.members(g);
            if (members.length < 2) {
                continue;
            }
            means[g] = means(table, leader, members);
            areas++;
            stations += members.length;
            for (int i : members) {
                double x = turnout(table, i) - means[g][0];
                xx += table.registered(i) * x * x;
                xy += table.registered(i) * x * (perVoter(table, i, leader) - means[g][1]);
            }
        }
        double slope = xy / xx;
        double meat = 0;
        for (int g = 0; g < groups.size(); g++) {
            double score = 0;
            for (int i : groups.members(g)) {
                if (means[g] != null) {
                    double x = turnout(table, i) - means[g][0];
                    score += table.registered(i) * x * (perVoter(table, i, leader) - means[g][1] - slope * x);
                }
            }
            meat += score * score;
        }
        double error = Math.sqrt(meat * areas / Math.max(1, areas - 1)) / xx;
        boolean isTested = areas >= AREAS_LEAST && error > 0;
        return new AreaSlope(
                stations,
                areas,
                slope,
                error,
                isTested ? TDistribution.of(areas - 1).survivalProbability((slope - 1) / error) : Double.NaN);
    }

    private static boolean isUsed(StationTable table, int i, int leader) {
        return table.registered(i) >= REGISTERED_LEAST
                && table.cast(i) > 0
                && table.cast(i) <= table.registered(i)
                && table.votes(i, leader) <= table.cast(i);
    }

    private static double[] means(StationTable table, int leader, int[] members) {
        double all = 0;
        double x = 0;
        double y = 0;
        for (int i : members) {
            all += table.registered(i);
            x += table.registered(i) * turnout(table, i);
            y += table.registered(i) * perVoter(table, i, leader);
        }
        return new double[] {x / all, y / all};
    }

    private static double turnout(StationTable table, int i) {
        return (double) table.cast(i) / table.registered(i);
    }

    private static double perVoter(StationTable table, int i, int leader) {
        return (double) table.votes(i, leader) / table.registered(i);
    }
}
