package org.cotejo.folder;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.cotejo.crypto.Hash;

/**
 * A file on its way into the private part of a folder that is written slice by slice, before anybody knows the hash that will name
 * it. What was written can be read again until it is closed; closed without {@link #finish} it is gone. Written by one thread at a
 * time.
 */
public final class KeptFile implements AutoCloseable {
    /** The platform copies what it reads through memory of its own, which should stay small. */
    private static final int READ_AT_ONCE = 1 << 18;

    private final KeptFiles files;
    private final Path aside;
    private final OutFile out;
    private final FileChannel in;
    private boolean isFinished;

    KeptFile(KeptFiles files, Path aside) {
        this.files = files;
        this.aside = aside;
        this.out = new OutFile(aside);
        this.in = open();
    }

    private FileChannel open() {
        try {
            return FileChannel.open(aside, StandardOpenOption.READ);
        } catch (IOException e) {
            out.close();
            throw new UncheckedIOException("reading " + aside, e);
        }
    }

    /** Adds the first {@code length} bytes, which may change afterwards. */
    public void write(byte[] bytes, int length) {
        out.write(bytes, length);
    }

    /** Reads {@code length} bytes that were written, from {@code from} on; by any thread. */
    public void read(long from, byte[] into, int length) {
        try {
            int at = 0;
            while (at < length) {
                int more = in.read(ByteBuffer.wrap(into, at, Math.min(READ_AT_ONCE, length - at)), from + at);
                if (more < 0) {
                    throw new EOFException("less than was written");
                }
                at += more;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + aside, e);
        }
    }

    /** Keeps what was written under its hash, once the change is committed; a file that is kept already is kept once. */
    public void finish(Hash hash) {
        Path file = files.privateFile(hash);
        if (files.isNew(file)) {
            rename(KeptFiles.aside(file));
            isFinished = true;
            files.keep("keeping " + file.getFileName(), file, () -> {
                try (out) {
                    out.finish();
                }
            });
        } else {
            takeBack();
        }
    }

    /** Nothing is safe yet, so that the folder need not be forced. */
    private void rename(Path named) {
        try {
            Files.move(aside, named, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("moving " + aside + " to " + named, e);
        }
    }

    /** Takes it out of the folder; who has it open reads on. */
    private void takeBack() {
        if (!isFinished) {
            isFinished = true;
            out.close();
            try {
                Files.deleteIfExists(aside);
            } catch (IOException e) {
                throw new UncheckedIOException("deleting " + aside, e);
            }
        }
    }

    @Override
    public void close() {
        takeBack();
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing " + aside, e);
        }
    }
}
