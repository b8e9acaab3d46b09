package org.cotejo.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cotejo.audit.boxes.AuditReport;
import org.cotejo.base.Check;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;

/**
 * What a program is that makes pages: the hash of its code from the entries to the pages. Two programs with the same hash make
 * the same pages of the same entries; of another one nobody can demand that.
 */
public final class Renderer {
    /** The rooms whose code decides what a page says. */
    private static final List<String> ROOMS = List.of(
            "audit",
            "base",
            "bounds",
            "bulletin",
            "crypto",
            "custody",
            "definition",
            "dossier",
            "entry",
            "reconcile",
            "sheet",
            "site",
            "tally",
            "tlog");

    private Renderer() {}

    /** The hash of the program that runs. */
    public static Hash fingerprint() {
        Map<String, Hash> files = new TreeMap<>();
        Set<Path> places =
                new LinkedHashSet<>(List.of(placeOf(Renderer.class), placeOf(Check.class), placeOf(AuditReport.class)));
        for (Path place : places) {
            try {
                if (Files.isDirectory(place)) {
                    collect(place, files);
                } else {
                    try (FileSystem jar = FileSystems.newFileSystem(place)) {
                        collect(jar.getPath("/"), files);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("reading the program in " + place, e);
            }
        }
        Sha256 hash = new Sha256();
        files.forEach((name, content) -> {
            byte[] line = (name + " " + content.hex() + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
            hash.add(line, 0, line.length);
        });
        return hash.hash();
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("where the program lies", e);
        }
    }

    private static void collect(Path root, Map<String, Hash> into) throws IOException {
        for (String room : ROOMS) {
            Path folder = root.resolve("org").resolve("cotejo").resolve(room);
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    into.put(root.relativize(file).toString().replace('\\', '/'), hash(file));
                }
            }
        }
    }

    private static Hash hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Sha256.of(in.readAllBytes());
        }
    }
}
