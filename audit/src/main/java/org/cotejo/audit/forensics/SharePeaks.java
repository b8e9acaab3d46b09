package org.cotejo.audit.forensics;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Whether stations pile up at single values of the leader's share: spikes. After Rozenas, Detecting election fraud from
 * irregularities in vote-share distributions, Political Analysis 25(1), 2017, which resamples each station's votes and compares
 * a kernel density; written from that description. Here the kernel is a bin of 0.1 points, the resampled density is summed exactly
 * over each station's binomial, and a bin is held against its neighbours, so that the broad shape of the distribution drops
 * out: of the stations in a bin and within 0.9 points of it, the bin holds a binomial number at the share that resampling gives.
 *
 * @param stations with 100 votes or more
 * @param spikes bins that stand out after correction for all bins, by their share in tenths of a percent
 * @param excess stations in those bins above what is expected there
 * @param p smallest chance of a bin times the number of bins
 */
record SharePeaks(int stations, List<Integer> spikes, double excess, double p) {
    private static final int BINS = 1_000;
    private static final int NEAR = 9;
    private static final int CAST_LEAST = 100;
    private static final int FIRST = 20;
    private static final int LAST = 980;
    private static final double LEVEL = 0.05;
    private static final int STATIONS_LEAST = 100;

    SharePeaks {
        spikes = List.copyOf(spikes);
    }

    static SharePeaks of(StationTable table, int leader) {
        int[] observed = new int[BINS + 1];
        double[] expected = new double[BINS + 1];
        BinomialWalk walk = new BinomialWalk();
        int stations = 0;
        for (int i = 0; i < table.size(); i++) {
            int cast = table.cast(i);
            int votes = table.votes(i, leader);
            if (cast < CAST_LEAST) {
                continue;
            }
            stations++;
            observed[bin(votes, cast)]++;
            walk.fill(cast, votes);
            for (int k = walk.from(); k < walk.to(); k++) {
                expected[bin(k, cast)] += walk.chance(k);
            }
        }
        List<Integer> spikes = new ArrayList<>();
        double excess = 0;
        double smallest = 1;
        int bins = LAST - FIRST + 1;
        for (int bin = FIRST; bin <= LAST; bin++) {
            int all = 0;
            double allExpected = 0;
            for (int near = bin - NEAR; near <= bin + NEAR; near++) {
                all += observed[near];
                allExpected += expected[near];
            }
            if (observed[bin] == 0 || allExpected <= 0) {
                continue;
            }
            double share = Math.min(1, expected[bin] / allExpected);
            double chance = share == 0 ? 1 : BinomialDistribution.of(all, share).survivalProbability(observed[bin] - 1);
            smallest = Math.min(smallest, chance * bins);
            if (chance * bins <= LEVEL) {
                spikes.add(bin);
                excess += observed[bin] - all * share;
            }
        }
        return new SharePeaks(stations, spikes, excess, stations < STATIONS_LEAST ? Double.NaN : Math.min(1, smallest));
    }

    private static int bin(int votes, int cast) {
        return (int) ((2L * BINS * votes + cast) / (2L * cast));
    }
}
