package org.cotejo.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.base.Check;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.EntryWriter;
import org.jspecify.annotations.Nullable;

/**
 * One change to a folder: entries and files are written aside, and {@link #commit} makes all of them part of the folder in one
 * instant. Closing without a commit, or losing power, leaves the folder as it was. Not safe for use by several threads.
 */
public final class FolderWriter implements AutoCloseable {
    private static final int BUFFER = 1 << 20;

    /** A segment is closed and the next begun when it has grown to this size. */
    private static final long SEGMENT_MOST = 1L << 29;

    private final Path folder;
    private final FileChannel lockFile;
    private final KeptFiles keptFiles;
    private final CanonicalWriter entry = new CanonicalWriter();
    private byte[] buffer = new byte[BUFFER];
    private byte[] spare = new byte[BUFFER];
    private int filled;
    private final long segmentMost;
    private final Head before;
    private final List<Path> moved = new ArrayList<>();
    private Head head;
    private long entriesInSegment;
    private @Nullable SegmentFile segment;
    private boolean isCommitted;

    private FolderWriter(Path folder, FileChannel lockFile, long segmentMost) {
        this.folder = folder;
        this.segmentMost = segmentMost;
        this.lockFile = lockFile;
        this.before = Head.read(folder);
        this.head = before;
        this.keptFiles = new KeptFiles(folder);
    }

    static FolderWriter begin(Path folder) {
        return begin(folder, SEGMENT_MOST);
    }

    /** As {@link #begin(Path)}, with segments that are closed when they have grown to {@code segmentMost} bytes. */
    static FolderWriter begin(Path folder, long segmentMost) {
        FileChannel lock = lock(folder);
        try {
            return new FolderWriter(folder, lock, segmentMost);
        } catch (RuntimeException e) {
            close(lock);
            throw e;
        }
    }

    private static FileChannel lock(Path folder) {
        Path lock = folder.resolve("lock");
        FileChannel channel = null;
        try {
            channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // another thread of this program holds it: said below
        } catch (IOException e) {
            throw new UncheckedIOException("locking " + lock, e);
        }
        close(channel);
        throw FolderProblem.BUSY.at(folder);
    }

    /** Adds an entry. */
    public void append(Entry value) {
        EntryWriter.write(value, begin());
        end();
    }

    /** An empty place for the bytes of the next entry, which {@link #end} adds. */
    public CanonicalWriter begin() {
        return entry.reset();
    }

    /** Adds the entry that was written since {@link #begin}. */
    public void end() {
        place(entry.size());
        entry.copyTo(buffer, filled);
        filled += entry.size();
    }

    /** Adds an entry whose bytes lie in two pieces: all of {@code begin}, then {@code length} bytes of {@code rest}. */
    public void append(byte[] begin, byte[] rest, int offset, int length) {
        int total = begin.length + length;
        place(total);
        System.arraycopy(begin, 0, buffer, filled, begin.length);
        System.arraycopy(rest, offset, buffer, filled + begin.length, length);
        filled += total;
    }

    /** Makes room for an entry and writes its length. */
    private void place(int length) {
        if (length < 3 || length > Entry.SIZE_MOST) {
            throw new IllegalArgumentException("an entry of " + length + " bytes");
        }
        if (filled + length + EntryBlock.LENGTH_BYTES > BUFFER) {
            flush();
        }
        buffer[filled++] = (byte) (length >>> 8);
        buffer[filled++] = (byte) length;
        entriesInSegment++;
    }

    /** Keeps a copy of a file in the private part, named by its hash, and returns the hash. */
    public Hash keepPrivate(Path file, byte[] content) {
        return keepPrivate(file, content, Sha256.of(content));
    }

    /** As {@link #keepPrivate(Path, byte[])}, for content whose hash the caller knows. */
    public Hash keepPrivate(Path file, byte[] content, Hash contentHash) {
        keptFiles.keepPrivate(file, content, contentHash);
        return contentHash;
    }

    /** Begins a file of the private part that is written slice by slice; it must be finished or closed before the next is begun. */
    public KeptFile beginPrivate() {
        return keptFiles.beginPrivate();
    }

    /** Keeps a public file, named by its hash, for an entry to commit to, and returns the hash. */
    public Hash keepBlob(byte[] content) {
        Hash hash = Sha256.of(content);
        keptFiles.keepBlob(content, hash);
        return hash;
    }

    /** Makes the change part of the folder; afterwards this writer takes nothing more. */
    public void commit() {
        Check.that(!isCommitted, "a change to %s is committed twice", folder);
        flush();
        keptFiles.force();
        if (segment != null) {
            finishSegment();
        }
        head.write(folder);
        isCommitted = true;
    }

    /** Number of entries in the folder once this is committed. */
    public long entries() {
        return head.entries() + entriesInSegment;
    }

    @Override
    public void close() {
        try {
            if (segment != null) {
                segment.close();
            }
            // A commit that failed may have replaced HEAD before: then the change is part of the folder, and nothing is
            // taken back.
            if (!isCommitted && Head.read(folder).equals(before)) {
                takeBack();
            }
        } finally {
            close(lockFile);
        }
    }

    private void takeBack() {
        delete(aside());
        // Only what this writer moved into place: a segment beyond HEAD may be all that is left of a damaged folder.
        moved.forEach(FolderWriter::delete);
        keptFiles.takeBack();
    }

    private Path aside() {
        return folder.resolve("entries").resolve("unfinished");
    }

    private void flush() {
        if (filled == 0) {
            return;
        }
        if (segment != null && segment.size() + filled > segmentMost) {
            finishSegment();
        }
        if (segment == null) {
            segment = new SegmentFile(aside());
        }
        segment.write(buffer, filled);
        byte[] written = buffer;
        buffer = spare;
        spare = written;
        filled = 0;
    }

    private void finishSegment() {
        Hash segmentHash = Objects.requireNonNull(segment).finish();
        segment = null;
        Path file = Segment.file(folder, head.segments() + 1);
        moved.add(file);
        Disk.move(aside(), file);
        head = head.then(segmentHash, entriesInSegment);
        entriesInSegment = 0;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("deleting " + file, e);
        }
    }

    private static void close(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException("closing a file", e);
            }
        }
    }
}
