package org.cotejo.app;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.station.day.SoftwareHash;

/**
 * The files of the program that runs: every jar on its class path, or every class where it runs from folders, and the modules of its Java
 * platform.
 *
 * @param lines a line for each file, {@code hash  name}, in the order of the names
 */
record RunningSoftware(List<String> lines) {
    private static final int PIECE = 1 << 16;

    RunningSoftware {
        lines = List.copyOf(lines);
    }

    /** What was found the first time that this process asked: to hash the Java platform takes half a second. */
    private static final class Found {
        private static final RunningSoftware ONCE = files();
    }

    /** The files as they lay on the disk when this process first asked. */
    static RunningSoftware once() {
        return Found.ONCE;
    }

    /** The files as they lie on the disk now. */
    static RunningSoftware files() {
        List<String> lines = new ArrayList<>();
        String[] entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
        for (String entry : entries) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                addAll(path, lines);
            } else if (Files.isRegularFile(path)) {
                lines.add(of(path).hex() + "  " + path.getFileName());
            }
        }
        Path modules = Path.of(System.getProperty("java.home"), "lib", "modules");
        if (Files.isRegularFile(modules)) {
            lines.add(of(modules).hex() + "  java/modules");
        }
        String[] sorted = lines.toArray(String[]::new);
        Arrays.sort(
                sorted,
                Comparator.<String, String>comparing(line -> line.substring(Hash.SIZE * 2))
                        .thenComparing(line -> line));
        return new RunningSoftware(List.of(sorted));
    }

    private static void addAll(Path folder, List<String> lines) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> lines.add(of(file).hex() + "  "
                            + folder.relativize(file).toString().replace(File.separatorChar, '/')));
        } catch (IOException e) {
            throw new UncheckedIOException("looking into " + folder, e);
        }
    }

    private static Hash of(Path file) {
        Sha256 hash = new Sha256();
        byte[] piece = new byte[PIECE];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                hash.add(piece, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
        return hash.hash();
    }

    /** The hash of the list, as {@code sha256sum} gives it of a file that holds it. */
    SoftwareHash hash() {
        return new SoftwareHash(Sha256.of((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
    }
}
