package org.cotejo.audit.risk;

import org.cotejo.base.Check;

/**
 * Tests of the hypothesis that the mean of a bounded list is too small, from draws in the order in which they come. Each one is a
 * gambler who starts with one coin and stakes against the hypothesis; if it is true, the chance of ever owning {@code 1/p} coins is
 * at most {@code p} (Ville, 1939). So the audit may stop or go on at any draw, and look as often as it likes.
 *
 * <p>All of them are one product of {@code 1 + lambda (x - m)}, where {@code m} is the null mean of what is left (Stark 2023, 2.2;
 * Waudby-Smith et al. 2021); they differ in {@code lambda}.
 */
public sealed interface MeanTest {
    /**
     * All on every draw: {@code (x + g) / (t + g)} (Stark, "Risk-limiting post-election audits: P-values from common
     * probability inequalities", IEEE TIFS 4(4), 2009). With {@code g = 0} one draw of 0 ends it: P is 1 for ever.
     * It takes any list as drawn with replacement.
     */
    record KaplanMarkov(double g) implements MeanTest {
        public KaplanMarkov {
            Check.that(g >= 0, "g %s", g);
        }
    }

    /** The part {@code 1 - g} on every draw: {@code (1 - g) x / t + g} (Kaplan; Stark 2009). As if with replacement. */
    record KaplanWald(double g) implements MeanTest {
        public KaplanWald {
            Check.that(g >= 0 && g <= 1, "g %s", g);
        }
    }

    /** All on every draw without replacement: {@code (x + g) / (m + g)} (Kaplan, Kolmogorov; Stark 2009). */
    record KaplanKolmogorov(double g) implements MeanTest {
        public KaplanKolmogorov {
            Check.that(g >= 0, "g %s", g);
        }
    }

    /** ALPHA (Stark 2023): {@code (x eta/m + (u - x)(u - eta)/(u - m)) / u}, {@code eta} by an estimator. */
    record Alpha(Estimator estimator) implements MeanTest {}

    /** A stake by rule. */
    record Betting(Bet bet) implements MeanTest {}

    /**
     * Wald's sequential probability ratio test of a share against a larger one, {@code x} being 0 or {@code u}: ALPHA
     * with a fixed alternative (ALPHA, section 2.4). With replacement and two candidates it is BRAVO.
     */
    record WaldSprt(double eta) implements MeanTest {}

    /** The test before its first draw. */
    default Martingale start(Hypothesis hypothesis) {
        return switch (this) {
            case KaplanMarkov(double g) -> new Martingale(hypothesis.endless().shifted(g), g, Bettor.all());
            case KaplanWald(double g) -> new Martingale(hypothesis.endless(), 0, Bettor.part(1 - g));
            case KaplanKolmogorov(double g) -> new Martingale(hypothesis.shifted(g), g, Bettor.all());
            case Alpha(Estimator estimator) -> new Martingale(hypothesis, 0, EtaBettor.of(estimator, hypothesis));
            case Betting(Bet bet) -> new Martingale(hypothesis, 0, Bettor.of(bet));
            case WaldSprt(double eta) ->
                new Martingale(hypothesis, 0, EtaBettor.of(new Estimator.Fixed(eta), hypothesis));
        };
    }

    /** P after each of the draws. */
    default PValues history(Hypothesis hypothesis, double... draws) {
        return start(hypothesis).take(draws);
    }

    /** What the estimator or the rule of the stakes said before each draw: {@code eta}, else {@code lambda}. */
    default double[] said(Hypothesis hypothesis, double... draws) {
        Martingale martingale = start(hypothesis);
        double[] said = new double[draws.length];
        for (int j = 0; j < draws.length; j++) {
            martingale.add(draws[j]);
            said[j] = martingale.said();
        }
        return said;
    }
}
