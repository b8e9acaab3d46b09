package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cotejo.base.RefusedException;
import org.jspecify.annotations.Nullable;

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

    /** Copies a file, or a folder with all that is in it, to a place where nothing is; a link stands for what it leads to. */
    static void copy(Path what, Path to) {
        try {
            Path from = what.toRealPath();
            try (Stream<Path> all = Files.walk(from)) {
                for (Path path : all.toList()) {
                    Path target = path.equals(from)
                            ? to
                            : to.resolve(from.relativize(path).toString());
                    @Nullable Path parent = target.getParent();
                    if (parent != null) {
                        Files.createDirectories(parent);
                    }
                    if (Files.isDirectory(path)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(path, target);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("copying " + what, e);
        }
    }
}
