package org.cotejo.node.log;

import java.time.Duration;
import org.cotejo.base.Check;

/**
 * How requests are pooled into batches, and how many may wait.
 *
 * @param period from the beginning of one batch to that of the next, unless more than enough is waiting
 * @param batchEntries entries that make a batch begin at once; a request is never cut in two, so a batch can be larger
 * @param waitingEntries entries that may wait; what comes then is refused
 * @param waitingBytes bytes of entries that may wait
 */
public record Pace(Duration period, int batchEntries, int waitingEntries, int waitingBytes) {
    private static final int BYTES_MOST = 1 << 26;

    public Pace {
        Check.that(!period.isNegative() && period.toSeconds() < 60, "a batch every %s", period);
        Check.that(batchEntries > 0, "a batch of %d entries", batchEntries);
        Check.that(
                waitingEntries >= batchEntries, "%d may wait, which is no batch of %d", waitingEntries, batchEntries);
        Check.that(waitingBytes >= 1 << 16 && waitingBytes <= BYTES_MOST, "%d bytes may wait", waitingBytes);
    }

    /** Five heads a second, up to 40,000 entries a second. */
    public static Pace usual() {
        return new Pace(Duration.ofMillis(200), 8_192, 16_384, BYTES_MOST);
    }
}
