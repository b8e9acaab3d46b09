package org.cotejo.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A file on a disk that takes every byte and fails the n-th time it is told to keep them, and as disks do, says so once and then
 * that all is well; 0 for one that never fails. It keeps nothing.
 */
final class DyingDisk extends FileChannel {
    private final int failing;
    private final AtomicInteger forced = new AtomicInteger();
    private final CountDownLatch first = new CountDownLatch(1);
    private long size;

    DyingDisk(int failing) {
        this.failing = failing;
    }

    int forced() {
        return forced.get();
    }

    /** Waits until it was told to keep its bytes once. */
    void awaitForced() {
        try {
            first.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
        int length = from.remaining();
        from.position(from.limit());
        size += length;
        return length;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        int time = forced.incrementAndGet();
        first.countDown();
        if (time == failing) {
            throw new IOException("input/output error");
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public long position() {
        return size;
    }

    @Override
    protected void implCloseChannel() {}

    @Override
    public int read(ByteBuffer to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] to, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel position(long newPosition) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel truncate(long newSize) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int read(ByteBuffer to, long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer from, long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long position, long length, boolean isShared) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock tryLock(long position, long length, boolean isShared) {
        throw new UnsupportedOperationException();
    }
}
