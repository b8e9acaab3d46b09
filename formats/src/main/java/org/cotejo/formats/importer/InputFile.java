package org.cotejo.formats.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.cotejo.base.Where;
import org.cotejo.base.Workers;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;

/**
 * A file that is imported, read whole: what is parsed, hashed and kept are the same bytes. The array is shared, not copied,
 * and must not be changed. Its hash is worked out beside the reading.
 */
public final class InputFile {
    /** Most bytes of a file. */
    public static final long BYTES_MOST = 1L << 30;

    private final Path path;
    private final byte[] bytes;
    private final FutureTask<Hash> hash;

    private InputFile(Path path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
        this.hash = new FutureTask<>(() -> Sha256.of(bytes));
        Thread.ofPlatform().daemon().name("hashing " + path.getFileName()).start(hash);
    }

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

    public Path path() {
        return path;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** The hash of the bytes. */
    public Hash hash() {
        return Workers.await(hash);
    }
}
