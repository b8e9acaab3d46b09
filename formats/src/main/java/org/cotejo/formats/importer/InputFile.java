package org.cotejo.formats.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Future;
import org.cotejo.base.Where;
import org.cotejo.base.Workers;
import org.cotejo.crypto.Hash;

/**
 * A file that is imported, read whole: what is parsed, hashed and kept are the same bytes. The array is shared, not copied,
 * and must not be changed. Its hash is worked out beside the reading.
 */
public final class InputFile {
    /** Most bytes of a file. */
    public static final long BYTES_MOST = 1L << 30;

    private static final int SLICE = 1 << 20;

    private final Path path;
    private final byte[] bytes;
    private final Future<Hash> hash;

    private InputFile(Path path, byte[] bytes, Future<Hash> hash) {
        this.path = path;
        this.bytes = bytes;
        this.hash = hash;
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
            return read(path, (int) size);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + path, e);
        }
    }

    /** Reads slice by slice; another thread hashes each while the next is read. */
    private static InputFile read(Path path, int size) throws IOException {
        byte[] bytes = new byte[size];
        try (HashBeside hashing = new HashBeside();
                FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            int at = 0;
            int more = 0;
            while (at < size && more >= 0) {
                more = channel.read(ByteBuffer.wrap(bytes, at, Math.min(SLICE, size - at)));
                if (more > 0) {
                    hashing.add(bytes, at, more);
                    at += more;
                }
            }
            if (at < size || channel.read(ByteBuffer.allocate(1)) > 0) {
                throw new IOException("its size changed while it was read");
            }
            return new InputFile(path, bytes, hashing.hash());
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
