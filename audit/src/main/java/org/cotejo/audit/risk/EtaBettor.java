package org.cotejo.audit.risk;

/** Stakes as if the mean of what is left were {@code eta}: {@code lambda = (eta/m - 1) / (u - m)} (Stark 2023, 2.2). */
abstract class EtaBettor extends Bettor {
    private final double upper;

    private EtaBettor(double upper) {
        this.upper = upper;
    }

    static EtaBettor of(Estimator estimator, Hypothesis hypothesis) {
        return switch (estimator) {
            case Estimator.Fixed(double eta) -> new FixedEta(eta, hypothesis);
            case Estimator.ShrinkTrunc rule -> new ShrinkTruncEta(rule, hypothesis.upper());
        };
    }

    @Override
    boolean asksForSum() {
        return true;
    }

    /** An {@code eta} above what can be is taken as the largest that can be, and one below {@code m} as {@code m}. */
    @Override
    final double lambda(double eta, double m) {
        return Math.max(0, (Math.min(eta, upper) / m - 1) / (upper - m));
    }

    private static final class FixedEta extends EtaBettor {
        private final double eta;
        private final double size;

        FixedEta(double eta, Hypothesis hypothesis) {
            super(hypothesis.upper());
            this.eta = eta;
            this.size = hypothesis.size();
        }

        @Override
        double say(Seen before, double m) {
            return Double.isInfinite(size) ? eta : (size * eta - before.sum()) / (size - before.count());
        }
    }

    private static final class ShrinkTruncEta extends EtaBettor {
        private static final double EPSILON = Math.ulp(1.0);

        private final Estimator.ShrinkTrunc rule;
        private final double most;

        ShrinkTruncEta(Estimator.ShrinkTrunc rule, double upper) {
            super(upper);
            this.rule = rule;
            this.most = upper;
        }

        @Override
        boolean asksForSpread() {
            return rule.f() > 0;
        }

        @Override
        double say(Seen before, double m) {
            double weight = rule.d() + before.count();
            double mean = (rule.d() * rule.eta() + before.sum()) / weight;
            if (rule.f() > 0) {
                double lean = rule.f() / sd(before);
                mean = (mean + most * lean) / (1 + lean);
            }
            double room = rule.c() / Math.sqrt(weight);
            return Math.min(most * (1 - EPSILON) - room, Math.max(mean, m * (1 + EPSILON) + room));
        }

        private double sd(Seen before) {
            return before.count() < 2 ? 1 : Math.max(rule.leastSd(), Math.sqrt(before.variance()));
        }
    }
}
