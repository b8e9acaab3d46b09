package org.cotejo.folder;

import java.nio.file.Path;
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
    private final OutFile file;
    private final Sha256 hash = new Sha256();
    private final ExecutorService thread = Workers.pool(1);
    private @Nullable Future<?> writing;
    private long size;

    SegmentFile(Path file) {
        this.file = new OutFile(file);
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
            file.write(bytes, length);
        });
    }

    private void await() {
        if (writing != null) {
            Workers.await(writing);
        }
    }

    /** Writes the hash of all bytes at the end, forces the file to the disk and closes it. */
    Hash finish() {
        await();
        Hash segment = hash.hash();
        file.write(segment.bytes(), Hash.SIZE);
        file.finish();
        close();
        return segment;
    }

    @Override
    public void close() {
        thread.close();
        file.close();
    }
}
