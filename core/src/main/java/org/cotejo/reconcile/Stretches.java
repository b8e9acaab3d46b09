package org.cotejo.reconcile;

import org.cotejo.base.Check;
import org.cotejo.base.Workers;

/**
 * How the stations of a register are cut into stretches: workers begin and end with one, so that what lies in a stretch is written by
 * one thread alone.
 *
 * @param bits of a station's index that count inside its stretch
 */
record Stretches(int stations, int bits) {
    private static final int BITS_LEAST = 11;
    private static final int STRETCHES_A_WORKER = 8;

    /** Some stretches for each worker, so that all have nearly the same to do, and none so short that beginning it costs more than it brings. */
    static Stretches of(int stations) {
        int some = Math.max(1, stations / (Workers.THREADS * STRETCHES_A_WORKER));
        return new Stretches(stations, Math.max(BITS_LEAST, Integer.SIZE - 1 - Integer.numberOfLeadingZeros(some)));
    }

    int count() {
        return (int) (((long) stations + (1 << bits) - 1) >>> bits);
    }

    /** The first station of a stretch; of the one after the last, the number of stations. */
    int first(int stretch) {
        return (int) Math.min(stations, (long) stretch << bits);
    }

    /** The stretch in which a station lies; throws {@link IndexOutOfBoundsException} where there is no such station. */
    int with(int station) {
        return Check.index(station, stations) >>> bits;
    }
}
