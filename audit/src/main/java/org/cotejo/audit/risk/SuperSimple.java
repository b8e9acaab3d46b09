package org.cotejo.audit.risk;

import java.util.OptionalLong;
import org.cotejo.base.Check;

/**
 * Ballot comparison by the "super-simple" Kaplan-Markov method (Stark, "Super-simple simultaneous single-ballot risk-limiting
 * audits", EVT/WOTE 2010; Lindeman and Stark, "A Gentle Introduction to Risk-limiting Audits", IEEE Security and Privacy 10(5),
 * 2012): {@code P = (1 - 1/U)^n (1 - 1/2g)^-o1 (1 - 1/g)^-o2 (1 + 1/2g)^-u1 (1 + 1/g)^-u2}, {@code U = 2g/m}, {@code g} 1.03905.
 *
 * <p><b>A voting machine that prints receipts and keeps no record of each of them has no card-level records</b>, so this does not
 * apply to it: see {@link BatchAudit}. A ballot that is not there, or not in the records, is a two-vote overstatement; a
 * ballot that was drawn twice counts twice.
 */
public final class SuperSimple {
    /** How much more than the margin the ballots may overstate it; trades clean size against the cost of errors. */
    public static final double GAMMA = 1.03905;

    private static final double ONE = 1 / (2 * GAMMA);
    private static final double TWO = 1 / GAMMA;
    /** Beyond this no election has ballots. */
    private static final double SIZE_MOST = 1e12;

    private final double margin;

    /**
     * @param margin diluted: votes between winner and loser over all ballots from which one may be drawn, blank ones too
     */
    public SuperSimple(double margin) {
        Check.that(margin > 0 && margin <= 1, "a diluted margin is above 0 and at most 1: %s", margin);
        this.margin = margin;
    }

    /**
     * Ballots whose record said something other than the paper, by how many votes that changes the margin.
     *
     * @param o1 one vote too good for the winner
     * @param o2 two votes
     * @param u1 one vote too bad for the winner
     * @param u2 two votes
     */
    public record Differences(long o1, long o2, long u1, long u2) {
        public static final Differences NONE = new Differences(0, 0, 0, 0);

        public Differences {
            Check.that(o1 >= 0 && o2 >= 0 && u1 >= 0 && u2 >= 0, "negative counts: %d %d %d %d", o1, o2, u1, u2);
        }

        long count() {
            return o1 + o2 + u1 + u2;
        }

        private double logCost() {
            return SuperSimple.logCost((double) o1, (double) o2, (double) u1, (double) u2);
        }
    }

    /** Expected share of ballots with each difference. */
    public record Rates(double o1, double o2, double u1, double u2) {
        /** One ballot in a thousand off by one vote either way, one in ten thousand by two. */
        public static final Rates USUAL = new Rates(0.001, 0.0001, 0.001, 0.0001);

        static Rates of(Differences found, long drawn) {
            double n = drawn;
            return new Rates(found.o1() / n, found.o2() / n, found.u1() / n, found.u2() / n);
        }
    }

    /** P after so many draws, from 0 to 1. */
    public double p(long drawn, Differences found) {
        return p(margin / (2 * GAMMA), drawn, found);
    }

    /**
     * P if each clean draw makes it smaller by this part: {@code 1/U}, or less where only a part of the margin may be
     * overstated (see {@link Hybrid}). At 1 and above no ballots could overstate so much.
     */
    static double p(double perDraw, long drawn, Differences found) {
        Check.that(drawn >= found.count(), "%d draws with %d differences", drawn, found.count());
        if (perDraw >= 1) {
            return drawn > 0 ? 0 : 1;
        }
        return Math.min(1, Math.exp(drawn * Math.log1p(-perDraw) - found.logCost()));
    }

    /** What the differences cost: the logarithm of the factors that they multiply 1/P by. */
    private static double logCost(double o1, double o2, double u1, double u2) {
        return o1 * Math.log1p(-ONE) + o2 * Math.log1p(-TWO) + u1 * Math.log1p(ONE) + u2 * Math.log1p(TWO);
    }

    /** How many ballots to draw at first if differences come at these rates; empty if they come too often for any number. */
    public OptionalLong size(double limit, Rates rates) {
        Check.that(limit > 0 && limit < 1, "a risk limit is between 0 and 1: %s", limit);
        double perDraw = Math.log1p(-margin / (2 * GAMMA)) - logCost(rates.o1(), rates.o2(), rates.u1(), rates.u2());
        double first = Math.ceil(Math.log(limit) / perDraw);
        if (!(perDraw < 0) || first > SIZE_MOST) {
            return OptionalLong.empty();
        }
        double o1 = Math.ceil(rates.o1() * first);
        double o2 = Math.floor(rates.o2() * first + 0.5);
        double u1 = Math.ceil(rates.u1() * first);
        double u2 = Math.floor(rates.u2() * first + 0.5);
        double needed = Math.ceil(-2 * GAMMA * (Math.log(limit) + logCost(o1, o2, u1, u2)) / margin);
        return OptionalLong.of((long) Math.max(o1 + o2 + u1 + u2, needed));
    }

    /** How many ballots to draw in all if differences go on coming as they did; empty if no number suffices. */
    public OptionalLong sizeInAll(double limit, long drawn, Differences found) {
        Check.that(drawn > 0 && drawn >= found.count(), "%d draws with %d differences", drawn, found.count());
        return size(limit, Rates.of(found, drawn));
    }
}
