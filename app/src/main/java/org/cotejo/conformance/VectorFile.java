package org.cotejo.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file of published vectors; some name files that lie beside them. The array is not to be changed. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record VectorFile(Path path, byte[] bytes) {
    /** Most bytes of a file that lies beside one. */
    private static final long BESIDE_MOST = 1 << 24;

    String name() {
        return path.toString();
    }

    /** A file under the same folder; empty if there is none. */
    Optional<byte[]> beside(String relative) {
        Path file = path.resolveSibling(relative);
        try {
            return Files.isRegularFile(file) && Files.size(file) <= BESIDE_MOST
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }
}
