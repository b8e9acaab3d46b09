package org.cotejo.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.cotejo.crypto.Hash;

/**
 * A file on its way into the private part of a folder that is written slice by slice, before anybody knows the hash that will name
 * it. Closed without {@link #finish} it is gone. Used by one thread at a time.
 */
public final class KeptFile implements AutoCloseable {
    private final KeptFiles files;
    private final Path aside;
    private final OutFile out;
    private boolean isFinished;

    KeptFile(KeptFiles files, Path aside) {
        this.files = files;
        this.aside = aside;
        this.out = new OutFile(aside);
    }

    /** Adds the first {@code length} bytes, which may change afterwards. */
    public void write(byte[] bytes, int length) {
        out.write(bytes, length);
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
        }
        close();
    }

    /** Nothing is safe yet, so that the folder need not be forced. */
    private void rename(Path named) {
        try {
            Files.move(aside, named, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("moving " + aside + " to " + named, e);
        }
    }

    @Override
    public void close() {
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
}
