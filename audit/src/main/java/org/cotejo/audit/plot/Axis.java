package org.cotejo.audit.plot;

import org.cotejo.base.Check;
import org.cotejo.base.Sentence;

/**
 * One axis of a chart.
 *
 * @param label what is measured, with its unit
 * @param from the lower end
 * @param to the upper end, above the lower one
 * @param unit how numbers are written
 * @param isLog whether equal steps multiply; then both ends are above zero
 */
public record Axis(Sentence label, double from, double to, Unit unit, boolean isLog) {
    /** How the numbers of an axis are written. */
    public enum Unit {
        /** Whole or decimal numbers as they are, thousands grouped. */
        NUMBER,
        /** Shares of one, in per cent. */
        SHARE
    }

    public Axis {
        Check.that(Double.isFinite(from) && Double.isFinite(to) && from < to, "an axis from %s to %s", from, to);
        Check.that(!isLog || from > 0, "a logarithmic axis from %s", from);
    }

    /** An axis with equal steps. */
    public static Axis linear(Sentence label, double from, double to, Unit unit) {
        return new Axis(label, from, to, unit, false);
    }

    /** An axis on which each step multiplies by ten. */
    public static Axis log(Sentence label, double from, double to, Unit unit) {
        return new Axis(label, from, to, unit, true);
    }

    /** This axis stretched so that its ends are ticks; a logarithmic one ends at powers of ten. */
    public Axis rounded() {
        if (isLog) {
            return log(
                    label,
                    Math.pow(10, Math.floor(Math.log10(from) + 1e-9)),
                    Math.pow(10, Math.ceil(Math.log10(to) - 1e-9)),
                    unit);
        }
        double step = Ticks.step(to - from);
        double low = Math.floor(from / step + 1e-9) * step;
        double high = Math.ceil(to / step - 1e-9) * step;
        return linear(label, low, high > low ? high : low + step, unit);
    }

    /** Where a value lies between the ends, 0 to 1; outside of that beyond them. */
    double at(double value) {
        if (!isLog) {
            return (value - from) / (to - from);
        }
        double least = Math.max(value, from * 1e-6);
        return Math.log(least / from) / Math.log(to / from);
    }
}
