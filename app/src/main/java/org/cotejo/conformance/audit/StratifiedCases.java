package org.cotejo.conformance.audit;

import java.util.Arrays;
import java.util.List;
import org.cotejo.audit.risk.Fisher;
import org.cotejo.audit.risk.Hybrid;
import org.cotejo.audit.risk.PollStratum;
import org.cotejo.audit.risk.SuperSimple.Differences;
import org.cotejo.base.Check;

/** P of several strata: Fisher's combination, strata polled without replacement, and the hybrid of two kinds. */
final class StratifiedCases implements Method {
    private static final String HALVES = "K strata, p=0.5 each";
    /** Rows of the published table (ALPHA, table 6). */
    private static final List<Integer> STRATA = List.of(2, 5, 10, 25, 50);

    private static final double STEP = 0.05;
    /** Names of outputs hold a rounded number. */
    private static final double PLACES = 1e6;

    @Override
    public String name() {
        return "stratified_hybrid";
    }

    @Override
    public Computed recompute(Given given) {
        if (given.value().isList()) {
            return Computed.of(Fisher.combined(
                    given.value().list().stream().mapToDouble(Given::number).toArray()));
        }
        if (given.value().isText()) {
            Check.that(
                    given.value().rawText().equals(HALVES),
                    "unknown words: %s",
                    given.value().rawText());
            return Computed.of(STRATA.stream().map(StratifiedCases::halves).toList());
        }
        if (given.has("cvr_stratum")) {
            return hybrid(given);
        }
        return given.has("polling_stratum") ? polled(given) : alone(given);
    }

    private static Computed halves(int strata) {
        double[] p = new double[strata];
        Arrays.fill(p, 0.5);
        return Computed.of(strata, Fisher.combined(p), Math.pow(0.5, strata));
    }

    private static PollStratum poll(Given stratum) {
        Given sample = stratum.inside("sample");
        return new PollStratum(
                stratum.whole("ballots"),
                stratum.whole("winner"),
                stratum.whole("loser"),
                Math.toIntExact(stratum.whole("n")),
                Math.toIntExact(sample.whole("winner")),
                Math.toIntExact(sample.whole("loser")));
    }

    private static Computed hybrid(Given given) {
        Given cards = given.inside("cvr_stratum");
        Differences found =
                new Differences(cards.whole("o1", 0), cards.whole("o2", 0), cards.whole("u1", 0), cards.whole("u2", 0));
        Hybrid hybrid = new Hybrid(
                cards.whole("ballots"),
                cards.whole("winner") - cards.whole("loser"),
                cards.whole("n"),
                found,
                poll(given.inside("polling_stratum")));
        double lambda = given.number("lambda_cvr");
        Hybrid.Largest largest = hybrid.onGrid(STEP);
        Computed.Members out = Computed.members();
        Computed.with(out, "p_cvr_at_" + lambda, Computed.of(hybrid.cardP(lambda)));
        Computed.with(
                out, "p_polling_at_" + Math.rint((1 - lambda) * PLACES) / PLACES, Computed.of(hybrid.pollP(lambda)));
        Computed.with(out, "max_fisher_p_step_0.05", Computed.of(largest.p()));
        Computed.with(out, "lambda_at_max", Computed.of(largest.lambda()));
        return Computed.with(out, "min_chisq", Computed.of(largest.chiSquared()));
    }

    /** The stratum may overstate {@code lambda} of the margin of the whole contest. */
    private static Computed polled(Given given) {
        PollStratum poll = poll(given.inside("polling_stratum"));
        return Computed.of(
                poll.p(poll.winner() - poll.loser() - given.number("lambda") * given.number("overall_margin")));
    }

    /** A contest of one stratum: all of its margin may be overstated. */
    private static Computed alone(Given given) {
        return Computed.of(new PollStratum(
                        given.whole("stratum_ballots"),
                        given.whole("winner"),
                        given.whole("loser"),
                        Math.toIntExact(given.whole("sample_size")),
                        Math.toIntExact(given.whole("sample_winner")),
                        Math.toIntExact(given.whole("sample_loser")))
                .p(0));
    }
}
