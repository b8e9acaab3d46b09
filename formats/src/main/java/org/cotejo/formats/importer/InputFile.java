package org.cotejo.formats.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Future;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Where;
import org.cotejo.base.Workers;
import org.cotejo.crypto.Hash;
import org.jspecify.annotations.Nullable;

/**
 * A file that is imported. Read whole, what is parsed, hashed and kept are the same bytes; the array is shared, not copied, and must
 * not be changed. Its hash is worked out beside the reading. A large file is read when somebody asks for its bytes; whoever can do
 * without all of them at once makes a {@link LargeFile} of it. Used by one thread.
 */
public final class InputFile {
    /** Most bytes of a file. */
    public static final long BYTES_MOST = 1L << 30;

    private static final int SLICE = 1 << 19;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Content(byte[] bytes, Future<Hash> hash) {}

    private final Path path;
    private final int size;
    private final int slice;
    private @Nullable Content content;

    private InputFile(Path path, int size, int slice) {
        this.path = path;
        this.size = size;
        this.slice = slice;
    }

    /** Reads a file; refuses what is missing, no file or too large. */
    public static InputFile read(Path path) {
        InputFile file = open(path, SLICE);
        file.content();
        return file;
    }

    /** As {@link #read}, but a large file is not read yet. */
    static InputFile open(Path path) {
        InputFile file = open(path, SLICE);
        if (!file.isLarge()) {
            file.content();
        }
        return file;
    }

    /** A file that is not read yet, as one that is large if it has more than two slices of so many bytes. */
    static InputFile open(Path path, int slice) {
        if (!Files.isRegularFile(path)) {
            throw ImportProblem.NO_FILE.at(Where.file(path.toString()));
        }
        try {
            long size = Files.size(path);
            if (size > BYTES_MOST) {
                throw ImportProblem.LARGE.at(Where.file(path.toString()), size, BYTES_MOST);
            }
            return new InputFile(path, (int) size, slice);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + path, e);
        }
    }

    private Content content() {
        Content known = content;
        if (known == null) {
            try {
                known = readWhole();
            } catch (IOException e) {
                throw new UncheckedIOException("reading " + path, e);
            }
            content = known;
        }
        return known;
    }

    /** Reads slice by slice; another thread hashes each while the next is read. */
    private Content readWhole() throws IOException {
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
                throw changed();
            }
            return new Content(bytes, hashing.hash());
        }
    }

    /** What is said where the file has become longer or shorter while it was read. */
    RefusedException changed() {
        return ImportProblem.CHANGED.at(Where.file(name()));
    }

    /** As the user named it. */
    public String name() {
        return path.toString();
    }

    public Path path() {
        return path;
    }

    /** Whether it was not read yet and is large enough not to be held. */
    public boolean isLarge() {
        return content == null && size > 2L * slice;
    }

    int size() {
        return size;
    }

    /** Number of bytes that are read at once where it is not read whole. */
    int slice() {
        return slice;
    }

    public byte[] bytes() {
        return content().bytes();
    }

    /** The hash of the bytes. */
    public Hash hash() {
        return Workers.await(content().hash());
    }
}
