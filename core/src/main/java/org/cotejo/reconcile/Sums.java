package org.cotejo.reconcile;

/** Sums of figures that tell "no source carries it" from zero. */
final class Sums {
    private final long[] sums;
    private final boolean[] isCarried;
    private boolean isEmpty = true;

    Sums(int size) {
        sums = new long[size];
        isCarried = new boolean[size];
    }

    int size() {
        return sums.length;
    }

    boolean isEmpty() {
        return isEmpty;
    }

    void add(int[] cells, int base) {
        isEmpty = false;
        for (int i = 0; i < sums.length; i++) {
            int cell = cells[base + i];
            if (cell >= 0) {
                sums[i] += cell;
                isCarried[i] = true;
            }
        }
    }

    void add(Sums other) {
        isEmpty &= other.isEmpty;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += other.sums[i];
            isCarried[i] |= other.isCarried[i];
        }
    }

    Totals totals(boolean[] alsoCarried) {
        long[] values = new long[sums.length];
        for (int i = 0; i < sums.length; i++) {
            values[i] = isCarried[i] || alsoCarried[i] ? sums[i] : -1;
        }
        return Totals.of(values);
    }
}
