package org.cotejo.pictures;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.crypto.Sha256;

/** A file of JSON lines that grows with each picture, so that a run that was stopped goes on where it was. */
public final class LinesBefore implements AutoCloseable {
    private static final Pattern HEAD = Pattern.compile(
            "\\{\"image\":(\"(?:[^\"\\\\]|\\\\.)*\"),\"sha256\":\"([0-9a-f]{64})\".*\\}", Pattern.DOTALL);

    private final Set<String> hashes = new HashSet<>();
    private final OutputStream out;
    private final Path file;

    /** Opens the file, made if it does not exist; a last line that was not written whole is taken away. */
    public LinesBefore(Path file) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                takeWhole(file);
            }
            this.out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("opening " + file, e);
        }
    }

    private void takeWhole(Path lines) throws IOException {
        String text = Files.readString(lines, StandardCharsets.UTF_8);
        int end = text.lastIndexOf('\n') + 1;
        for (String line : text.substring(0, end).split("\n", -1)) {
            Matcher head = HEAD.matcher(line);
            if (head.matches()) {
                hashes.add(head.group(2));
            }
        }
        if (end < text.length()) {
            Files.writeString(lines, text.substring(0, end), StandardCharsets.UTF_8);
        }
    }

    /** The files that stand in none of its lines, by their bytes. */
    public List<Path> without(List<Path> files) {
        return hashes.isEmpty() ? files : files.stream().filter(this::isNew).toList();
    }

    private boolean isNew(Path picture) {
        try {
            return !Files.isRegularFile(picture)
                    || !hashes.contains(Sha256.of(Files.readAllBytes(picture)).hex());
        } catch (IOException e) {
            return true; // said when it is read
        }
    }

    /** Adds a line. */
    public void add(PictureRead read, String language) {
        ReadingJson.write(read, language, out);
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing " + file, e);
        }
    }
}
