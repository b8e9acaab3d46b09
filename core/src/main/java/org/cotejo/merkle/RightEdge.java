package org.cotejo.merkle;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.crypto.Hash;

/**
 * A tree to which leaves are only ever appended, kept as its right edge: the roots of the complete subtrees of which it
 * consists, at most 41 hashes whatever its size. Not safe for use by several threads.
 */
public final class RightEdge {
    private final TreeHash hash = new TreeHash();
    private final List<Hash> peaks = new ArrayList<>();
    private long size;

    /** The tree of {@code size} leaves that consists of complete subtrees with these roots, the largest first. */
    public static RightEdge of(long size, List<Hash> peaks) {
        TreeHash.checkSize(size);
        Check.that(peaks.size() == Long.bitCount(size), "%d subtrees for a tree of %d leaves", peaks.size(), size);
        RightEdge edge = new RightEdge();
        edge.size = size;
        edge.peaks.addAll(peaks);
        return edge;
    }

    /** The first {@code size} leaves of a larger tree. */
    public static RightEdge of(long size, Subtrees tree) {
        List<Hash> peaks = new ArrayList<>();
        long at = 0;
        for (int level = Long.SIZE - 1; level >= 0; level--) {
            if ((size >>> level & 1) == 1) {
                peaks.add(tree.hash(level, at >>> level));
                at += 1L << level;
            }
        }
        return of(size, peaks);
    }

    /** Appends a leaf by its hash. */
    public void append(Hash leaf) {
        TreeHash.checkSize(size + 1);
        Hash carried = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>>= 1) {
            carried = hash.node(peaks.removeLast(), carried);
        }
        peaks.add(carried);
        size++;
    }

    /** Leaves so far. */
    public long size() {
        return size;
    }

    /** Roots of the complete subtrees, the largest first. */
    public List<Hash> peaks() {
        return List.copyOf(peaks);
    }

    /** The root over all leaves so far. */
    public Hash root() {
        if (peaks.isEmpty()) {
            return TreeHash.EMPTY;
        }
        Hash root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = hash.node(peaks.get(i), root);
        }
        return root;
    }
}
