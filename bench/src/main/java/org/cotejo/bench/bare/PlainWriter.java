package org.cotejo.bench.bare;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;

/**
 * Writes what a {@link DiskTrace} says and nothing else, in one thread: the same files by size, each forced, the same folders forced, and
 * for each commit of the store two pages appended to one file and forced. What this takes is what the disk takes.
 */
final class PlainWriter {
    /** A commit of one row in SQLite's write-ahead log: two pages with their headers. */
    private static final int COMMIT = 2 * (4096 + 24);

    /** Files in one folder, as the log's tiles lie. */
    private static final int FILES_A_FOLDER = 1_000;

    private PlainWriter() {}

    /** DIR TRACE; prints seconds, bytes, files forced, folders forced, commits. */
    static void main(String[] words) throws IOException {
        Path dir = Files.createDirectories(Path.of(words[0]));
        List<String> lines = Files.readAllLines(Path.of(words[1]));
        byte[] random = new byte[1 << 26];
        new Random(2).nextBytes(random);
        long bytes = 0;
        int files = 0;
        int folders = 0;
        int commits = 0;
        Path folder = dir;
        long since;
        try (FileChannel store =
                FileChannel.open(dir.resolve("store"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            since = System.nanoTime();
            for (String line : lines) {
                switch (line) {
                    case "folder" -> {
                        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                            channel.force(true);
                        }
                        folders++;
                    }
                    case "store" -> {
                        write(store, random, COMMIT);
                        store.force(false);
                        bytes += COMMIT;
                        commits++;
                    }
                    default -> {
                        int length = Integer.parseInt(line.substring("file ".length()));
                        if (files % FILES_A_FOLDER == 0) {
                            folder = Files.createDirectory(dir.resolve("d" + files / FILES_A_FOLDER));
                        }
                        try (FileChannel channel = FileChannel.open(
                                folder.resolve("f" + files), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                            write(channel, random, length);
                            channel.force(true);
                        }
                        bytes += length;
                        files++;
                    }
                }
            }
        }
        System.out.printf("%.3f %d %d %d %d%n", (System.nanoTime() - since) / 1e9, bytes, files, folders, commits);
    }

    private static void write(FileChannel channel, byte[] from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(from, 0, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
