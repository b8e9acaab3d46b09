package org.cotejo.reconcile;

import java.util.Arrays;

/**
 * Finds what stands more than once among many numbers. Few do, so that all but those few are set aside first by one bit each that
 * says whether a number with the same high bits was met before: two quick walks instead of sorting all.
 */
final class Repeated {
    private static final int BITS_LEAST = 10;
    private static final int BITS_MOST = 26;
    /** Bits for each number, as a power of two: of numbers that stand once, one of so many is looked at in vain. */
    private static final int SPARE_BITS = 4;

    private Repeated() {}

    /** The numbers that have any bit of {@code mask} and stand there at least twice, each once. */
    static long[] of(long[] numbers, long mask) {
        int bits = Math.clamp(
                Integer.SIZE - Integer.numberOfLeadingZeros(numbers.length) + SPARE_BITS, BITS_LEAST, BITS_MOST);
        long[] met = new long[1 << bits - 6];
        long[] again = new long[met.length];
        for (long number : numbers) {
            if ((number & mask) != 0) {
                int place = place(number, bits);
                long bit = 1L << place;
                again[place >>> 6] |= met[place >>> 6] & bit;
                met[place >>> 6] |= bit;
            }
        }
        long[] candidates = new long[16];
        int size = 0;
        for (long number : numbers) {
            if ((number & mask) != 0) {
                int place = place(number, bits);
                if ((again[place >>> 6] & 1L << place) != 0) {
                    if (size == candidates.length) {
                        candidates = Arrays.copyOf(candidates, size * 2);
                    }
                    candidates[size++] = number;
                }
            }
        }
        return twice(candidates, size);
    }

    private static int place(long number, int bits) {
        return (int) (number >>> Long.SIZE - bits);
    }

    private static long[] twice(long[] candidates, int size) {
        Arrays.sort(candidates, 0, size);
        int found = 0;
        for (int i = 1; i < size; i++) {
            boolean isSecond = candidates[i] == candidates[i - 1] && (i == 1 || candidates[i] != candidates[i - 2]);
            if (isSecond) {
                candidates[found++] = candidates[i];
            }
        }
        return Arrays.copyOf(candidates, found);
    }
}
