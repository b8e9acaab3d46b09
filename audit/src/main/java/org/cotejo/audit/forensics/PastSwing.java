package org.cotejo.audit.forensics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The same places in an earlier election: whether one of them moved unlike all others. Each place's figure now is predicted
 * from its figure then by one line through all places, and its distance from the line is divided by what places usually
 * differ and by the chance of the draw; the largest is tested as an outlier (Grubbs, Technometrics 11, 1969; the externally studentised
 * residual of Cook and Weisberg, 1982), corrected for the number of places.
 *
 * @param places that both elections have
 * @param slope of the line
 * @param spread usual distance of a place from the line, chance apart, in logarithms
 * @param place with the largest distance, by its number; -1 if none could be tested
 * @param difference from the line, of that place: as a share of the votes, or as the logarithm of a register
 * @param p chance of so large a distance anywhere
 * @param outliers places that stand out after correction
 */
record PastSwing(
        int places, double slope, double spread, int place, double difference, double p, List<Integer> outliers) {
    private static final int PLACES_LEAST = 20;
    private static final double LEVEL = 0.05;
    private static final int ROUNDS = 8;
    /** Places nearer to the line are on it: the rest is the rounding of logarithms. */
    private static final double ROUNDING = 1e-9;

    PastSwing {
        outliers = List.copyOf(outliers);
    }

    /** The logarithm of the leader's odds among the valid votes, place by place; the difference is given as a share. */
    static PastSwing ofShares(StationTable table, int leader, EarlierElection earlier) {
        Sums sums = new Sums(earlier.places());
        for (int i = 0; i < table.size(); i++) {
            if (table.place(i) < earlier.places()) {
                sums.up[table.place(i)] += table.votes(i, leader);
                sums.down[table.place(i)] += table.valid(i);
            }
        }
        double[] x = new double[earlier.places()];
        double[] y = new double[earlier.places()];
        double[] noise = new double[earlier.places()];
        int[] place = new int[earlier.places()];
        int n = 0;
        for (int at = 0; at < earlier.places(); at++) {
            if (earlier.leaderVotes()[at] == StationTable.UNKNOWN || earlier.valid()[at] <= 0 || sums.down[at] == 0) {
                continue;
            }
            long then = earlier.valid()[at] - earlier.leaderVotes()[at];
            long now = sums.down[at] - sums.up[at];
            x[n] = logOdds(earlier.leaderVotes()[at], then);
            y[n] = logOdds(sums.up[at], now);
            noise[n] = 1 / (earlier.leaderVotes()[at] + 0.5)
                    + 1 / (then + 0.5)
                    + 1 / (sums.up[at] + 0.5)
                    + 1 / (now + 0.5);
            place[n++] = at;
        }
        PastSwing swing = of(Arrays.copyOf(x, n), Arrays.copyOf(y, n), Arrays.copyOf(noise, n), place);
        if (swing.place < 0) {
            return swing;
        }
        double odds = logOdds(sums.up[swing.place], sums.down[swing.place] - sums.up[swing.place]);
        return new PastSwing(
                n,
                swing.slope,
                swing.spread,
                swing.place,
                share(odds) - share(odds - swing.difference),
                swing.p,
                swing.outliers);
    }

    private static double logOdds(long votes, long others) {
        return Math.log((votes + 0.5) / (others + 0.5));
    }

    private static double share(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** The logarithm of the register, place by place: a place whose register grew unlike all others. */
    static PastSwing ofRegisters(StationTable table, EarlierElection earlier) {
        Sums sums = new Sums(earlier.places());
        for (int i = 0; i < table.size(); i++) {
            if (table.place(i) < earlier.places()) {
                sums.up[table.place(i)] += Math.max(0, table.registered(i));
                sums.down[table.place(i)] += table.registered(i) == StationTable.UNKNOWN ? 1 : 0;
            }
        }
        double[] x = new double[earlier.places()];
        double[] y = new double[earlier.places()];
        int[] place = new int[earlier.places()];
        int n = 0;
        for (int at = 0; at < earlier.places(); at++) {
            if (earlier.registered()[at] > 0 && sums.up[at] > 0 && sums.down[at] == 0) {
                x[n] = Math.log((double) earlier.registered()[at]);
                y[n] = Math.log((double) sums.up[at]);
                place[n++] = at;
            }
        }
        return of(Arrays.copyOf(x, n), Arrays.copyOf(y, n), new double[n], place);
    }

    private static PastSwing of(double[] x, double[] y, double[] noise, int[] place) {
        int n = x.length;
        if (n < PLACES_LEAST) {
            return new PastSwing(n, Double.NaN, Double.NaN, -1, Double.NaN, Double.NaN, List.of());
        }
        double spread = 0;
        Line line = Line.through(x, y, noise, 0);
        for (int round = 0; round < ROUNDS; round++) {
            spread = line.spread(x, y, noise, spread);
            line = Line.through(x, y, noise, spread);
        }
        double worst = -1;
        int at = -1;
        List<Integer> outliers = new ArrayList<>();
        double squares = 0;
        double[] scaled = new double[n];
        for (int i = 0; i < n; i++) {
            double variance = spread * spread + noise[i];
            scaled[i] = variance <= 0 || Math.abs(line.off(x[i], y[i])) < ROUNDING
                    ? 0
                    : line.off(x[i], y[i]) / Math.sqrt(variance * Math.max(1e-9, 1 - line.leverage(x[i], variance)));
            squares += scaled[i] * scaled[i];
        }
        double scale = squares / n;
        TDistribution t = TDistribution.of(n - 3.0);
        for (int i = 0; i < n; i++) {
            double r2 = scale <= 0 ? 0 : scaled[i] * scaled[i] / scale;
            double left = Math.max(1e-9, (n - 2 - r2) / (n - 3.0));
            double studentised = Math.sqrt(r2 / left);
            if (2 * t.survivalProbability(studentised) * n <= LEVEL) {
                outliers.add(place[i]);
            }
            if (studentised > worst) {
                worst = studentised;
                at = i;
            }
        }
        return new PastSwing(
                n,
                line.slope,
                spread,
                place[at],
                line.off(x[at], y[at]),
                Math.min(1, 2 * t.survivalProbability(worst) * n),
                outliers);
    }

    private static final class Sums {
        private final long[] up;
        private final long[] down;

        Sums(int places) {
            up = new long[places];
            down = new long[places];
        }
    }

    /** A weighted least-squares line. */
    private record Line(double meanX, double meanY, double slope, double weights, double squares) {
        static Line through(double[] x, double[] y, double[] noise, double spread) {
            double all = 0;
            double meanX = 0;
            double meanY = 0;
            double[] weight = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                double variance = spread * spread + noise[i];
                weight[i] = variance > 0 ? 1 / variance : 1;
                all += weight[i];
                meanX += weight[i] * x[i];
                meanY += weight[i] * y[i];
            }
            meanX /= all;
            meanY /= all;
            double xx = 0;
            double xy = 0;
            for (int i = 0; i < x.length; i++) {
                xx += weight[i] * (x[i] - meanX) * (x[i] - meanX);
                xy += weight[i] * (x[i] - meanX) * (y[i] - meanY);
            }
            return new Line(meanX, meanY, xx > 0 ? xy / xx : 0, all, xx);
        }

        double off(double x, double y) {
            return y - meanY - slope * (x - meanX);
        }

        double leverage(double x, double variance) {
            double d = x - meanX;
            return (1 / weights + (squares > 0 ? d * d / squares : 0)) / variance;
        }

        /** The spread beside the noise, by moments; at least a thousandth of all deviation. */
        double spread(double[] x, double[] y, double[] noise, double before) {
            double sum = 0;
            double own = 0;
            double all = 0;
            double plain = 0;
            for (int i = 0; i < x.length; i++) {
                double weight = 1 / Math.max(1e-12, before * before + noise[i]);
                double off = off(x[i], y[i]);
                sum += weight * off * off;
                own += weight * noise[i];
                all += weight;
                plain += off * off / x.length;
            }
            return Math.sqrt(Math.max((sum - own) / all, plain * 1e-6));
        }
    }
}
