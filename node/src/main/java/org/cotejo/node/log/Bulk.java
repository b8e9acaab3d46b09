package org.cotejo.node.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.jspecify.annotations.Nullable;

/**
 * Any number of entries from one caller, one after the other, with no more than one batch of them in memory. Each full batch is
 * durable and public before the next one is taken, so after a failure the log holds the first of them, and its next head says how
 * many. Entries of other callers may come between two batches. Not safe for use by several threads.
 */
public final class Bulk {
    /** Whole bundles, so that a batch that begins at the border of one leaves no partial bundle behind. */
    private static final int ENTRIES = 8_192;

    private static final int BYTES = 1 << 23;

    private final LogWriter writer;
    private final List<byte[]> batch = new ArrayList<>();
    private long bytes;
    private long appended;
    private @Nullable Appended last;

    Bulk(LogWriter writer) {
        this.writer = writer;
    }

    /** Takes an entry, copied; throws {@link RefusedException} when the batch that it fills is refused, with the code of that. */
    public void entry(byte[] from, int offset, int length) throws InterruptedException {
        batch.add(Arrays.copyOfRange(from, offset, Math.addExact(offset, length)));
        bytes += length;
        if (batch.size() >= ENTRIES || bytes >= BYTES) {
            write();
        }
    }

    /** Writes what is left; the last batch's first index and head, or nothing if there was no entry at all. */
    public Optional<Appended> finish() throws InterruptedException {
        if (!batch.isEmpty()) {
            write();
        }
        return Optional.ofNullable(last);
    }

    /** Entries that are durable and public so far. */
    public long appended() {
        return appended;
    }

    private void write() throws InterruptedException {
        Result<Appended> answer = writer.append(List.copyOf(batch));
        last = switch (answer) {
            case Result.Ok<Appended>(Appended done) -> done;
            case Result.Refused<Appended>(var problem) -> throw new RefusedException(problem);
        };
        appended += batch.size();
        batch.clear();
        bytes = 0;
    }
}
