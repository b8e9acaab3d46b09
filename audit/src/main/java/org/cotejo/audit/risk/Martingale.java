package org.cotejo.audit.risk;

/**
 * A test under way. What the gambler owns is kept as a double times a power of two, so that no product of draws is too large
 * or too small; after <i>n</i> draws it is off by less than 4 <i>n</i> units in the last place. Not safe for use by several threads.
 *
 * <p>Edges, with {@code m} the null mean of what is left: below 0, the list adds up to more than the hypothesis allows, and it is
 * refuted with certainty (P is 0); at 0, at {@code u} or above {@code u}, P is 1. What is within rounding of 0 is taken as 0, never
 * as below. A draw on which all was lost leaves P at 1 from there on; a smaller P from before it stays valid ({@link #anytime}).
 */
public final class Martingale {
    private static final double LARGE = 0x1p500;
    private static final int RESCALE = 500;
    /** Doubles near the total of the list are this many times its unit roundoff apart at most. */
    private static final double SLACK = 8 * Math.ulp(1.0);

    private final Hypothesis hypothesis;
    private final double shift;
    private final Bettor bettor;
    private final boolean isFinite;
    private final double total;
    private final Seen seen;

    private double owned = 1;
    private int scale;
    private double smallest = 1;
    private double said = Double.NaN;

    /** How the null mean of what is left lies in the range of the numbers. */
    private enum Edge {
        INSIDE,
        IMPOSSIBLE,
        NOTHING_TO_TELL
    }

    /**
     * @param hypothesis about the numbers with {@code shift} added
     * @param shift added to each draw
     */
    Martingale(Hypothesis hypothesis, double shift, Bettor bettor) {
        this.hypothesis = hypothesis;
        this.shift = shift;
        this.bettor = bettor;
        this.isFinite = hypothesis.isFinite();
        this.total = hypothesis.size() * hypothesis.mean();
        this.seen = new Seen(isFinite || bettor.asksForSum(), bettor.asksForSpread());
    }

    /** Takes one draw; returns P after it, which later draws may make larger. */
    public double add(double draw) {
        double x = draw + shift;
        if (!(draw >= 0 && x <= hypothesis.upper()) || seen.count() >= hypothesis.size()) {
            throw mistake(draw);
        }
        double p = after(x);
        seen.add(x);
        if (p < smallest) {
            smallest = p;
        }
        return p;
    }

    private IllegalArgumentException mistake(double draw) {
        return new IllegalArgumentException("draw %d of %s is %s, from 0 to %s"
                .formatted(seen.count() + 1, hypothesis.size(), draw, hypothesis.upper() - shift));
    }

    private double after(double x) {
        double left = nullLeft();
        double m = isFinite ? left / (hypothesis.size() - seen.count()) : left;
        said = bettor.say(seen, m);
        return switch (edge(left)) {
            case IMPOSSIBLE -> 0;
            case NOTHING_TO_TELL -> 1;
            case INSIDE -> {
                multiply(1 + bettor.lambda(said, m) * (x - m));
                yield p();
            }
        };
    }

    /** What is left of the null total; with replacement, the null mean. */
    private double nullLeft() {
        return isFinite ? total - seen.sum() : hypothesis.mean();
    }

    private Edge edge(double left) {
        if (!isFinite) {
            return left < 0
                    ? Edge.IMPOSSIBLE
                    : left > 0 && left < hypothesis.upper() ? Edge.INSIDE : Edge.NOTHING_TO_TELL;
        }
        double slack = slack();
        if (left < -slack) {
            return Edge.IMPOSSIBLE;
        }
        double room = hypothesis.upper() * (hypothesis.size() - seen.count()) - left;
        return left > slack && room > slack ? Edge.INSIDE : Edge.NOTHING_TO_TELL;
    }

    private double slack() {
        return SLACK * (Math.abs(total) + seen.sum() + hypothesis.upper());
    }

    private void multiply(double factor) {
        owned *= factor > 0 ? factor : 0;
        if (owned > LARGE) {
            owned = Math.scalb(owned, -RESCALE);
            scale += RESCALE;
        } else if (owned < 1 / LARGE && owned > 0) {
            owned = Math.scalb(owned, RESCALE);
            scale -= RESCALE;
        }
    }

    private double p() {
        if (scale == 0) {
            return owned > 1 ? 1 / owned : 1;
        }
        return scale < 0 ? 1 : Math.scalb(1 / owned, -scale);
    }

    /** The smallest P of all draws so far, which stays valid whatever comes; 0 if the draws alone refute the hypothesis. */
    public double anytime() {
        return isRefuted() ? 0 : smallest;
    }

    /** The natural logarithm of what the gambler owns, for products that no double holds; minus infinity when all is lost. */
    public double logOwned() {
        return Math.log(owned) + scale * Math.log(2);
    }

    /** How many draws were taken. */
    public int draws() {
        return seen.count();
    }

    /** The null mean of what is left before the next draw. */
    public double nullMean() {
        return (isFinite ? nullLeft() / (hypothesis.size() - seen.count()) : hypothesis.mean()) - shift;
    }

    /** What the rule said before the last draw. */
    double said() {
        return said;
    }

    /** Whether the draws add up to more than the whole list may under the hypothesis. */
    boolean isRefuted() {
        return isFinite && seen.sum() > total + slack();
    }

    /** Takes draws and keeps P after each; the last one is 0 if all together refute the hypothesis. */
    PValues take(double... draws) {
        double[] history = new double[draws.length];
        for (int j = 0; j < draws.length; j++) {
            history[j] = add(draws[j]);
        }
        if (draws.length > 0 && isRefuted()) {
            history[draws.length - 1] = 0;
        }
        return new PValues(history);
    }
}
