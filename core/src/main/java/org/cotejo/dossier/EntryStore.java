package org.cotejo.dossier;

import java.util.Arrays;
import org.cotejo.entry.EntryBlock;

/**
 * The arrays in which entries lie, or what is kept of them, each with its length in two bytes before it. They are either arrays of others
 * or filled here, one after the other, and stay where they are.
 */
final class EntryStore {
    private static final int BYTES_FIRST = 1 << 12;
    private static final int BYTES_MOST = 1 << 20;

    private byte[][] arrays = new byte[1][];
    private int size;
    private byte[] filling = new byte[0];
    private int filled;

    /** Takes in an array whose bytes stay as they are; it is the newest then. */
    void take(byte[] array) {
        arrays = size == arrays.length ? Arrays.copyOf(arrays, size * 2) : arrays;
        arrays[size++] = array;
    }

    /** Copies the bytes between two places, at most {@link org.cotejo.entry.Entry#SIZE_MOST}, into the newest array, and returns where they begin there. */
    int keep(byte[] bytes, int from, int to) {
        int length = to - from;
        int all = EntryBlock.LENGTH_BYTES + length;
        if (all > filling.length - filled) {
            filling = new byte[Math.max(all, Math.clamp(filling.length * 2L, BYTES_FIRST, BYTES_MOST))];
            filled = 0;
            take(filling);
        }
        filling[filled] = (byte) (length >>> Byte.SIZE);
        filling[filled + 1] = (byte) length;
        int at = filled + EntryBlock.LENGTH_BYTES;
        System.arraycopy(bytes, from, filling, at, length);
        filled += all;
        return at;
    }

    /** The number of the newest array. */
    int newest() {
        return size - 1;
    }

    byte[] array(int number) {
        return arrays[number];
    }
}
