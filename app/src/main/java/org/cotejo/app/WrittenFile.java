package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file that is whole or not there. */
final class WrittenFile {
    private WrittenFile() {}

    static void write(String file, byte[] bytes) {
        Path path = Path.of(file).toAbsolutePath();
        write(path, path.resolveSibling(path.getFileName() + ".new"), bytes);
    }

    /** Written aside first, on the same disk, and then moved to its place. */
    static void write(Path file, Path aside, byte[] bytes) {
        try {
            Files.write(aside, bytes);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }
}
