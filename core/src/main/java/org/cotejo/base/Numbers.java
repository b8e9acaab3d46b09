package org.cotejo.base;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A row of whole numbers that takes two bytes for each, and four once one of them needs more. Made for millions of small ones. An
 * index beyond the last is refused with {@link IndexOutOfBoundsException}. Written by one thread; others may read once that is done.
 */
public final class Numbers {
    private short @Nullable [] narrow;
    private int[] wide = new int[0];

    /** So many zeros. */
    public Numbers(int size) {
        this.narrow = new short[size];
    }

    /** The number at an index from 0 on. */
    public int get(int index) {
        short[] numbers = narrow;
        return numbers == null ? wide[index] : numbers[index];
    }

    /** Puts a number in the place of the one at this index. */
    public void set(int index, int value) {
        short[] numbers = narrow;
        if (numbers != null && value == (short) value) {
            numbers[index] = (short) value;
        } else {
            widened()[index] = value;
        }
    }

    /** Puts {@code count} numbers of an array, from {@code from} on, in the places of those from {@code index} on. */
    public void set(int index, int[] values, int from, int count) {
        short[] numbers = narrow;
        if (numbers == null || !areNarrow(values, from, count)) {
            System.arraycopy(values, from, widened(), index, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            numbers[index + i] = (short) values[from + i];
        }
    }

    private static boolean areNarrow(int[] values, int from, int count) {
        int beyond = 0;
        for (int i = from; i < from + count; i++) {
            beyond |= values[i] ^ (short) values[i];
        }
        return beyond == 0;
    }

    /** Puts one number in the places of {@code count} others. */
    public void fill(int index, int count, int value) {
        for (int i = index; i < index + count; i++) {
            set(i, value);
        }
    }

    /** Whether {@code count} numbers from {@code index} on are those of an array from {@code from} on. */
    public boolean isSame(int index, int[] values, int from, int count) {
        short[] numbers = narrow;
        if (numbers == null) {
            return Arrays.equals(wide, index, index + count, values, from, from + count);
        }
        int differing = 0;
        for (int i = 0; i < count; i++) {
            differing |= numbers[index + i] ^ values[from + i];
        }
        return differing == 0;
    }

    /** Makes room for so many in all, which are no fewer than there are. */
    public void grow(int size) {
        short[] numbers = narrow;
        if (numbers == null) {
            wide = Arrays.copyOf(wide, size);
        } else {
            narrow = Arrays.copyOf(numbers, size);
        }
    }

    private int[] widened() {
        short[] numbers = narrow;
        if (numbers != null) {
            wide = new int[numbers.length];
            for (int i = 0; i < numbers.length; i++) {
                wide[i] = numbers[i];
            }
            narrow = null;
        }
        return wide;
    }
}
