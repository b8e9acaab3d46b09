package org.cotejo.audit.risk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.cotejo.audit.risk.PollContest.Pair;
import org.cotejo.base.Check;

/**
 * Ballot polling by BRAVO (Lindeman, Stark, Yates, EVT/WOTE 2012): ballots drawn at random with replacement, each vote for the
 * winner multiplies {@code T} by {@code 2 s}, each for the loser by {@code 2 (1 - s)}; P is {@code 1/T} for each winner and loser,
 * and the largest decides. It needs no records of single ballots, but the share {@code s} as reported: where that is a little too
 * high, BRAVO may never stop, and {@link MeanTest.Alpha} is the better choice. Because a ballot may be drawn again, as many draws as
 * there are ballots are no count of all of them: who counts everything needs no P.
 */
public final class Bravo {
    private Bravo() {}

    /** {@code ln T} of a pair; minus infinity when a vote was found for a loser who is reported to have none. */
    static double logT(double share, long winner, long loser) {
        return logPower(2 * share, winner) + logPower(2 * (1 - share), loser);
    }

    private static double logPower(double base, long exponent) {
        return exponent == 0 ? 0 : exponent * Math.log(base);
    }

    /**
     * P of each pair.
     *
     * @param sample votes found by candidate, each ballot as often as it was drawn
     * @param notFound drawn ballots that nobody could show: each counts as a vote for every loser
     */
    public static Map<Pair, Double> p(PollContest contest, List<Long> sample, long notFound) {
        Check.that(
                sample.size() == contest.reported().size() && notFound >= 0,
                "%s for %d candidates",
                sample,
                contest.reported().size());
        Map<Pair, Double> all = new LinkedHashMap<>();
        for (Pair pair : contest.pairs()) {
            double logT = logT(
                    contest.share(pair), sample.get(pair.winner()), Math.addExact(sample.get(pair.loser()), notFound));
            all.put(pair, Math.min(1, Math.exp(-logT)));
        }
        return all;
    }

    /** The largest P of all pairs; 0 if there is no loser, since nothing can be wrong. */
    public static double largest(Map<Pair, Double> all) {
        return all.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /**
     * About how many more ballots it takes on average if the reported shares are right: the slowest pair's {@code (ln(1/limit) -
     * ln T + z_w/2) / (p_w z_w + p_l z_l)} (the paper's ASN when nothing was drawn yet); empty if no number helps, as with a tie.
     */
    public static OptionalLong further(PollContest contest, double limit, List<Long> sample) {
        Check.that(limit > 0 && limit < 1, "a risk limit is between 0 and 1: %s", limit);
        long most = 0;
        for (Pair pair : contest.pairs()) {
            double share = contest.share(pair);
            double logT = logT(share, sample.get(pair.winner()), sample.get(pair.loser()));
            double lacking = -Math.log(limit) - logT;
            if (lacking <= 0) {
                continue;
            }
            double up = Math.log(2 * share);
            double drift = (contest.reported().get(pair.winner()) * up
                            + logPower(2 * (1 - share), contest.reported().get(pair.loser())))
                    / contest.ballots();
            double needed = Math.ceil((lacking + up / 2) / drift);
            if (!(drift > 0) || needed >= Long.MAX_VALUE) {
                return OptionalLong.empty();
            }
            most = Math.max(most, (long) needed);
        }
        return OptionalLong.of(most);
    }
}
