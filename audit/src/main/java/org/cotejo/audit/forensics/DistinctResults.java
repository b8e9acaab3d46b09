package org.cotejo.audit.forensics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Stations by their whole result: each different result once, with the stations that have it. A result's hash is a sum over its
 * columns, so that the hash of a changed result follows from it.
 */
final class DistinctResults {
    private final StationTable table;
    private final int[] used;
    /** Of each result its first station, by its place in {@code used}; its hash, and how many stations have it. */
    private final int[] first;

    private final long[] hash;
    private final int[] count;
    private int size;
    /** For each station the one before it that has the same result; -1 for the first. */
    private final int[] before;

    private final int[] slots;
    private final int mask;
    /** For each result the next one with the same slot. */
    private final int[] next;

    /**
     * Puts stations together.
     *
     * @param used stations that are looked at
     * @param weights of the columns in the hash
     */
    DistinctResults(StationTable table, int[] used, long[] weights) {
        this.table = table;
        this.used = used;
        first = new int[used.length];
        hash = new long[used.length];
        count = new int[used.length];
        before = new int[used.length];
        next = new int[used.length];
        mask = Math.max(16, Integer.highestOneBit(Math.max(1, used.length)) * 4) - 1;
        slots = new int[mask + 1];
        Arrays.fill(slots, -1);
        int[] last = new int[used.length];
        int[] none = new int[weights.length];
        for (int i = 0; i < used.length; i++) {
            long sum = 0;
            for (int column = 0; column < weights.length; column++) {
                sum += Duplicates.value(table, used[i], column) * weights[column];
            }
            int result = slots[slot(sum)];
            while (result >= 0 && !(hash[result] == sum && isApart(first[result], i, none))) {
                result = next[result];
            }
            if (result < 0) {
                result = add(i, sum);
                before[i] = -1;
            } else {
                before[i] = last[result];
            }
            last[result] = i;
            count[result]++;
        }
    }

    private int add(int station, long sum) {
        int slot = slot(sum);
        first[size] = station;
        hash[size] = sum;
        next[size] = slots[slot];
        slots[slot] = size;
        return size++;
    }

    private int slot(long sum) {
        return (int) ((sum * 0x9E37_79B9_7F4A_7C15L) >>> 40) & mask;
    }

    /** Pairs of stations with the same result. */
    long identical() {
        long pairs = 0;
        for (int result = 0; result < size; result++) {
            pairs += count[result] * (count[result] - 1L) / 2;
        }
        return pairs;
    }

    /** The first of those pairs, by their stations in the table. */
    List<int[]> firstIdentical(int most) {
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < used.length && pairs.size() < most; i++) {
            for (int j = before[i]; j >= 0 && pairs.size() < most; j = before[j]) {
                pairs.add(new int[] {used[j], used[i]});
            }
        }
        return List.copyOf(pairs);
    }

    /** Ordered pairs of stations of which the second is the first plus the difference, whose hash is {@code shift}. */
    long pairs(long shift, int[] difference) {
        long pairs = 0;
        for (int i = 0; i < size; i++) {
            long wanted = hash[i] + shift;
            for (int j = slots[slot(wanted)]; j >= 0; j = next[j]) {
                if (hash[j] == wanted && isApart(first[i], first[j], difference)) {
                    pairs += (long) count[i] * count[j];
                }
            }
        }
        return pairs;
    }

    private boolean isApart(int i, int j, int[] difference) {
        for (int column = 0; column < difference.length; column++) {
            if (Duplicates.value(table, used[j], column) - Duplicates.value(table, used[i], column)
                    != difference[column]) {
                return false;
            }
        }
        return true;
    }
}
