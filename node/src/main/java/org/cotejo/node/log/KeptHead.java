package org.cotejo.node.log;

import java.nio.charset.StandardCharsets;
import org.cotejo.base.Check;
import org.cotejo.crypto.Hash;
import org.cotejo.tlog.SignedCheckpoint;

/**
 * A head as the store keeps it.
 *
 * @param size number of entries
 * @param root root of the tree over them
 * @param note the signed checkpoint that says so
 */
record KeptHead(long size, Hash root, String note) {
    KeptHead {
        Check.that(size >= 0, "a log of %d entries", size);
    }

    static KeptHead of(SignedCheckpoint head) {
        return new KeptHead(
                head.checkpoint().size(), head.checkpoint().root(), new String(head.bytes(), StandardCharsets.UTF_8));
    }

    byte[] noteBytes() {
        return note.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return size + " entries, root " + root;
    }
}
