package org.cotejo.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.entry.EntryBlock;

/**
 * The bytes of one segment file: a first line, then entries each with its length in two bytes, then the SHA-256 of all before.
 * Between the line and the hash it is byte for byte what a log's entry bundles hold.
 */
final class Segment {
    static final byte[] FIRST_LINE = "cotejo entries 1\n".getBytes(StandardCharsets.UTF_8);

    private static final int SLICE = 1 << 20;

    private Segment() {}

    static Path file(Path folder, int number) {
        String digits = String.valueOf(number);
        return folder.resolve("entries").resolve("0".repeat(Math.max(0, 8 - digits.length())) + digits + ".entries");
    }

    /** A segment as read and checked: its entries, how many they are, and its hash. */
    record Read(EntryBlock block, long entries, Hash hash) {}

    static Read read(Path file) {
        Reading reading;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            reading = new Reading(Math.toIntExact(channel.size()));
            reading.read(channel);
        } catch (java.nio.file.NoSuchFileException e) {
            throw FolderProblem.DAMAGED.at(file, "it is missing");
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
        byte[] bytes = reading.bytes;
        int end = bytes.length - Hash.SIZE;
        if (end < FIRST_LINE.length || !Arrays.equals(bytes, 0, FIRST_LINE.length, FIRST_LINE, 0, FIRST_LINE.length)) {
            throw FolderProblem.DAMAGED.at(file, "it is cut off or does not begin as a file of entries");
        }
        Hash hash = reading.sha256.hash();
        if (!hash.equals(new Hash(Arrays.copyOfRange(bytes, end, bytes.length)))) {
            throw FolderProblem.DAMAGED.at(file, "its bytes do not have the hash at its end");
        }
        EntryBlock block = new EntryBlock(bytes, FIRST_LINE.length, end);
        return new Read(block, reading.entries, hash);
    }

    /** The bytes of a file; all but the hash at its end are hashed, and its entries counted, as they come, while they lie in the processor's cache. */
    private static final class Reading {
        private final Sha256 sha256 = new Sha256();
        private byte[] bytes;
        private int next = FIRST_LINE.length;
        /** Number of entries, as far as their lengths add up: whoever folds them refuses what does not. */
        private long entries;

        Reading(int size) {
            this.bytes = new byte[size];
        }

        void read(FileChannel channel) throws IOException {
            int last = bytes.length - Hash.SIZE;
            int at = 0;
            int more = 0;
            while (at < bytes.length && more >= 0) {
                more = channel.read(ByteBuffer.wrap(bytes, at, Math.min(SLICE, bytes.length - at)));
                int taken = Math.min(at, last);
                at += Math.max(more, 0);
                int end = Math.min(at, last);
                if (end > taken) {
                    sha256.add(bytes, taken, end - taken);
                    count(end);
                }
            }
            bytes = at == bytes.length ? bytes : Arrays.copyOf(bytes, at);
        }

        /** Counts on to the last entry that is whole before {@code end}. */
        private void count(int end) {
            while (next + EntryBlock.LENGTH_BYTES <= end) {
                int after = next + EntryBlock.LENGTH_BYTES + EntryBlock.lengthAt(bytes, next);
                if (after > end) {
                    return;
                }
                entries++;
                next = after;
            }
        }
    }
}
