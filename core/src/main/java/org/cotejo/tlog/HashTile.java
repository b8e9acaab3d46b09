package org.cotejo.tlog;

import java.util.Arrays;
import org.cotejo.crypto.Hash;
import org.cotejo.merkle.TreeHash;

/** Hashes of one level side by side, and the nodes over them. Not safe for use by several threads. */
final class HashTile {
    private final byte[] hashes = new byte[TilePath.FULL_BYTES];
    private int width;

    int width() {
        return width;
    }

    /** Fills the tile with the first {@code count} hashes of these bytes. */
    void fill(byte[] bytes, int count) {
        System.arraycopy(bytes, 0, hashes, 0, count * Hash.SIZE);
        width = count;
    }

    /** Room for one more hash, in {@link #array} from the place that is returned. */
    int next() {
        return width++ * Hash.SIZE;
    }

    byte[] array() {
        return hashes;
    }

    void clear() {
        width = 0;
    }

    byte[] bytes() {
        return Arrays.copyOf(hashes, width * Hash.SIZE);
    }

    Hash hash(int slot) {
        return Hash.at(hashes, slot * Hash.SIZE);
    }

    /** The node over 2^{@code level} hashes from {@code slot}. */
    Hash node(TreeHash hash, int slot, int level) {
        if (level == 0) {
            return hash(slot);
        }
        int from = slot * Hash.SIZE;
        byte[] work = Arrays.copyOfRange(hashes, from, from + (Hash.SIZE << level));
        for (int count = 1 << level; count > 1; count /= 2) {
            for (int i = 0; i < count; i += 2) {
                hash.node(work, i * Hash.SIZE, work, i / 2 * Hash.SIZE);
            }
        }
        return Hash.at(work, 0);
    }
}
