package org.cotejo.verify;

import java.io.IOException;
import java.io.InputStream;

/**
 * Keeps the bytes of many files side by side in few large arrays, which a collector need not move as it moves many small ones. For
 * one thread.
 */
final class Shelf {
    private static final int FIRST = 1 << 16;
    private static final int LARGEST = 1 << 24;

    private byte[] array = new byte[FIRST];
    private int used;

    /**
     * Where a file lies.
     *
     * @param from index of its first byte
     * @param to index behind its last one
     */
    @SuppressWarnings("ArrayRecordComponent") // a place in an array, never compared
    record Place(byte[] array, int from, int to) {
        int length() {
            return to - from;
        }
    }

    /** Reads to the end of the stream, or until there are more than {@code most} bytes. */
    Place read(InputStream in, int most) throws IOException {
        int from = used;
        while (used - from <= most) {
            int read = in.readNBytes(array, used, array.length - used);
            used += read;
            if (used < array.length) {
                break;
            }
            // Full: what is begun moves into a larger array, what is complete stays.
            int begun = used - from;
            int size = Math.max(Math.min(LARGEST, 2 * array.length), 2 * begun);
            byte[] larger = new byte[size];
            System.arraycopy(array, from, larger, 0, begun);
            array = larger;
            from = 0;
            used = begun;
        }
        return new Place(array, from, used);
    }
}
