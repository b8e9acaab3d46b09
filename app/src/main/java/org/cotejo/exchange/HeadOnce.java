package org.cotejo.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.SortedSet;
import org.cotejo.base.Result;
import org.cotejo.tlog.Note;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.verify.SiteFiles;

/**
 * The files of a publication, of which the checkpoint was read once: who asks again gets the same bytes. Else a server could show one
 * head when it is looked up what was taken before, and another one when it is verified.
 */
public final class HeadOnce implements SiteFiles {
    private static final String CHECKPOINT = "checkpoint";

    private final SiteFiles files;
    private final Optional<byte[]> checkpoint;

    private HeadOnce(SiteFiles files, Optional<byte[]> checkpoint) {
        this.files = files;
        this.checkpoint = checkpoint;
    }

    /** Reads the checkpoint. */
    public static HeadOnce of(SiteFiles files) {
        try {
            Optional<InputStream> opened = files.open(CHECKPOINT);
            if (opened.isEmpty()) {
                return new HeadOnce(files, Optional.empty());
            }
            try (InputStream in = opened.get()) {
                return new HeadOnce(files, Optional.of(in.readNBytes(Note.SIZE_MOST + 1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading the checkpoint", e);
        }
    }

    /** The head that the checkpoint states, of which nothing is believed yet; empty if there is none to read. */
    public Optional<SignedCheckpoint> head() {
        if (checkpoint.isPresent()
                && SignedCheckpoint.parse(checkpoint.get())
                        instanceof Result.Ok<SignedCheckpoint>(SignedCheckpoint head)) {
            return Optional.of(head);
        }
        return Optional.empty();
    }

    @Override
    public Optional<InputStream> open(String path) throws IOException {
        return path.equals(CHECKPOINT) ? checkpoint.<InputStream>map(ByteArrayInputStream::new) : files.open(path);
    }

    @Override
    public Optional<SortedSet<String>> list() throws IOException {
        return files.list();
    }
}
