package org.cotejo.reconcile;

import java.util.Arrays;
import org.cotejo.base.Check;

/**
 * The state, votes and announced result of every station of a contest while they are filled and afterwards, packed. They lie in stretches
 * of stations, each made by the worker that examines it. An announced result that says what the copies say, as most do, is not kept twice.
 */
final class StationColumns {
    private static final int STRETCH_BITS = 11;

    static final int ANNOUNCED_FLAG = 1;
    static final int COPY_FLAG = 2;

    /** Workers begin and end at multiples of so many stations, so that no two write to one stretch. */
    static final int STRETCH = 1 << STRETCH_BITS;

    final byte[] states;
    final byte[] flags;
    private final int figures;
    private final Stretch[] stretches;

    StationColumns(int stations, int figures) {
        this.states = new byte[stations];
        this.flags = new byte[stations];
        this.figures = figures;
        this.stretches = new Stretch[(stations + STRETCH - 1) / STRETCH];
    }

    /** Some stations, one after the other. */
    static final class Stretch {
        /** Figures of its first station, then of the next; {@link CopyView#NOT_CARRIED} where there is none. */
        final int[] votes;

        private final int figures;
        /** Of each station where its announced result begins among the others, counted from 1; 0 if its votes say it. */
        private final int[] otherAt;

        private int[] others = new int[0];
        private int size;

        Stretch(int stations, int figures) {
            this.votes = new int[stations * figures];
            this.figures = figures;
            this.otherAt = new int[stations];
        }

        /** The array in which the announced result of a station lies, at its {@link StationColumns#announcedBase}. */
        int[] announcedIn(int station) {
            return otherAt[station & STRETCH - 1] == 0 ? votes : others;
        }

        /** Takes the announced result of a station whose votes are known by now. */
        void announce(int station, int[] cells, int from) {
            int at = station & STRETCH - 1;
            int base = at * figures;
            if (Arrays.equals(votes, base, base + figures, cells, from, from + figures)) {
                return;
            }
            if (size + figures > others.length) {
                others = Arrays.copyOf(others, Math.max(others.length * 2, figures * 16));
            }
            System.arraycopy(cells, from, others, size, figures);
            otherAt[at] = size + 1;
            size += figures;
        }
    }

    /** The stretch in which a station lies. */
    Stretch stretch(int station) {
        return stretches[Check.index(station, states.length) >>> STRETCH_BITS];
    }

    /** The stretch in which a station lies, made if it is not there yet. */
    Stretch open(int station) {
        int index = station >>> STRETCH_BITS;
        Stretch stretch = stretches[index];
        if (stretch == null) {
            stretch = new Stretch(Math.min(STRETCH, states.length - (index << STRETCH_BITS)), figures);
            stretches[index] = stretch;
        }
        return stretch;
    }

    /** Where the votes of a station begin in its stretch. */
    int base(int station) {
        return (station & STRETCH - 1) * figures;
    }

    /** Where the announced result of a station begins in {@link Stretch#announcedIn}. */
    int announcedBase(int station) {
        int at = stretch(station).otherAt[station & STRETCH - 1];
        return at == 0 ? base(station) : at - 1;
    }

    void markAnnounced(int station) {
        flags[station] |= ANNOUNCED_FLAG;
    }

    void markCopy(int station) {
        flags[station] |= COPY_FLAG;
    }
}
