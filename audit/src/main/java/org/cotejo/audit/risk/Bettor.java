package org.cotejo.audit.risk;

/** The rule of the stakes: looks at the draws before this one and at the null mean of what is left, and at nothing else. */
abstract class Bettor {
    /** Whether it looks at the sum of the draws. */
    boolean asksForSum() {
        return false;
    }

    /** Whether it looks at their mean and variance. */
    boolean asksForSpread() {
        return false;
    }

    /** What the rule says before a draw, as the literature reports it. */
    abstract double say(Seen before, double m);

    /** The stake that follows, from 0 to 1/m: less would bet on the hypothesis, more could lose what is not owned. */
    abstract double lambda(double said, double m);

    static Bettor all() {
        return part(1);
    }

    static Bettor part(double part) {
        return new Bettor() {
            @Override
            double say(Seen before, double m) {
                return part / m;
            }

            @Override
            double lambda(double said, double m) {
                return said;
            }
        };
    }

    static Bettor of(Bet bet) {
        return switch (bet) {
            case Bet.Fixed(double lambda) ->
                new Bettor() {
                    @Override
                    double say(Seen before, double m) {
                        return lambda;
                    }

                    @Override
                    double lambda(double said, double m) {
                        return Math.max(0, Math.min(said, 1 / m));
                    }
                };
            case Bet.Agrapa rule -> new AgrapaBettor(rule);
        };
    }

    /** The rule of {@link Bet.Agrapa}. */
    private static final class AgrapaBettor extends Bettor {
        private final Bet.Agrapa rule;
        private double before = Double.NaN;

        AgrapaBettor(Bet.Agrapa rule) {
            this.rule = rule;
        }

        @Override
        boolean asksForSpread() {
            return true;
        }

        /** Compares the mean so far with the null mean that the last draw was held against. */
        @Override
        double say(Seen seen, double m) {
            double held = before;
            before = m;
            if (seen.count() == 0) {
                return rule.first();
            }
            double c = rule.cFirst()
                    + (rule.cMost() - rule.cFirst()) * (1 - 1 / (1 + rule.growth() * Math.sqrt(seen.count())));
            double above = seen.mean() - held;
            double spread = seen.variance() + above * above;
            return spread > 0 ? Math.max(0, Math.min(above / spread, c / m)) : 0;
        }

        @Override
        double lambda(double said, double m) {
            return Math.min(said, 1 / m);
        }
    }
}
