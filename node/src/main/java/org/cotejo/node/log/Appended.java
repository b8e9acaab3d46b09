package org.cotejo.node.log;

import org.cotejo.base.Check;
import org.cotejo.tlog.SignedCheckpoint;

/**
 * Entries that are durable and public.
 *
 * @param first index of the first of them; the others follow it
 * @param head the first public head of the log that covers them
 */
public record Appended(long first, SignedCheckpoint head) {
    public Appended {
        Check.that(first >= 0 && first < head.checkpoint().size(), "entry %d under %s", first, head.checkpoint());
    }
}
