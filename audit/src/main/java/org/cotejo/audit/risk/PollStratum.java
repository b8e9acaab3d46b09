package org.cotejo.audit.risk;

import org.cotejo.base.Check;

/**
 * A stratum of which single ballots were drawn without replacement: Wald's ratio of the reported votes against the best
 * explanation under which winner less loser is a given number (Ottoboni, Stark, Lindeman, McBurnett, SUITE, 2018,
 * arXiv:1809.04235, section 3.2). The votes for neither are whatever fits best, taken as a real number as there.
 *
 * @param ballots in the stratum
 * @param winner reported votes for the winner of the whole contest, who may be behind here
 * @param loser reported votes for the loser
 * @param drawn ballots drawn
 * @param foundWinner votes for the winner among them
 * @param foundLoser votes for the loser among them
 */
public record PollStratum(long ballots, long winner, long loser, int drawn, int foundWinner, int foundLoser) {
    private static final int HALVINGS = 100;

    public PollStratum {
        Check.that(
                winner >= 0
                        && loser >= 0
                        && winner + loser <= ballots
                        && foundWinner >= 0
                        && foundLoser >= 0
                        && foundWinner + foundLoser <= drawn
                        && drawn <= ballots,
                "%d and %d of %d, found %d and %d of %d",
                winner,
                loser,
                ballots,
                foundWinner,
                foundLoser,
                drawn);
    }

    private int others() {
        return drawn - foundWinner - foundLoser;
    }

    /** P of the hypothesis that winner less loser is exactly {@code margin} here. */
    public double p(double margin) {
        double low = Math.max(foundWinner, foundLoser + margin);
        double high = (ballots - others() + margin) / 2;
        if (low > high) {
            return 0; // no such stratum holds what was found
        }
        if (foundWinner > winner || foundLoser > loser || others() > ballots - winner - loser) {
            return 1; // the reported votes can't be right either
        }
        double reported = log((double) winner, foundWinner)
                + log((double) loser, foundLoser)
                + log((double) (ballots - winner - loser), others());
        double x = best(margin, low, high);
        double tied = log(x, foundWinner) + log(x - margin, foundLoser) + log(ballots - 2 * x + margin, others());
        return Math.min(1, Math.exp(tied - reported));
    }

    /** P of the hypothesis that it is {@code margin} at most: 1 from the margin on that the draw itself points to. */
    double pUpTo(double margin) {
        double pointed = drawn == 0 ? 0 : ballots * (double) (foundWinner - foundLoser) / drawn;
        return drawn == 0 || margin >= pointed - 1 ? 1 : p(margin);
    }

    /** ln of x (x - 1) ... for so many factors. */
    private static double log(double x, int factors) {
        double sum = 0;
        for (int i = 0; i < factors; i++) {
            sum += Math.log(x - i);
        }
        return sum;
    }

    /** The likelihood has one top: where its slope changes sign. */
    private double best(double margin, double low, double high) {
        double from = low;
        double to = high;
        for (int i = 0; i < HALVINGS && from < to; i++) {
            double x = from + (to - from) / 2;
            double slope = slope(x, foundWinner)
                    + slope(x - margin, foundLoser)
                    - 2 * slope(ballots - 2 * x + margin, others());
            if (slope > 0) {
                from = x;
            } else {
                to = x;
            }
        }
        return from + (to - from) / 2;
    }

    private static double slope(double x, int factors) {
        double sum = 0;
        for (int i = 0; i < factors; i++) {
            sum += 1 / (x - i);
        }
        return sum;
    }
}
