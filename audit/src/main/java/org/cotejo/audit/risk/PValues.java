package org.cotejo.audit.risk;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.cotejo.base.Check;

/**
 * P after each draw. Two readings: {@link #last} is what the published methods print, {@link #anytime} the smallest so far,
 * which is valid too because the tests may be looked at after every draw.
 */
public final class PValues {
    private final double[] history;

    PValues(double[] history) {
        this.history = history;
    }

    public int size() {
        return history.length;
    }

    /** P after draw {@code number}, counted from 1. */
    public double after(int number) {
        return history[Check.index(number - 1, history.length)];
    }

    /** P after the last draw; 1 without any. */
    public double last() {
        return history.length == 0 ? 1 : history[history.length - 1];
    }

    /** The smallest P; 1 without any draw. */
    public double anytime() {
        return Arrays.stream(history).min().orElse(1);
    }

    /** The number of the first draw after which P is at most {@code limit}; 0 if there is none. */
    public int reached(double limit) {
        for (int j = 0; j < history.length; j++) {
            if (history[j] <= limit) {
                return j + 1;
            }
        }
        return 0;
    }

    public DoubleStream stream() {
        return Arrays.stream(history);
    }
}
