package org.cotejo.audit.forensics;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** Stations put together by a number that they share, such as their place; groups in the order of that number. */
final class Groups {
    private final int[] stations;
    private final int[] starts;

    private Groups(int[] stations, int[] starts) {
        this.stations = stations;
        this.starts = starts;
    }

    static Groups of(int size, IntPredicate isUsed, IntUnaryOperator key) {
        long[] packed = new long[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (isUsed.test(i)) {
                packed[count++] = (long) key.applyAsInt(i) << 32 | i;
            }
        }
        packed = Arrays.copyOf(packed, count);
        Arrays.sort(packed);
        int[] stations = new int[count];
        int[] starts = new int[count + 1];
        int groups = 0;
        for (int i = 0; i < count; i++) {
            stations[i] = (int) packed[i];
            if (i == 0 || packed[i] >> 32 != packed[i - 1] >> 32) {
                starts[groups++] = i;
            }
        }
        starts[groups] = count;
        return new Groups(stations, Arrays.copyOf(starts, groups + 1));
    }

    int size() {
        return starts.length - 1;
    }

    int[] members(int group) {
        return Arrays.copyOfRange(stations, starts[group], starts[group + 1]);
    }
}
