package org.cotejo.bench;

import java.util.Arrays;

/** The figures of one station in one source: votes per candidate, then null, then blank; one buffer, filled again. */
final class Figures {
    /** What an unreadable cell holds: nothing was written there. */
    static final int UNREADABLE = -1;

    final int[] cells;

    Figures(int candidates) {
        cells = new int[candidates + 2];
    }

    int candidates() {
        return cells.length - 2;
    }

    void set(Figures other) {
        System.arraycopy(other.cells, 0, cells, 0, cells.length);
    }

    void clear() {
        Arrays.fill(cells, 0);
    }

    int valid() {
        int sum = 0;
        for (int i = 0; i < candidates(); i++) {
            sum += Math.max(0, cells[i]);
        }
        return sum;
    }

    boolean isComplete() {
        for (int cell : cells) {
            if (cell == UNREADABLE) {
                return false;
            }
        }
        return true;
    }

    boolean isZero() {
        for (int cell : cells) {
            if (cell != 0) {
                return false;
            }
        }
        return true;
    }

    boolean sameAs(Figures other) {
        return Arrays.equals(cells, other.cells);
    }
}
