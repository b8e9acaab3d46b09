package org.cotejo.dossier;

import java.util.Arrays;
import org.cotejo.entry.EntryBlock;

/**
 * The arrays in which entries lie, or what is kept of them, each with its length in two bytes before it. Either they are the arrays of
 * others, whose entries stay in place, or entries are copied into arrays of its own, since the bytes of others are gone soon.
 */
final class EntryStore {
    private static final int BYTES_FIRST = 1 << 12;
    private static final int BYTES_MOST = 1 << 20;

    private final boolean isInPlace;
    private byte[][] arrays = new byte[1][];
    private int size;
    private byte[] filling = new byte[0];
    private int filled;

    private EntryStore(boolean isInPlace) {
        this.isInPlace = isInPlace;
    }

    /** A store of arrays of others, each of which is {@link #take taken} in before its entries are kept. */
    static EntryStore inPlace() {
        return new EntryStore(true);
    }

    /** A store that copies what is kept. */
    static EntryStore copying() {
        return new EntryStore(false);
    }

    /** Whether entries stay in the arrays of others, whole. */
    boolean isInPlace() {
        return isInPlace;
    }

    /** Takes in an array whose bytes stay as they are; it is the newest then. */
    void take(byte[] array) {
        arrays = size == arrays.length ? Arrays.copyOf(arrays, size * 2) : arrays;
        arrays[size++] = array;
    }

    /** Keeps the bytes between two places, at most {@link org.cotejo.entry.Entry#SIZE_MOST}, and returns where they begin in the newest array. */
    int keep(byte[] bytes, int from, int to) {
        if (isInPlace) {
            return from;
        }
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
