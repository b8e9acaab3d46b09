package org.cotejo.audit.forensics;

import java.util.Arrays;
import org.cotejo.base.Check;

/**
 * Turnout and the leader's share of all stations, described. Source: Klimek, Yegorov, Hanel and Thurner, Statistical detection
 * of systematic election irregularities, PNAS 109(41), 2012. A description: an electorate of different regions, town and
 * country, gives correlation and skewness without any fraud.
 *
 * @param stations with votes and not more votes than voters
 * @param overRegister stations with more votes in the box than registered voters; left out
 * @param leaderOverCast stations where the leader has more votes than the box; left out
 * @param pearson correlation of turnout and share
 * @param spearman the same of their ranks
 * @param rateMean mean of the log vote rate ln((registered - leader) / leader); its deviation, skewness and excess kurtosis
 * @param bothOver99 stations with turnout and share above 99 %
 * @param slope of the leader's votes over the register on turnout, weighted by the register: above 1, each further voter
 *     comes with more than one vote for the leader
 */
public record Fingerprint(
        int stations,
        int overRegister,
        int leaderOverCast,
        double pearson,
        double spearman,
        double rateMean,
        double rateDeviation,
        double rateSkewness,
        double rateKurtosis,
        int bothOver99,
        double slope,
        double intercept) {

    /** Describes columns: registered voters, votes in the box, votes for the leader; stations without register are left out. */
    public static Fingerprint of(int[] registered, int[] cast, int[] leader) {
        Check.that(
                registered.length == cast.length && cast.length == leader.length,
                "columns of %d, %d, %d",
                registered.length,
                cast.length,
                leader.length);
        int[] kept = new int[registered.length];
        int n = 0;
        int over = 0;
        int leaderOver = 0;
        int both = 0;
        for (int i = 0; i < registered.length; i++) {
            if (registered[i] <= 0 || cast[i] <= 0) {
                continue;
            }
            over += cast[i] > registered[i] ? 1 : 0;
            leaderOver += leader[i] > cast[i] ? 1 : 0;
            if (cast[i] <= registered[i] && leader[i] <= cast[i]) {
                kept[n++] = i;
                both += 100L * cast[i] > 99L * registered[i] && 100L * leader[i] > 99L * cast[i] ? 1 : 0;
            }
        }
        double[] turnout = new double[n];
        double[] share = new double[n];
        double[] perVoter = new double[n];
        double[] weight = new double[n];
        double[] rate = new double[n];
        int rates = 0;
        for (int i = 0; i < n; i++) {
            int at = kept[i];
            turnout[i] = (double) cast[at] / registered[at];
            share[i] = (double) leader[at] / cast[at];
            perVoter[i] = (double) leader[at] / registered[at];
            weight[i] = registered[at];
            if (leader[at] > 0 && leader[at] < registered[at]) {
                rate[rates++] = Math.log((double) (registered[at] - leader[at]) / leader[at]);
            }
        }
        double[] moments = moments(Arrays.copyOf(rate, rates));
        double slope = slope(turnout, perVoter, weight);
        return new Fingerprint(
                n,
                over,
                leaderOver,
                correlation(turnout, share),
                correlation(ranks(turnout), ranks(share)),
                moments[0],
                moments[1],
                moments[2],
                moments[3],
                both,
                slope,
                mean(perVoter, weight) - slope * mean(turnout, weight));
    }

    static Fingerprint of(StationTable table, int leader) {
        int[] registered = new int[table.size()];
        int[] cast = new int[table.size()];
        int[] votes = new int[table.size()];
        for (int i = 0; i < table.size(); i++) {
            registered[i] = table.registered(i);
            cast[i] = table.cast(i);
            votes[i] = table.votes(i, leader);
        }
        return of(registered, cast, votes);
    }

    /** Mean, standard deviation, skewness and excess kurtosis, by moments. */
    private static double[] moments(double[] values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (double value : values) {
            double d = value - mean;
            second += d * d;
            third += d * d * d;
            fourth += d * d * d * d;
        }
        int n = values.length;
        second /= n;
        return new double[] {
            mean, Math.sqrt(second), third / n / Math.pow(second, 1.5), fourth / n / (second * second) - 3
        };
    }

    static double correlation(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElse(Double.NaN);
        double meanY = Arrays.stream(y).average().orElse(Double.NaN);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }

    /** Ranks from 1; equal values share the mean of theirs. */
    private static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            ranks[i] = (firstAtLeast(sorted, values[i]) + 1 + firstAtLeast(sorted, Math.nextUp(values[i]))) / 2.0;
        }
        return ranks;
    }

    private static int firstAtLeast(double[] sorted, double value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static double mean(double[] values, double[] weights) {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
            all += weights[i];
        }
        return sum / all;
    }

    private static double slope(double[] x, double[] y, double[] weights) {
        double meanX = mean(x, weights);
        double meanY = mean(y, weights);
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += weights[i] * (x[i] - meanX) * (x[i] - meanX);
            xy += weights[i] * (x[i] - meanX) * (y[i] - meanY);
        }
        return xy / xx;
    }
}
