package org.cotejo.app;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A body from a stranger's server, given up where it brings fewer than {@link #RATE_LEAST} bytes a second on average once the patience is
 * over: a read that waits can be ended in no other way than from beside.
 */
final class PacedStream extends FilterInputStream {
    /** Bytes a second. */
    static final long RATE_LEAST = 2_048;

    private final String what;
    private final long from = System.nanoTime();
    private final long patienceMillis;
    private final ScheduledFuture<?> watching;
    private final AtomicLong count = new AtomicLong();
    private volatile boolean isSlow;

    PacedStream(String what, InputStream in, Duration patience, ScheduledExecutorService watch) {
        super(in);
        this.what = what;
        this.patienceMillis = patience.toMillis();
        long every = Math.max(1, patienceMillis / 4);
        this.watching = watch.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    private void look() {
        long spent = (System.nanoTime() - from) / 1_000_000 - patienceMillis;
        if (spent > 0 && count.get() < spent * RATE_LEAST / 1_000) {
            isSlow = true;
            try {
                in.close();
            } catch (IOException e) {
                // it was to end, and it did
            }
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int read;
        try {
            read = in.read(to, offset, length);
        } catch (IOException e) {
            throw isSlow ? tooSlow() : e;
        }
        if (isSlow) {
            throw tooSlow();
        }
        count.addAndGet(Math.max(read, 0));
        return read;
    }

    private IOException tooSlow() {
        return new IOException(what + ": it sends fewer than " + RATE_LEAST + " bytes a second");
    }

    @Override
    public void close() throws IOException {
        watching.cancel(false);
        super.close();
    }
}
