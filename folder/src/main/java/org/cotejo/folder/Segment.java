package org.cotejo.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private Segment() {}

    static Path file(Path folder, int number) {
        return folder.resolve("entries").resolve("%08d.entries".formatted(number));
    }

    /** A segment as read and checked: its entries, how many they are, and its hash. */
    record Read(EntryBlock block, long entries, Hash hash) {}

    static Read read(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (java.nio.file.NoSuchFileException e) {
            throw FolderProblem.DAMAGED.at(file, "it is missing");
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
        int end = bytes.length - Hash.SIZE;
        if (end < FIRST_LINE.length || !Arrays.equals(bytes, 0, FIRST_LINE.length, FIRST_LINE, 0, FIRST_LINE.length)) {
            throw FolderProblem.DAMAGED.at(file, "it is cut off or does not begin as a file of entries");
        }
        Hash hash = new Sha256().add(bytes, 0, end).hash();
        if (!hash.equals(new Hash(Arrays.copyOfRange(bytes, end, bytes.length)))) {
            throw FolderProblem.DAMAGED.at(file, "its bytes do not have the hash at its end");
        }
        EntryBlock block = new EntryBlock(bytes, FIRST_LINE.length, end);
        return new Read(block, count(block), hash);
    }

    private static long count(EntryBlock block) {
        long[] count = {0};
        block.forEach((_, _, _) -> count[0]++);
        return count[0];
    }
}
