package org.cotejo.merkle;

import org.cotejo.crypto.Hash;

/** Where the hashes of a tree are found: in memory, or in tiles that were verified. */
@FunctionalInterface
public interface Subtrees {
    /**
     * The hash of a complete subtree of 2^{@code level} leaves: the {@code index}th one from the left. Asked only for
     * subtrees that lie wholly in the tree.
     */
    Hash hash(int level, long index);
}
