package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Files for nobody's eyes but their owner's. Each is on the disk with its name when a method returns, so that what it was made from may go. */
final class PrivateFile {
    private PrivateFile() {}

    /** Writes a file where none is, and reads it back before anybody relies on it. */
    static void make(Path file, byte[] bytes) {
        try {
            write(file, bytes);
            forceFolder(file);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    /** Puts a file in the place of the one that may be there, whole or not at all; what a crash left of an earlier try is written over. */
    static void replace(Path file, byte[] bytes) {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(aside);
            write(aside, bytes);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder(file);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createFile(file);
        LogKeyFolder.ownersOnly(file, false);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        if (!Arrays.equals(Files.readAllBytes(file), bytes)) {
            throw new IOException("it does not read back as it was written");
        }
    }

    private static void forceFolder(Path file) throws IOException {
        @Nullable Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel channel = FileChannel.open(folder)) {
                channel.force(true);
            }
        }
    }
}
