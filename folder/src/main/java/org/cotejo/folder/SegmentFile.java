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
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A segment while it is written: a thread of its own hashes and writes one buffer while the next is filled. A buffer handed over
 * is free again when the next one is taken.
 */
final class SegmentFile implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final Sha256 hash = new Sha256();
    private final ExecutorService thread = Workers.pool(1);
    private @Nullable Future<?> writing;
    private long size;

    SegmentFile(Path file) {
        this.file = file;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("making " + file, e);
        }
        write(Segment.FIRST_LINE, Segment.FIRST_LINE.length);
    }

    long size() {
        return size;
    }

    /** Takes bytes, which must stay as they are until the next call returns. */
    void write(byte[] bytes, int length) {
        await();
        size += length;
        writing = thread.submit(() -> {
            hash.add(bytes, 0, length);
            put(ByteBuffer.wrap(bytes, 0, length));
        });
    }

    private void await() {
        if (writing != null) {
            Workers.await(writing);
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

    /** Writes the hash of all bytes at the end, forces the file to the disk and closes it. */
    Hash finish() {
        await();
        Hash segment = hash.hash();
        put(ByteBuffer.wrap(segment.bytes()));
        try {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("forcing " + file + " to the disk", e);
        }
        close();
        return segment;
    }

    @Override
    public void close() {
        thread.close();
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing " + file, e);
        }
    }
}
