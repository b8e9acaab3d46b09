package org.cotejo.node.witness;

import org.cotejo.base.Check;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.SignedCheckpoint;

/**
 * The newest head of a log that a witness has cosigned.
 *
 * @param head with the log's signature and the witness's own lines, and no others
 * @param seconds the time that the witness's lines state
 */
public record Held(SignedCheckpoint head, long seconds) {
    public Held {
        Check.that(seconds >= 0, "a time before 1970: %d", seconds);
    }

    /** The head itself. */
    public Checkpoint checkpoint() {
        return head.checkpoint();
    }
}
