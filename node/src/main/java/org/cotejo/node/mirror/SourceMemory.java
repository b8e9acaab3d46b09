package org.cotejo.node.mirror;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cotejo.crypto.Sha256;

/**
 * What is remembered of one source.
 *
 * @param largest most entries that it ever showed
 * @param answered when it last answered, in POSIX seconds; 0 if never
 * @param grown when it last showed a new head
 * @param cursor the path after which its files are looked at again
 */
record SourceMemory(long largest, long answered, long grown, String cursor) {
    static final SourceMemory NONE = new SourceMemory(0, 0, 0, "");
    private static final int LINES = 5;

    static String file(String url) {
        return "source-" + Sha256.of(url.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 16);
    }

    static SourceMemory read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return NONE;
            }
            List<String> lines = Files.readAllLines(file);
            return lines.size() < LINES
                    ? NONE
                    : new SourceMemory(
                            Long.parseLong(lines.get(1)),
                            Long.parseLong(lines.get(2)),
                            Long.parseLong(lines.get(3)),
                            lines.get(4));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        } catch (NumberFormatException e) {
            return NONE;
        }
    }

    byte[] bytes(String url) {
        return (url + "\n" + largest + "\n" + answered + "\n" + grown + "\n" + cursor + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    SourceMemory showed(long size, long now) {
        return new SourceMemory(Math.max(largest, size), now, size > largest ? now : grown, cursor);
    }

    SourceMemory at(String path) {
        return new SourceMemory(largest, answered, grown, path);
    }
}
