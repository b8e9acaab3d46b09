package org.cotejo.audit.plot;

import java.util.ArrayList;
import java.util.List;

/** The numbers written along an axis: multiples of 1, 2 or 5 times a power of ten, or powers of ten. */
final class Ticks {
    private static final int STEPS_WANTED = 5;

    private Ticks() {}

    /** The step that divides a span into about five parts. */
    static double step(double span) {
        double rough = span / STEPS_WANTED;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double head = rough / power;
        double nice = head < 1.5 ? 1 : head < 3.5 ? 2 : head < 7.5 ? 5 : 10;
        return nice * power;
    }

    /** The ticks of an axis, in ascending order, all of them between its ends. */
    static List<Double> of(Axis axis) {
        return axis.isLog() ? powers(axis) : multiples(axis);
    }

    private static List<Double> multiples(Axis axis) {
        double step = step(axis.to() - axis.from());
        List<Double> ticks = new ArrayList<>();
        for (long i = Math.round(Math.ceil(axis.from() / step - 1e-9)); i * step <= axis.to() + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private static List<Double> powers(Axis axis) {
        int first = (int) Math.ceil(Math.log10(axis.from()) - 1e-9);
        int last = (int) Math.floor(Math.log10(axis.to()) + 1e-9);
        int every = Math.max(1, (last - first) / STEPS_WANTED);
        List<Double> ticks = new ArrayList<>();
        for (int power = last; power >= first; power -= every) {
            ticks.addFirst(Math.pow(10, power));
        }
        return ticks;
    }

    /** How a tick is written; all ticks of one linear axis have the same number of decimals. */
    static String text(Axis axis, double tick, Numerals numerals) {
        boolean isShare = axis.unit() == Axis.Unit.SHARE;
        double size = (axis.isLog() ? tick : step(axis.to() - axis.from())) * (isShare ? 100 : 1);
        int decimals = Math.clamp((long) Math.ceil(-Math.log10(size) - 1e-9), 0, 8);
        return isShare ? numerals.share(tick, decimals) : numerals.number(tick, decimals);
    }
}
