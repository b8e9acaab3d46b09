package org.cotejo.bench.statistics;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cotejo.audit.risk.Bet;
import org.cotejo.audit.risk.Estimator;
import org.cotejo.audit.risk.Hypothesis;
import org.cotejo.audit.risk.MeanTest;
import org.cotejo.audit.risk.PValues;

/** P after each of a million draws of a close ballot-polling audit. */
record HistoryCost(String name, MeanTest test, Hypothesis hypothesis) implements Cost {
    private static final int DRAWS = 1_000_000;
    private static final double WINNER = 0.36;
    private static final double BOTH = 0.71;

    static HistoryCost kaplanWald() {
        return new HistoryCost(
                "history-kaplan-wald", new MeanTest.KaplanWald(0.98), Hypothesis.withReplacement(1, 0.5));
    }

    static HistoryCost alpha() {
        return new HistoryCost(
                "history-alpha",
                new MeanTest.Alpha(new Estimator.ShrinkTrunc(0.505, 0.0025, 1_000)),
                Hypothesis.ofList(2_000_000, 1, 0.5));
    }

    static HistoryCost agrapa() {
        return new HistoryCost(
                "history-agrapa",
                new MeanTest.Betting(new Bet.Agrapa(0.01, 0.5, 0.9, 1)),
                Hypothesis.withReplacement(1, 0.5));
    }

    @Override
    public Work prepare() {
        double[] draws = new double[DRAWS];
        for (int j = 0; j < DRAWS; j++) {
            double at = Mix.real(1, j);
            draws[j] = at < WINNER ? 1 : at < BOTH ? 0 : 0.5;
        }
        return () -> {
            PValues p = test.history(hypothesis, draws);
            Map<String, String> answer = new LinkedHashMap<>();
            answer.put("anytime", Double.toString(p.anytime()));
            answer.put("after_1000", Double.toString(p.after(1_000)));
            answer.put("after_100000", Double.toString(p.after(100_000)));
            return answer;
        };
    }
}
