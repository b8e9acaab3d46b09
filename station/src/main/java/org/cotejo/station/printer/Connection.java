package org.cotejo.station.printer;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to and from a printer, with an end to waiting. Writing and reading block in the system where a printer stands still, so each
 * is done by a thread of its own, which closing sets free.
 */
final class Connection implements Closeable {
    /** Bytes that are handed over at once; small, so that it is known how far it came. */
    private static final int CHUNK = 1_024;

    private static final int ANSWERS_MOST = 4_096;

    private final WritableByteChannel out;
    private final @Nullable ReadableByteChannel in;
    private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>(ANSWERS_MOST);

    Connection(WritableByteChannel out, @Nullable ReadableByteChannel in) {
        this.out = out;
        this.in = in;
        if (in != null) {
            start("printer-answers", () -> listen(in));
        }
    }

    private static Thread start(String name, Runnable work) {
        return Thread.ofPlatform().daemon().name(name).start(work);
    }

    private void listen(ReadableByteChannel from) {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        try {
            while (from.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining() && answers.offer(buffer.get() & 0xff)) {}
                buffer.clear();
            }
        } catch (IOException e) {
            // The line is closed or broken: whoever waits for an answer gets none, and the writer sees the fault
            // itself.
            answers.clear();
        }
    }

    /** How writing ended. */
    sealed interface Written {
        /** All was taken. */
        record All() implements Written {}

        /** So many bytes were taken, then no more in time. */
        record Stalled(int taken) implements Written {}

        /** So many bytes were taken, then the line broke. */
        record Broken(int taken, String why) implements Written {}
    }

    /** Hands bytes over; ends when all are taken, none is for so long, or the line breaks. */
    Written write(byte[] bytes, Duration stall) {
        AtomicInteger taken = new AtomicInteger();
        SynchronousQueue<Written> ended = new SynchronousQueue<>();
        Thread writer = start("printer-bytes", () -> {
            Written how = push(bytes, taken);
            try {
                ended.put(how);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            int before = -1;
            while (taken.get() > before) {
                before = taken.get();
                Written how = ended.poll(stall.toMillis(), TimeUnit.MILLISECONDS);
                if (how != null) {
                    return how;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writer.interrupt();
        return new Written.Stalled(taken.get());
    }

    private Written push(byte[] bytes, AtomicInteger taken) {
        try {
            while (taken.get() < bytes.length) {
                int length = Math.min(CHUNK, bytes.length - taken.get());
                int written = out.write(ByteBuffer.wrap(bytes, taken.get(), length));
                taken.addAndGet(written);
            }
            return new Written.All();
        } catch (IOException e) {
            return new Written.Broken(taken.get(), LineFault.of(e));
        }
    }

    /** The next byte that the printer says; empty if it says none in time. */
    OptionalInt read(Duration patience) {
        try {
            Integer answer = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            return answer == null ? OptionalInt.empty() : OptionalInt.of(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    /** Keeps a byte that was read and is for somebody else. */
    void putBack(int answer) {
        if (!answers.offer(answer)) {
            answers.clear();
        }
    }

    /** Forgets what the printer said so far. */
    void forget() {
        answers.clear();
    }

    @Override
    public void close() {
        try (out) {
            if (in != null) {
                in.close();
            }
        } catch (IOException e) {
            // All that could be said of the document has been said; a line that can't even be closed changes nothing of
            // it.
            answers.clear();
        }
    }
}
