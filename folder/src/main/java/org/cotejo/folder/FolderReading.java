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
import org.cotejo.dossier.EntryFold;
import org.cotejo.dossier.FoldException;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryBlock;
import org.jspecify.annotations.Nullable;

/**
 * Reads the committed segments of a folder through one small place in memory and gives their entries to a fold. Each slice is
 * folded before it is known whether its segment has the hash at its end; so what folding refuses is kept back until the bytes
 * have proven to be those that were written. Used once, by one thread.
 */
final class FolderReading implements AutoCloseable {
    private static final int SLICE = 1 << 19;
    /** Before each slice there is room for what the one before left over of an entry. */
    private static final int ROOM = EntryBlock.LENGTH_BYTES + Entry.SIZE_MOST;

    private final Path folder;
    private final int slice;
    private final EntryFold fold;
    /** One of them is folded while the next slice is read into the other. */
    private final byte[][] places;

    private final Sha256 sha256 = new Sha256();
    private final ExecutorService reader = Workers.pool(1);
    private @Nullable RuntimeException thrown;
    private long entries;

    FolderReading(Path folder, EntryFold fold) {
        this(folder, fold, SLICE);
    }

    /** Reads {@code slice} bytes at a time. */
    FolderReading(Path folder, EntryFold fold, int slice) {
        this.folder = folder;
        this.fold = fold;
        this.slice = slice;
        this.places = new byte[2][ROOM + slice];
    }

    /** Reads all; refuses a folder that is damaged, and then throws what folding threw. */
    void read() {
        HeadCheck check = new HeadCheck(folder);
        for (int number = 1; number <= check.segments(); number++) {
            entries = 0;
            Hash segment = read(Segment.file(folder, number));
            check.add(segment, entries);
        }
        check.finish();
        if (thrown != null) {
            throw thrown;
        }
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

    /** Reads so many bytes of entries; what is left of one slice goes before the next. */
    private void readEntries(FileChannel channel, long length) throws IOException {
        if (length == 0) {
            return;
        }
        Future<Integer> reading = read(channel, places[0], length);
        long left = length;
        int whole = ROOM;
        int end = ROOM;
        for (int turn = 0; left > 0; turn++) {
            byte[] place = places[turn & 1];
            byte[] other = places[(turn + 1) & 1];
            int read = Workers.await(reading);
            int begin = ROOM - (end - whole);
            System.arraycopy(other, whole, place, begin, end - whole);
            left = read < Math.min(left, slice) ? 0 : left - read;
            if (left > 0) {
                reading = read(channel, other, left);
            }
            end = ROOM + read;
            EntryBlock block = new EntryBlock(place, begin, end);
            whole = thrown == null ? foldWhole(block) : wholeEntries(block);
        }
        if (thrown == null && whole < end) {
            thrown = new FoldException("the lengths of the entries do not add up");
        }
    }

    /** Begins to read and hash the next slice, of which {@code left} bytes at most are left; gives how many there were. */
    private Future<Integer> read(FileChannel channel, byte[] place, long left) {
        int length = (int) Math.min(left, slice);
        return reader.submit(() -> {
            try {
                int read = fill(channel, place, ROOM, ROOM + length) - ROOM;
                sha256.add(place, ROOM, read);
                return read;
            } catch (IOException e) {
                throw new UncheckedIOException("reading " + folder, e);
            }
        });
    }

    /** Folds and counts the entries that are whole and returns where the last of them ends; what folding refuses is kept back. */
    private int foldWhole(EntryBlock block) {
        long before = fold.entries();
        try {
            int whole = fold.addWhole(block);
            entries += fold.entries() - before;
            return whole;
        } catch (RuntimeException e) {
            thrown = e;
            return wholeEntries(block);
        }
    }

    /** Counts the entries that are whole and returns where the last of them ends. */
    private int wholeEntries(EntryBlock block) {
        int at = block.start();
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
        reader.close();
    }
}
