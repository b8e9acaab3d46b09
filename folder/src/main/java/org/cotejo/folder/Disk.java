package org.cotejo.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Files that survive a loss of power: written aside, forced to the disk, moved into place, and the folder forced too. */
final class Disk {
    private Disk() {}

    /** Writes a small file whole, replacing one that is there; afterwards the disk holds the old bytes or the new. */
    static void replace(Path file, byte[] bytes) {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                aside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + aside, e);
        }
        move(aside, file);
    }

    /** Moves a file into place within one folder and forces the folder. */
    static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("moving " + from + " to " + to, e);
        }
        forceFolder(around(to));
    }

    /** Makes folders that are missing, each forced into the one around it. */
    static void makeFolders(Path folder) {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = around(folder);
        makeFolders(parent);
        try {
            Files.createDirectory(folder);
        } catch (java.nio.file.FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw new UncheckedIOException("making the folder " + folder, e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("making the folder " + folder, e);
        }
        forceFolder(parent);
    }

    private static Path around(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), () -> file + " lies in no folder");
    }

    static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("forcing the folder " + folder + " to the disk", e);
        }
    }
}
