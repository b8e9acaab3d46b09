package org.cotejo.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.crypto.Hash;

/**
 * A tree with all of its hashes in memory, about 64 bytes a leaf, from which every proof can be made. Not safe for use while
 * leaves are appended; afterwards any number of threads may read.
 */
public final class WholeTree implements Subtrees {
    private static final int FIRST_ROOM = 64;

    private final TreeHash hash = new TreeHash();
    /** Of each level the hashes one after the other; of level 0 those of the leaves. */
    private final List<byte[]> levels = new ArrayList<>();

    private int size;

    /** Appends a leaf by its hash. */
    public void append(Hash leaf) {
        leaf.copyTo(room(0, size), size * Hash.SIZE);
        int index = size++;
        for (int level = 0; (index & 1) == 1; level++, index >>>= 1) {
            byte[] above = room(level + 1, index >>> 1);
            hash.node(levels.get(level), (index - 1) * Hash.SIZE, above, (index >>> 1) * Hash.SIZE);
        }
    }

    /** The level's hashes, with room for one at {@code index}. */
    private byte[] room(int level, int index) {
        if (level == levels.size()) {
            levels.add(new byte[FIRST_ROOM * Hash.SIZE]);
        }
        byte[] hashes = levels.get(level);
        if ((index + 1) * (long) Hash.SIZE > hashes.length) {
            long doubled = Math.min(2L * hashes.length, Integer.MAX_VALUE / Hash.SIZE * (long) Hash.SIZE);
            Check.that(doubled > hashes.length, "more than %d leaves do not fit in memory", size);
            hashes = Arrays.copyOf(hashes, (int) doubled);
            levels.set(level, hashes);
        }
        return hashes;
    }

    /** Leaves so far. */
    public long size() {
        return size;
    }

    /** The root over all leaves so far. */
    public Hash root() {
        return root(size);
    }

    /** The root over the first {@code older} leaves. */
    public Hash root(long older) {
        Check.that(older >= 0 && older <= size, "the root of %d leaves of %d", older, size);
        return new Ranges(this).root(0, older);
    }

    /** The root over a stretch of leaves that is a subtree ({@link SubtreeConsistency#isSubtree}). */
    public Hash root(long start, long end) {
        Check.that(SubtreeConsistency.isSubtree(start, end) && end <= size, "the root of %d to %d", start, end);
        return new Ranges(this).root(start, end);
    }

    @Override
    public Hash hash(int level, long index) {
        Check.that(index >= 0 && index < size >>> level, "hash %d of level %d of %d leaves", index, level, size);
        return Hash.at(levels.get(level), (int) index * Hash.SIZE);
    }
}
