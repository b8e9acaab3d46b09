package org.cotejo.conformance.audit;

import org.cotejo.audit.risk.Bet;
import org.cotejo.audit.risk.Estimator;
import org.cotejo.audit.risk.Hypothesis;
import org.cotejo.audit.risk.Martingale;
import org.cotejo.audit.risk.MeanTest;
import org.cotejo.audit.risk.PValues;

/** Tests of the mean of a bounded list: P after each draw, and what the estimator or the stake was. */
final class MeanTestCases implements Method {
    private static final double LEAST_SD = 1e-6;

    @Override
    public String name() {
        return "nonneg_mean_martingales";
    }

    @Override
    public Computed recompute(Given given) {
        double[] x = given.numbers("x");
        if (!given.has("test")) {
            return nullMeans(given, x);
        }
        given.note("estim", "bet");
        Hypothesis hypothesis = new Hypothesis(given.number("u"), given.number("t"), given.number("N"));
        MeanTest test = test(given);
        PValues p = test.history(hypothesis, x);
        Computed.Members out = Computed.members();
        Computed.with(out, "p", Computed.of(p.anytime()));
        Computed.with(out, "p_history", Computed.of(p.stream().toArray()));
        String said = test instanceof MeanTest.Alpha ? "eta" : "lambda";
        return Computed.with(out, said, Computed.of(test.said(hypothesis, x)));
    }

    /** The upper bound is not given: the mean of what is left does not depend on it. */
    private static Computed nullMeans(Given given, double[] x) {
        double most = Double.MIN_NORMAL;
        for (double one : x) {
            most = Math.max(most, one);
        }
        Hypothesis hypothesis = new Hypothesis(most, given.number("t"), given.number("N"));
        Martingale martingale = new MeanTest.KaplanKolmogorov(0).start(hypothesis);
        double[] means = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            means[j] = martingale.nullMean();
            martingale.add(x[j]);
        }
        return Computed.with(Computed.members(), "m", Computed.of(means));
    }

    private static MeanTest test(Given given) {
        Given params = given.inside("params");
        return switch (given.text("test")) {
            case "kaplan_markov" -> new MeanTest.KaplanMarkov(params.number("g", 0));
            case "kaplan_wald" -> new MeanTest.KaplanWald(params.number("g", 0));
            case "kaplan_kolmogorov" -> new MeanTest.KaplanKolmogorov(params.number("g", 0));
            case "wald_sprt" -> new MeanTest.WaldSprt(params.number("eta"));
            case "alpha_mart" -> new MeanTest.Alpha(estimator(given.text("estim"), params));
            case "betting_mart" -> new MeanTest.Betting(bet(given.text("bet"), params));
            default -> throw new IllegalArgumentException("the unknown test " + given.text("test"));
        };
    }

    private static Estimator estimator(String name, Given params) {
        return switch (name) {
            case "fixed_alternative_mean" -> new Estimator.Fixed(params.number("eta"));
            case "shrink_trunc" ->
                new Estimator.ShrinkTrunc(
                        params.number("eta"),
                        params.number("c"),
                        params.number("d"),
                        params.number("f", 0),
                        params.number("minsd", LEAST_SD));
            default -> throw new IllegalArgumentException("the unknown estimator " + name);
        };
    }

    private static Bet bet(String name, Given params) {
        return switch (name) {
            case "fixed_bet" -> new Bet.Fixed(params.number("lam"));
            case "agrapa" ->
                new Bet.Agrapa(
                        params.number("lam"),
                        params.number("c_grapa_0"),
                        params.number("c_grapa_max"),
                        params.number("c_grapa_grow"));
            default -> throw new IllegalArgumentException("the unknown bet " + name);
        };
    }
}
