package org.cotejo.formats.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.cotejo.base.Workers;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.folder.FolderWriter;
import org.cotejo.folder.KeptFile;

/**
 * A file that is read through small pieces of memory instead of into one large one. First it is looked through, while other threads
 * hash and keep what is looked at; then whoever parses it reads its parts from the copy that is kept, so that what was looked at,
 * hashed, kept and parsed are the same bytes, whatever becomes of the file.
 */
public final class LargeFile implements AutoCloseable {
    /** Looks at the next slice; returns whether it wants another. */
    @FunctionalInterface
    public interface Look {
        boolean at(byte[] bytes, int length);
    }

    /** So many slices wait at most until they are hashed. */
    private static final int UNDER_WAY = 4;

    /** The platform copies what it reads through memory of its own, which should stay small. */
    private static final int READ_AT_ONCE = 1 << 18;

    /** A part ends where a line does, so that many are a little longer than a slice. */
    private static final int LINE = 1 << 12;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record UnderWay(byte[] bytes, Future<?> done) {
        byte[] awaited() {
            Workers.await(done);
            return bytes;
        }
    }

    private final InputFile file;
    private final FileChannel channel;
    private final KeptFile kept;
    private final Sha256 sha256 = new Sha256();
    private final ExecutorService hasher = Workers.pool(1);
    private final ExecutorService keeper = Workers.pool(1);
    private final Deque<UnderWay> underWay = new ArrayDeque<>();
    private final Deque<byte[]> spare = new ConcurrentLinkedDeque<>();

    private LargeFile(InputFile file, FileChannel channel, KeptFile kept) {
        this.file = file;
        this.channel = channel;
        this.kept = kept;
    }

    /** Looks through a file; empty, and nothing of it is kept, if {@code look} does not want all of it. */
    static Optional<LargeFile> read(InputFile file, FolderWriter writer, Look look) {
        LargeFile large = new LargeFile(file, open(file.path()), writer.beginPrivate());
        boolean isWanted = false;
        try {
            isWanted = large.lookThrough(look);
            return isWanted ? Optional.of(large) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file.path(), e);
        } finally {
            if (!isWanted) {
                large.close();
            }
        }
    }

    private static FileChannel open(Path path) {
        try {
            return FileChannel.open(path, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + path, e);
        }
    }

    private boolean lookThrough(Look look) throws IOException {
        long at = 0;
        boolean isWanted = true;
        while (at < file.size() && isWanted) {
            byte[] bytes = underWay.size() < UNDER_WAY
                    ? new byte[file.slice() + LINE]
                    : underWay.remove().awaited();
            int length = fill(bytes, at, (int) Math.min(file.slice(), file.size() - at));
            isWanted = look.at(bytes, length);
            if (length == 0) {
                throw file.changed();
            }
            if (isWanted) {
                underWay.add(new UnderWay(bytes, hashAndKeep(bytes, length)));
            }
            at += length;
        }
        if (isWanted && channel.read(ByteBuffer.allocate(1), at) > 0) {
            throw file.changed();
        }
        while (!underWay.isEmpty()) {
            spare.add(underWay.remove().awaited());
        }
        return isWanted;
    }

    private Future<?> hashAndKeep(byte[] bytes, int length) {
        Future<?> hashing = hasher.submit(() -> sha256.add(bytes, 0, length));
        return keeper.submit(() -> {
            kept.write(bytes, length);
            Workers.await(hashing);
        });
    }

    private int fill(byte[] bytes, long from, int length) throws IOException {
        int at = 0;
        int more = 0;
        while (at < length && more >= 0) {
            more = channel.read(ByteBuffer.wrap(bytes, at, Math.min(READ_AT_ONCE, length - at)), from + at);
            at += Math.max(more, 0);
        }
        return at;
    }

    /** Keeps the file in the private part of the folder and returns its hash; to be called once. */
    public Hash keep() {
        Hash hash = sha256.hash();
        kept.finish(hash);
        return hash;
    }

    /** Reads bytes again, into an array that may be longer; by any thread. */
    public byte[] read(long from, int length) {
        byte[] used = spare.poll();
        byte[] bytes = used != null && used.length >= length ? used : new byte[Math.max(length, file.slice() + LINE)];
        kept.read(from, bytes, length);
        return bytes;
    }

    /** Takes back an array that {@link #read} gave and nobody needs any more. */
    public void takeBack(byte[] bytes) {
        spare.push(bytes);
    }

    @Override
    public void close() {
        hasher.close();
        keeper.close();
        kept.close();
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing " + file.path(), e);
        }
    }
}
