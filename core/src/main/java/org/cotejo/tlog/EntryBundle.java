package org.cotejo.tlog;

import java.util.Arrays;
import java.util.Optional;
import org.cotejo.base.Check;

/** Up to 256 entries as a bundle holds them: each with its length in two bytes, most significant first. */
public final class EntryBundle {
    /** Most bytes of one entry. */
    public static final int ENTRY_MOST = 0xffff;

    private static final int LENGTH_BYTES = 2;

    private final byte[] bytes;
    /** Where each length stands, and the end. */
    private final int[] starts;

    private EntryBundle(byte[] bytes, int[] starts) {
        this.bytes = bytes;
        this.starts = starts;
    }

    /** Reads a bundle of {@code count} entries; empty unless the lengths add up to it. The array is kept, not copied. */
    public static Optional<EntryBundle> read(byte[] bytes, int count) {
        return begin(bytes, count).filter(bundle -> bundle.starts[count] == bytes.length);
    }

    /** Reads the first {@code count} entries of a bundle that may hold more. */
    static Optional<EntryBundle> begin(byte[] bytes, int count) {
        Check.that(count >= 0 && count <= TilePath.FULL, "a bundle of %d", count);
        int[] starts = new int[count + 1];
        for (int i = 0; i < count; i++) {
            int at = starts[i];
            if (at + LENGTH_BYTES > bytes.length || at + LENGTH_BYTES + lengthAt(bytes, at) > bytes.length) {
                return Optional.empty();
            }
            starts[i + 1] = at + LENGTH_BYTES + lengthAt(bytes, at);
        }
        return Optional.of(new EntryBundle(bytes, starts));
    }

    private static int lengthAt(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    /** Entries in it. */
    public int count() {
        return starts.length - 1;
    }

    /** The bytes of one entry. */
    public byte[] entry(int index) {
        return Arrays.copyOfRange(bytes, offset(index), starts[index + 1]);
    }

    /** The array in which the entries lie; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where an entry begins in {@link #bytes}. */
    public int offset(int index) {
        return starts[index] + LENGTH_BYTES;
    }

    /** Bytes of an entry. */
    public int length(int index) {
        return starts[index + 1] - offset(index);
    }
}
