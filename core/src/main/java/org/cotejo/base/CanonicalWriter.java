package org.cotejo.base;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes the one byte form of a value (docs/formats/entries.md, section 2): unsigned numbers in base 128, least
 * significant group first and shortest form; text as its length in bytes and UTF-8.
 *
 * <p>Not safe for use by several threads. May be reset and used again.
 */
public final class CanonicalWriter {
    private static final int NUMBER_BYTES_MOST = 9;

    private byte[] bytes = new byte[256];
    private int size;

    public CanonicalWriter reset() {
        size = 0;
        return this;
    }

    /** One byte, 0 to 255. */
    public CanonicalWriter octet(int value) {
        if (value < 0 || value > 255) {
            throw new IllegalArgumentException("not an octet: " + value);
        }
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    /** An unsigned number, 0 to 2^63-1. */
    public CanonicalWriter number(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("a negative number has no canonical form: " + value);
        }
        room(NUMBER_BYTES_MOST);
        long rest = value;
        while (rest >= 0x80) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    /** So many numbers, each with {@code plus} added to it, as {@link #number} writes one: a country has fifty million of them. */
    public CanonicalWriter numbers(int[] values, int count, int plus) {
        room(Math.multiplyExact(count, NUMBER_BYTES_MOST));
        byte[] to = bytes;
        int at = size;
        for (int i = 0; i < count; i++) {
            int rest = values[i] + plus;
            if (rest < 0) {
                throw new IllegalArgumentException("a negative number has no canonical form: " + rest);
            }
            while (rest >= 0x80) {
                to[at++] = (byte) (rest | 0x80);
                rest >>>= 7;
            }
            to[at++] = (byte) rest;
        }
        size = at;
        return this;
    }

    public CanonicalWriter text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Length, then the bytes. */
    public CanonicalWriter bytes(byte[] value) {
        return bytes(value, 0, value.length);
    }

    /** Length, then {@code length} bytes of {@code value} from {@code offset}. */
    public CanonicalWriter bytes(byte[] value, int offset, int length) {
        number(length);
        return raw(value, offset, length);
    }

    /** The bytes alone: their number is known from the format. */
    public CanonicalWriter raw(byte[] value, int offset, int length) {
        room(length);
        System.arraycopy(value, offset, bytes, size, length);
        size += length;
        return this;
    }

    public int size() {
        return size;
    }

    /** A copy of what was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Copies what was written into {@code target} at {@code offset}. */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, size);
    }

    /** The array that holds what was written, {@link #size} bytes from the start: shared until the next write, not to be changed. */
    public byte[] array() {
        return bytes;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
