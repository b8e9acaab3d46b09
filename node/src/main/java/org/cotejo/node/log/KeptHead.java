package org.cotejo.node.log;

import java.util.Arrays;
import org.cotejo.base.Check;
import org.cotejo.crypto.Hash;

/**
 * A head as the store keeps it.
 *
 * @param size number of entries
 * @param root root of the tree over them
 * @param note the signed checkpoint that says so
 */
record KeptHead(long size, Hash root, byte[] note) {
    KeptHead {
        Check.that(size >= 0, "a log of %d entries", size);
        note = note.clone();
    }

    @Override
    public byte[] note() {
        return note.clone();
    }

    /** Whether this is a head of the same tree, whatever its signatures. */
    boolean isOfTree(long otherSize, Hash otherRoot) {
        return size == otherSize && root.equals(otherRoot);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeptHead head && isOfTree(head.size, head.root) && Arrays.equals(note, head.note);
    }

    @Override
    public int hashCode() {
        return root.hashCode();
    }

    @Override
    public String toString() {
        return size + " entries, root " + root;
    }
}
