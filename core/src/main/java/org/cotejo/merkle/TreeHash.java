package org.cotejo.merkle;

import org.cotejo.base.Check;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;

/**
 * Hashes of leaves and nodes (RFC 9162, section 2.1.1): SHA-256 of 0x00 and the entry, or of 0x01 and the two hashes below.
 * One digest is used again and again; not safe for use by several threads.
 */
public final class TreeHash {
    /** Most leaves of a tree: 2^40, a bound that no sum of sizes or indices leaves a {@code long} at. */
    public static final long SIZE_MOST = 1L << 40;

    /** The root of the tree without leaves: SHA-256 of nothing. */
    public static final Hash EMPTY = Sha256.of(new byte[0]);

    private static final byte[] LEAF = {0};
    private static final int NODE_BYTES = 1 + 2 * Hash.SIZE;

    private final Sha256 sha256 = new Sha256();
    private final byte[] node = new byte[NODE_BYTES];

    public TreeHash() {
        node[0] = 1;
    }

    /** Throws unless {@code size} can be the number of leaves of a tree. */
    public static void checkSize(long size) {
        Check.that(size >= 0 && size <= SIZE_MOST, "a tree of %d leaves", size);
    }

    /** The hash of a leaf that holds this entry. */
    public Hash leaf(byte[] entry, int offset, int length) {
        return sha256.add(LEAF, 0, 1).add(entry, offset, length).hash();
    }

    /** The hash of a leaf that holds this entry. */
    public Hash leaf(byte[] entry) {
        return leaf(entry, 0, entry.length);
    }

    /** As {@link #leaf(byte[], int, int)}, written to {@code to} from {@code at}. */
    public void leaf(byte[] entry, int offset, int length, byte[] to, int at) {
        sha256.add(LEAF, 0, 1).add(entry, offset, length).hash(to, at);
    }

    /** The hash of the node over two others. */
    public Hash node(Hash left, Hash right) {
        left.copyTo(node, 1);
        right.copyTo(node, 1 + Hash.SIZE);
        return sha256.add(node, 0, NODE_BYTES).hash();
    }

    /** The hash of the node over two others that stand side by side in {@code pair} from {@code from}, written to {@code to}. */
    public void node(byte[] pair, int from, byte[] to, int at) {
        System.arraycopy(pair, from, node, 1, 2 * Hash.SIZE);
        sha256.add(node, 0, NODE_BYTES).hash(to, at);
    }
}
