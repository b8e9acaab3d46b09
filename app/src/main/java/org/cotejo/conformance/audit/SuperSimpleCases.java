package org.cotejo.conformance.audit;

import java.util.OptionalLong;
import org.cotejo.audit.risk.SuperSimple;
import org.cotejo.audit.risk.SuperSimple.Differences;
import org.cotejo.audit.risk.SuperSimple.Rates;

/** Ballot comparison by the super-simple method. A size that no number reaches is that of all ballots. */
final class SuperSimpleCases implements Method {
    @Override
    public String name() {
        return "supersimple_ballot_comparison";
    }

    @Override
    public Computed recompute(Given given) {
        long ballots = given.whole("ballots");
        SuperSimple test = new SuperSimple((double) (given.whole("winner") - given.whole("loser")) / ballots);
        Computed.Members out = Computed.members();
        if (given.has("n")) {
            Differences found = differences(given);
            return Computed.with(out, "p", Computed.of(test.p(given.whole("n"), found)));
        }
        double limit = given.number("risk_limit_percent") / 100;
        long first = size(test.size(limit, Rates.USUAL), ballots);
        Computed.with(out, "initial_sample_size", Computed.of((double) first));
        if (given.has("sampled")) {
            sampled(given, test, limit, out);
        } else {
            planned(test, limit, first, ballots, out);
        }
        return out;
    }

    private static Differences differences(Given given) {
        return new Differences(given.whole("o1", 0), given.whole("o2", 0), given.whole("u1", 0), given.whole("u2", 0));
    }

    private static long size(OptionalLong size, long ballots) {
        return Math.min(ballots, size.orElse(ballots));
    }

    private static void sampled(Given given, SuperSimple test, double limit, Computed.Members out) {
        long drawn = given.whole("sampled");
        Differences found = differences(given);
        double p = test.p(drawn, found);
        long all = size(test.sizeInAll(limit, drawn, found), given.whole("ballots"));
        Computed.with(out, "p", Computed.of(p));
        Computed.with(out, "closed_form", Computed.of(p));
        Computed.with(out, "stop", Computed.of(p <= limit));
        Computed.with(out, "further_ballots_needed", Computed.of(p <= limit ? 0.0 : (double) Math.max(0, all - drawn)));
    }

    private static void planned(SuperSimple test, double limit, long first, long ballots, Computed.Members out) {
        Differences one = new Differences(1, 0, 0, 0);
        Differences two = new Differences(0, 1, 0, 0);
        Computed.with(out, "p_no_discrepancy", Computed.of(test.p(first, Differences.NONE)));
        Computed.with(out, "p_one_1vote_over", Computed.of(test.p(first, one)));
        Computed.with(out, "p_one_2vote_over", Computed.of(test.p(first, two)));
        Computed.with(
                out, "total_size_after_one_o1", Computed.of((double) size(test.sizeInAll(limit, first, one), ballots)));
        Computed.with(
                out, "total_size_after_one_o2", Computed.of((double) size(test.sizeInAll(limit, first, two), ballots)));
    }
}
