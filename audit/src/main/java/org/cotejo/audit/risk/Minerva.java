package org.cotejo.audit.risk;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.cotejo.base.Check;

/**
 * Ballot polling in rounds by Minerva (Zagorski, McClearn, Morin, McBurnett, Vora, USENIX Security 2021): of one winner and one
 * loser, P after a round is the chance of so many votes for the winner, or more, if there is a tie, over the same chance if the shares
 * are as reported, in both cases without the courses that would have stopped in an earlier round. Usually smaller than BRAVO at
 * the end of a round; valid only if the sizes of rounds do not depend on what was found, and only at the end of a round.
 *
 * <p>Binomial chances are the library's; the courses under way are put together by convolution. Not safe for use by several threads.
 */
public final class Minerva {
    private static final double TIE = 0.5;

    private final double share;
    private final double limit;
    private double[] tied = {1};
    private double[] reported = {1};
    private long winners;
    private double p = 1;

    /**
     * @param share the winner's part of the votes of both, as reported, above a half
     * @param limit risk limit, which decides where earlier rounds would have stopped
     */
    public Minerva(double share, double limit) {
        Check.that(share > TIE && share <= 1 && limit > 0 && limit < 1, "share %s, limit %s", share, limit);
        this.share = share;
        this.limit = limit;
    }

    /** Takes a round's new votes for winner and loser, and returns P after it; a pair that was confirmed stays so with its P. */
    public double round(int winner, int loser) {
        Check.that(winner >= 0 && loser >= 0, "votes %d and %d", winner, loser);
        if (p <= limit) {
            return p;
        }
        if (winners > 0 || tied.length > 1) {
            goOn();
        }
        int votes = Math.addExact(winner, loser);
        winners += winner;
        tied = convolved(tied, BinomialDistribution.of(votes, TIE));
        reported = convolved(reported, BinomialDistribution.of(votes, share));
        p = ratio(Math.toIntExact(winners));
        return p;
    }

    /** Leaves out the courses that would have stopped. */
    private void goOn() {
        int stop = tied.length;
        double tailTied = 0;
        double tailReported = 0;
        for (int k = tied.length - 1; k >= 0; k--) {
            tailTied += tied[k];
            tailReported += reported[k];
            if (tailReported > 0 && tailTied <= limit * tailReported) {
                stop = k;
            }
        }
        tied = Arrays.copyOf(tied, stop);
        reported = Arrays.copyOf(reported, stop);
    }

    /** Sums from the small end, so that no large term swallows small ones. */
    private double ratio(int from) {
        double tailTied = 0;
        double tailReported = 0;
        for (int k = tied.length - 1; k >= from; k--) {
            tailTied += tied[k];
            tailReported += reported[k];
        }
        return tailReported > 0 ? Math.min(1, tailTied / tailReported) : 1;
    }

    private static double[] convolved(double[] before, BinomialDistribution round) {
        int votes = round.getNumberOfTrials();
        double[] chances = new double[votes + 1];
        for (int k = 0; k <= votes; k++) {
            chances[k] = round.probability(k);
        }
        if (before.length == 0) {
            return before;
        }
        double[] after = new double[before.length + votes];
        for (int i = 0; i < before.length; i++) {
            for (int k = 0; k <= votes && before[i] > 0; k++) {
                after[i + k] += before[i] * chances[k];
            }
        }
        return after;
    }

    /** P after the last round, 1 before the first. */
    public double p() {
        return p;
    }
}
