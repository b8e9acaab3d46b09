package org.cotejo.sim;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;

/** The stations that one lie is about, in the order in which they were drawn. */
final class Targets {
    private static final int STATIONS_FOR_ONE = 30;
    private static final int MOST = 400;

    private final int[] indexes;
    private final BitSet members = new BitSet();

    Targets(int[] indexes) {
        this.indexes = indexes;
        Arrays.stream(indexes).forEach(members::set);
    }

    static Targets of(Collection<Integer> indexes) {
        return new Targets(indexes.stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * The stations that a lie may use: one in thirty for each of its slots, at least one and at most 400. No two lies share a
     * station, whichever are told, so that none hides the other.
     */
    static Targets of(CountryPlan plan, Lie lie) {
        int each = each(plan);
        int before = 0;
        int all = 0;
        for (Lie other : Lie.values()) {
            before = other == lie ? all : before;
            all += other.slots();
        }
        Dice dice = Dice.of(plan.seed(), Dice.Purpose.TARGETS, 0);
        BitSet drawn = new BitSet();
        int[] order = new int[each * all];
        for (int i = 0; i < order.length; ) {
            int station = dice.below(plan.stations());
            if (!drawn.get(station)) {
                drawn.set(station);
                order[i++] = station;
            }
        }
        return new Targets(Arrays.copyOfRange(order, each * before, each * (before + lie.slots())));
    }

    /** How many stations a lie with one slot is about. */
    static int each(CountryPlan plan) {
        return Math.clamp(plan.stations() / STATIONS_FOR_ONE, 1, MOST);
    }

    boolean has(Station station) {
        return members.get(station.index());
    }

    int[] indexes() {
        return indexes.clone();
    }

    /** Every second one of them: those at even places in the order of drawing, or those at odd places. */
    Targets half(int oddness) {
        int[] half = new int[(indexes.length + 1 - oddness) / 2];
        for (int i = 0; i < half.length; i++) {
            half[i] = indexes[2 * i + oddness];
        }
        return new Targets(half);
    }
}
