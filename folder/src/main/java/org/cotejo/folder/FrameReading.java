package org.cotejo.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.cotejo.base.Workers;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.dossier.FoldException;
import org.cotejo.dossier.Frame;
import org.cotejo.dossier.FrameFold;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryBlock;
import org.jspecify.annotations.Nullable;

/**
 * Reads the committed segments of a folder through one small place in memory and folds their entries into a frame. Each slice is
 * folded before it is known whether its segment has the hash at its end; so what folding refuses is kept back until the bytes
 * have proven to be those that were written. Used once, by one thread.
 */
final class FrameReading implements AutoCloseable {
    private static final int SLICE = 1 << 20;

    private final Path folder;
    private final int slice;
    private final byte[] place;
    private final FrameFold fold = new FrameFold();
    private final Sha256 sha256 = new Sha256();
    private final ExecutorService hasher = Workers.pool(1);
    private @Nullable RuntimeException thrown;
    private long entries;

    FrameReading(Path folder) {
        this(folder, SLICE);
    }

    /** Reads {@code slice} bytes at a time. */
    FrameReading(Path folder, int slice) {
        this.folder = folder;
        this.slice = slice;
        this.place = new byte[slice + EntryBlock.LENGTH_BYTES + Entry.SIZE_MOST];
    }

    /** The frame; refuses a folder that is damaged or whose entries can't follow each other. */
    Frame read() {
        HeadCheck check = new HeadCheck(folder);
        for (int number = 1; number <= check.segments(); number++) {
            entries = 0;
            Hash segment = read(Segment.file(folder, number));
            check.add(segment, entries);
        }
        check.finish();
        if (thrown != null) {
            throw thrown instanceof FoldException refused ? FolderProblem.notFolded(folder, refused) : thrown;
        }
        return fold.frame();
    }

    private Hash read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long end = channel.size() - Hash.SIZE;
            if (end < Segment.FIRST_LINE.length
                    || !Arrays.equals(bytes(channel, Segment.FIRST_LINE.length), Segment.FIRST_LINE)) {
                throw FolderProblem.DAMAGED.at(file, "it is cut off or does not begin as a file of entries");
            }
            sha256.add(Segment.FIRST_LINE, 0, Segment.FIRST_LINE.length);
            readEntries(channel, end - Segment.FIRST_LINE.length);
            Hash hash = sha256.hash();
            if (!Arrays.equals(bytes(channel, Hash.SIZE), hash.bytes())) {
                throw FolderProblem.DAMAGED.at(file, "its bytes do not have the hash at its end");
            }
            return hash;
        } catch (java.nio.file.NoSuchFileException e) {
            throw FolderProblem.DAMAGED.at(file, "it is missing");
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    /** The next bytes; fewer where the file ends. */
    private static byte[] bytes(FileChannel channel, int length) throws IOException {
        byte[] bytes = new byte[length];
        return Arrays.copyOf(bytes, fill(channel, bytes, 0, length));
    }

    private static int fill(FileChannel channel, byte[] into, int from, int to) throws IOException {
        int at = from;
        int more = 0;
        while (at < to && more >= 0) {
            more = channel.read(ByteBuffer.wrap(into, at, to - at));
            at += Math.max(more, 0);
        }
        return at;
    }

    /** Reads so many bytes of entries; another thread hashes each slice while it is folded. What is left of one goes before the next. */
    private void readEntries(FileChannel channel, long length) throws IOException {
        long left = length;
        int kept = 0;
        while (left > 0) {
            int read = (int) Math.min(left, slice);
            int end = fill(channel, place, kept, kept + read);
            int from = kept;
            Future<?> hashing = hasher.submit(() -> sha256.add(place, from, end - from));
            int whole = thrown == null ? foldWhole(end) : wholeEntries(end);
            Workers.await(hashing);
            left = end < from + read ? 0 : left - read;
            kept = end - whole;
            System.arraycopy(place, whole, place, 0, kept);
        }
        if (thrown == null) {
            foldRest(kept);
        }
    }

    /** Folds and counts the entries that are whole and returns where the last of them ends; what folding refuses is kept back. */
    private int foldWhole(int end) {
        long before = fold.frame().chronicle().entries();
        try {
            int whole = fold.addWhole(new EntryBlock(place, 0, end));
            entries += fold.frame().chronicle().entries() - before;
            return whole;
        } catch (RuntimeException e) {
            thrown = e;
            return wholeEntries(end);
        }
    }

    /** Folds what is left at the end, which is nothing where the lengths add up. */
    private void foldRest(int end) {
        try {
            fold.add(new EntryBlock(place, 0, end));
        } catch (FoldException e) {
            thrown = e;
        }
    }

    /** Counts the entries that are whole and returns where the last of them ends. */
    private int wholeEntries(int end) {
        EntryBlock block = new EntryBlock(place, 0, end);
        int at = 0;
        int length = block.lengthOf(at);
        while (length >= 0) {
            entries++;
            at += EntryBlock.LENGTH_BYTES + length;
            length = block.lengthOf(at);
        }
        return at;
    }

    @Override
    public void close() {
        hasher.close();
    }
}
