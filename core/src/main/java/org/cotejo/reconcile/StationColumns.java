package org.cotejo.reconcile;

import org.cotejo.base.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * The state, votes and announced result of every station of a contest while they are filled and afterwards, packed. They lie in stretches
 * of stations, each made by the worker that examines it. An announced result that says what the copies say, as most do, is not kept twice.
 */
final class StationColumns {
    static final int ANNOUNCED_FLAG = 1;
    static final int COPY_FLAG = 2;

    final byte[] states;
    final byte[] flags;
    private final Stretches cut;
    private final int figures;
    private final @Nullable Stretch[] stretches;

    StationColumns(Stretches cut, int figures) {
        this.states = new byte[cut.stations()];
        this.flags = new byte[cut.stations()];
        this.cut = cut;
        this.figures = figures;
        this.stretches = new Stretch[cut.count()];
    }

    /** Some stations, one after the other. */
    static final class Stretch {
        private final Numbers votes;

        private final int first;
        private final int figures;
        /** Of each station where its announced result begins among the others, counted from 1; 0 if its votes say it. */
        private final int[] otherAt;

        private final Numbers others = new Numbers(0);
        private int room;
        private int size;

        Stretch(int first, int stations, int figures) {
            this.first = first;
            this.votes = new Numbers(Math.multiplyExact(stations, figures));
            this.figures = figures;
            this.otherAt = new int[stations];
        }

        /** Where the votes of a station begin in {@link #votes()}. */
        int base(int station) {
            return (station - first) * figures;
        }

        /** Figures of its first station, then of the next; {@link CopyView#NOT_CARRIED} where there is none. */
        Numbers votes() {
            return votes;
        }

        /** Where the announced result of a station lies, at its {@link #announcedBase}. */
        Numbers announcedIn(int station) {
            return otherAt[station - first] == 0 ? votes : others;
        }

        /** Where the announced result of a station begins in {@link #announcedIn}. */
        int announcedBase(int station) {
            int at = otherAt[station - first];
            return at == 0 ? base(station) : at - 1;
        }

        /** Takes the announced result of a station whose votes are known by now. */
        void announce(int station, int[] cells, int from) {
            if (votes.isSame(base(station), cells, from, figures)) {
                return;
            }
            if (size + figures > room) {
                room = Math.max(room * 2, figures * 16);
                others.grow(room);
            }
            others.set(size, cells, from, figures);
            otherAt[station - first] = size + 1;
            size += figures;
        }
    }

    /** The stretch in which a station lies, made if it is not there yet. */
    Stretch stretch(int station) {
        int index = cut.with(station);
        Stretch stretch = stretches[index];
        if (stretch == null) {
            int first = cut.first(index);
            stretch = new Stretch(first, cut.first(index + 1) - first, figures);
            stretches[index] = stretch;
        }
        return stretch;
    }

    void markAnnounced(int station) {
        flags[station] |= ANNOUNCED_FLAG;
    }

    void markCopy(int station) {
        flags[station] |= COPY_FLAG;
    }
}
