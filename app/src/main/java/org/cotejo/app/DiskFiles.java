package org.cotejo.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cotejo.verify.SiteFiles;

/** A publication that lies in a folder of this machine, on a stick or a share. */
record DiskFiles(Path root) implements SiteFiles {
    @Override
    public Optional<InputStream> open(String path) throws IOException {
        Path file = root.resolve(path);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.newInputStream(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<SortedSet<String>> list() throws IOException {
        SortedSet<String> paths = new TreeSet<>();
        // The folder itself may be a link, as the copy of a mirror is.
        Path place = root.toRealPath();
        // A link is a file too: where it leads, somebody else may put other bytes.
        try (Stream<Path> all = Files.find(place, Integer.MAX_VALUE, (path, attributes) -> !attributes.isDirectory())) {
            all.forEach(path -> paths.add(place.relativize(path).toString().replace('\\', '/')));
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        } catch (FileSystemLoopException e) {
            throw new FileSystemException(root.toString(), null, "links lead in a circle");
        }
        return Optional.of(paths);
    }
}
