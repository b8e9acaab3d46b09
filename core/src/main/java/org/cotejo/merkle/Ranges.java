package org.cotejo.merkle;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.crypto.Hash;

/** Hashes of stretches of leaves, put together from complete subtrees. */
final class Ranges {
    private final Subtrees tree;
    private final TreeHash hash = new TreeHash();

    Ranges(Subtrees tree) {
        this.tree = tree;
    }

    /** The root over leaves {@code start} to {@code end} without the last; the start is one that a subtree can have. */
    Hash root(long start, long end) {
        if (start == end) {
            return TreeHash.EMPTY;
        }
        List<Hash> peaks = new ArrayList<>();
        long at = start;
        while (at < end) {
            int level = 63 - Long.numberOfLeadingZeros(end - at);
            peaks.add(tree.hash(level, at >>> level));
            at += 1L << level;
        }
        return over(peaks);
    }

    /** The root over complete subtrees of falling size, the largest first. */
    Hash over(List<Hash> peaks) {
        Hash root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = hash.node(peaks.get(i), root);
        }
        return root;
    }

    /** Leaves of the left part of a tree of {@code size} leaves: the largest power of two below it. */
    static long left(long size) {
        return Long.highestOneBit(size - 1);
    }
}
