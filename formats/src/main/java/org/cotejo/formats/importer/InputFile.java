package org.cotejo.formats.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cotejo.base.Where;

/**
 * A file that is imported, read whole: what is parsed, hashed and kept are the same bytes. The array is shared, not copied,
 * and must not be changed.
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that are handed on, never compared
public record InputFile(Path path, byte[] bytes) {
    /** Most bytes of a file. */
    public static final long BYTES_MOST = 1L << 30;

    /** Reads a file; refuses what is missing, no file or too large. */
    public static InputFile read(Path path) {
        if (!Files.isRegularFile(path)) {
            throw ImportProblem.NO_FILE.at(Where.file(path.toString()));
        }
        try {
            long size = Files.size(path);
            if (size > BYTES_MOST) {
                throw ImportProblem.LARGE.at(Where.file(path.toString()), size, BYTES_MOST);
            }
            return new InputFile(path, Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + path, e);
        }
    }

    /** As the user named it. */
    public String name() {
        return path.toString();
    }
}
