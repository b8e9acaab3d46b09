package org.cotejo.audit.risk;

/**
 * The tests by which a batch comparison may be judged. Which one binds is fixed before the seed; all of them are reported.
 * Each works on {@code x = 1 - taint} with the hypothesis that the mean is at most {@code 1 - 1/U}.
 */
public enum BatchTest {
    /**
     * Kaplan-Markov, the published baseline (Stark 2009; MACRO). Needs the fewest boxes if nothing is wrong; one missing or
     * wholly false box among the drawn ones ends it: P is 1 whatever comes after.
     */
    KAPLAN_MARKOV {
        @Override
        MeanTest at(double nullMean) {
            return new MeanTest.KaplanMarkov(0);
        }
    },
    /** Kaplan-Wald with g = 0.1: stakes nine tenths, so a box with taint 1 costs a factor of ten and no more. */
    KAPLAN_WALD {
        @Override
        MeanTest at(double nullMean) {
            return new MeanTest.KaplanWald(0.1);
        }
    },
    /**
     * ALPHA with shrink-trunc, {@code eta} nine tenths of the way from the null mean to 1, {@code d} 50, {@code c} half of that way:
     * stakes less the more taint it meets.
     */
    ALPHA {
        @Override
        MeanTest at(double nullMean) {
            double eta = nullMean + 0.9 * (1 - nullMean);
            return new MeanTest.Alpha(new Estimator.ShrinkTrunc(eta, (eta - nullMean) / 2, 50));
        }
    };

    abstract MeanTest at(double nullMean);

    /**
     * The test at the start of a batch comparison.
     *
     * @param nullMean {@code 1 - 1/U}
     */
    public Martingale start(double nullMean) {
        return at(nullMean).start(Hypothesis.withReplacement(1, nullMean));
    }
}
