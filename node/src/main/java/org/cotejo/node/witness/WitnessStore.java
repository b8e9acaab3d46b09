package org.cotejo.node.witness;

import java.util.List;
import java.util.Optional;
import org.cotejo.tlog.ForkEvidence;

/**
 * What a witness must never forget. What a call returned is durable. A failure of the machine is an {@link
 * java.io.UncheckedIOException}; whether the change was made is then unknown. Safe for use by several threads.
 */
public interface WitnessStore extends AutoCloseable {
    /** The newest head of a log; nothing if none was cosigned yet. */
    Optional<Held> read(String origin);

    /** All newest heads. */
    List<Held> all();

    /**
     * Keeps {@code next} if the head that is kept has {@code size} entries, or none is kept and {@code size} is 0; false, and nothing
     * changes, otherwise.
     */
    boolean swap(long size, Held next);

    /** Keeps the evidence of a fork for ever; at most {@link #EVIDENCE_MOST} of one log, the first ones. */
    void keep(ForkEvidence evidence);

    /** All evidence of forks of a log, the oldest first. */
    List<byte[]> evidence(String origin);

    /** Most forks kept of one log: a log that has signed two needs no hundredth. */
    int EVIDENCE_MOST = 100;

    @Override
    void close();
}
