package org.cotejo.audit.draw;

/** The order of numbers of 0 or more, equal ones as they stood: byte by byte from the lowest, and no byte that all have alike. */
final class PrefixOrder {
    private static final int BYTE = 8;
    private static final int VALUES = 1 << BYTE;

    private PrefixOrder() {}

    /** Places of the numbers, the smallest first. */
    static int[] of(long[] numbers) {
        int[] order = new int[numbers.length];
        long differs = 0;
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            differs |= numbers[i] ^ numbers[0];
        }
        int[] other = new int[order.length];
        int[] starts = new int[VALUES];
        for (int shift = 0; shift < Long.SIZE; shift += BYTE) {
            if ((differs >>> shift & VALUES - 1) == 0) {
                continue;
            }
            java.util.Arrays.fill(starts, 0);
            for (long number : numbers) {
                starts[(int) (number >>> shift) & VALUES - 1]++;
            }
            int at = 0;
            for (int value = 0; value < VALUES; value++) {
                int count = starts[value];
                starts[value] = at;
                at += count;
            }
            for (int place : order) {
                other[starts[(int) (numbers[place] >>> shift) & VALUES - 1]++] = place;
            }
            int[] swap = order;
            order = other;
            other = swap;
        }
        return order;
    }
}
