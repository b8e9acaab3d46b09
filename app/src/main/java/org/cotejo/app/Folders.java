package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cotejo.base.RefusedException;

/** Folders that commands make and take away. */
final class Folders {
    private Folders() {}

    /** Refuses a path where something is. */
    static void checkNew(Path path) {
        if (Files.exists(path) && !isEmpty(path)) {
            throw new RefusedException(AppProblem.NOT_EMPTY.at(path.toString()));
        }
    }

    static boolean isEmpty(Path path) {
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isEmpty();
        } catch (java.nio.file.NotDirectoryException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("looking into " + path, e);
        }
    }

    static void make(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException("making the folder " + path, e);
        }
    }

    /** Deletes a folder with all that is in it; follows no links. */
    static void delete(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> inward = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : inward) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("deleting " + path, e);
        }
    }
}
