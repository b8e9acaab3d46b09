package org.cotejo.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.cotejo.base.Workers;
import org.jspecify.annotations.Nullable;

/**
 * A large file while it is written. What was written is forced to the disk behind the writer, some megabytes at a time, so that
 * the disk works while the program does and little is left to wait for at the end. The file is safe when {@link #finish} has
 * returned, and not before. Used by one thread at a time.
 */
final class OutFile implements AutoCloseable {
    /** The platform copies what it writes through a buffer of its own, which should stay small. */
    private static final int SLICE = 1 << 20;

    private static final long FORCED_AT_ONCE = 16L << 20;

    private final Path file;
    private final FileChannel channel;
    private final ExecutorService forcer = Workers.pool(1);
    /** Made with each file, also with those too small to need it, so that it is in the start-up cache of a program rehearsed with small files. */
    private final Runnable toForce = this::force;

    private @Nullable Future<?> forcing;
    private long written;
    private long sent;

    private boolean isFinished;

    /** Makes the file, or empties one that is there. */
    OutFile(Path file) {
        this(file, made(file));
    }

    /** Writes to a channel that is open; {@code file} is only told to people. */
    OutFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    private static FileChannel made(Path file) {
        try {
            return FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("making " + file, e);
        }
    }

    void write(byte[] bytes, int length) {
        int at = 0;
        while (at < length) {
            int end = Math.min(length, at + SLICE);
            put(ByteBuffer.wrap(bytes, at, end - at));
            written += end - at;
            at = end;
            forceBehind();
        }
    }

    private void put(ByteBuffer rest) {
        try {
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    private void forceBehind() {
        if (written - sent >= FORCED_AT_ONCE && (forcing == null || forcing.isDone())) {
            await();
            sent = written;
            forcing = forcer.submit(toForce);
        }
    }

    private void force() {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("forcing " + file + " to the disk", e);
        }
    }

    /** Throws what forcing threw: the system says once that bytes were lost, and whoever asks again hears nothing. */
    private void await() {
        if (forcing != null) {
            Workers.await(forcing);
        }
    }

    /** Forces all of it to the disk and closes it; once that has succeeded, calling it again does nothing. */
    void finish() {
        if (isFinished) {
            return;
        }
        await();
        force();
        close();
        isFinished = true;
    }

    @Override
    public void close() {
        forcer.close();
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing " + file, e);
        }
    }
}
