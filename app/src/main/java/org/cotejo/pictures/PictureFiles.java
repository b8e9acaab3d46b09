package org.cotejo.pictures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Files that a user named, folders opened: every file in them, by name, but for hidden ones. */
public final class PictureFiles {
    private PictureFiles() {}

    /** The files in the order in which they are read; a path where nothing is stays in the list, to be reported. */
    public static List<Path> of(List<Path> named) {
        List<Path> files = new ArrayList<>();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                files.addAll(inside(path));
            } else {
                files.add(path);
            }
        }
        return files;
    }

    private static List<Path> inside(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !folder.relativize(file).toString().startsWith(".")
                            && !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("looking into " + folder, e);
        }
    }
}
