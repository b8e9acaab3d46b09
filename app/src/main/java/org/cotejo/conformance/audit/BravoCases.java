package org.cotejo.conformance.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.cotejo.audit.risk.Bravo;
import org.cotejo.audit.risk.Hypothesis;
import org.cotejo.audit.risk.MeanTest;
import org.cotejo.audit.risk.PollContest;
import org.cotejo.audit.risk.SampleSizes;
import org.cotejo.formats.text.JsonValue;
import org.cotejo.formats.text.JsonValue.JsonObject;

/** Ballot polling by BRAVO: P of every pair after all rounds, and the mean size. */
final class BravoCases implements Method {
    private static final int RUNS = 2_000;
    private static final int MOST = 1_000_000;
    private static final long SEED = 20_240_728;

    @Override
    public String name() {
        return "bravo";
    }

    @Override
    public Computed recompute(Given given) {
        double limit = given.number("risk_limit_percent") / 100;
        JsonObject reported = given.get("reported").anyObject();
        List<String> names = reported.keys();
        List<Long> votes =
                names.stream().map(name -> Given.whole(reported.get(name))).toList();
        PollContest contest =
                new PollContest(votes, given.whole("ballots"), Math.toIntExact(given.whole("winners", 1)));
        Computed.Members out = Computed.members();
        if (given.has("sample_by_round")) {
            List<Long> sample = sum(names, given.get("sample_by_round").anyObject());
            Map<PollContest.Pair, Double> p = Bravo.p(contest, sample, 0);
            Computed.Members pairs = Computed.members();
            p.forEach((pair, value) ->
                    Computed.with(pairs, names.get(pair.winner()) + "|" + names.get(pair.loser()), Computed.of(value)));
            Computed.with(out, "p_by_pair", pairs);
            Computed.with(out, "stop", Computed.of(Bravo.largest(p) <= limit));
        }
        List<Long> after = given.find("after_round1")
                .map(sample -> counts(names, sample.anyObject()))
                .orElse(Collections.nCopies(names.size(), 0L));
        OptionalLong size = Bravo.further(contest, limit, after);
        if (!given.has("sample_by_round") && !given.has("after_round1") && size.isPresent()) {
            quantiles(contest, limit, out);
        }
        // Where no number of draws helps, as with a tie, all ballots are counted.
        return Computed.with(out, "asn", Computed.of((double) size.orElse(contest.ballots())));
    }

    /** Sizes that seven, eight and nine of ten audits need at most, of the two that are closest; by simulation, so to be told only. */
    private static void quantiles(PollContest contest, double limit, Computed.Members out) {
        PollContest.Pair pair = contest.pairs().getFirst();
        double winner = (double) contest.reported().get(pair.winner()) / contest.ballots();
        double both = winner + (double) contest.reported().get(pair.loser()) / contest.ballots();
        MeanTest test = new MeanTest.WaldSprt(contest.share(pair));
        SampleSizes sizes = SampleSizes.of(
                () -> test.start(Hypothesis.withReplacement(1, 0.5)),
                random -> {
                    double at = random.nextDouble();
                    return at < winner ? 1 : at < both ? 0 : 0.5;
                },
                limit,
                RUNS,
                MOST,
                new SplittableRandom(SEED));
        for (String share : List.of("0.7", "0.8", "0.9")) {
            Computed.with(out, share, Computed.of((double) sizes.quantile(Double.parseDouble(share))));
        }
    }

    private static List<Long> counts(List<String> names, JsonObject sample) {
        return names.stream()
                .map(name -> sample.find(name).map(Given::whole).orElse(0L))
                .toList();
    }

    private static List<Long> sum(List<String> names, JsonObject rounds) {
        List<Long> sum = new ArrayList<>(Collections.nCopies(names.size(), 0L));
        for (String round : rounds.keys()) {
            JsonValue sample = rounds.get(round);
            List<Long> counts = counts(names, sample.object(names.toArray(String[]::new)));
            for (int i = 0; i < sum.size(); i++) {
                sum.set(i, sum.get(i) + counts.get(i));
            }
        }
        return sum;
    }
}
