package org.cotejo.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.publication.SitePath;
import org.cotejo.tlog.Note;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.TilePath;
import org.cotejo.tlog.TileReader;
import org.cotejo.verify.SiteFiles;

/** The log of a publication, in a folder or on a web server: its head as it stands there, and its tiles, none believed unseen. */
final class LogAt implements AutoCloseable {
    /** An entry bundle holds 256 entries of 64 KiB at most. */
    private static final int BUNDLE_MOST = TilePath.FULL * (2 + 0xffff);

    private final SiteFiles files;
    private final SignedCheckpoint head;

    private LogAt(SiteFiles files, SignedCheckpoint head) {
        this.files = files;
        this.head = head;
    }

    static LogAt open(String where) {
        boolean isWeb = where.startsWith("http://") || where.startsWith("https://");
        if (!isWeb && !Files.isDirectory(Path.of(where))) {
            throw new RefusedException(AppProblem.NO_PUBLICATION.at(where));
        }
        SiteFiles files = isWeb ? new WebFiles(where) : new DiskFiles(Path.of(where));
        byte[] bytes = read(files, SitePath.CHECKPOINT, Note.SIZE_MOST)
                .orElseThrow(() -> new RefusedException(AppProblem.NO_CHECKPOINT.at(where)));
        return switch (SignedCheckpoint.parse(bytes)) {
            case Result.Ok<SignedCheckpoint>(SignedCheckpoint head) -> new LogAt(files, head);
            case Result.Refused<SignedCheckpoint>(Problem problem) ->
                throw new RefusedException(problem.in(where + "/" + SitePath.CHECKPOINT));
        };
    }

    SiteFiles files() {
        return files;
    }

    SignedCheckpoint head() {
        return head;
    }

    /** A file of the publication; of a longer one just so much that it is seen to be too long. */
    Optional<byte[]> read(String path, int most) {
        return read(files, path, most);
    }

    /** A file of tiles or entries. */
    Optional<byte[]> tile(TilePath path) {
        return read(files, path.path(), path.isEntries() ? BUNDLE_MOST : TilePath.FULL_BYTES);
    }

    Result<TileReader> tiles() {
        return TileReader.open(head.checkpoint(), this::tile);
    }

    private static Optional<byte[]> read(SiteFiles files, String path, int most) {
        try {
            Optional<InputStream> opened = files.open(path);
            if (opened.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream in = opened.get()) {
                return Optional.of(in.readNBytes(most + 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + path, e);
        }
    }

    @Override
    public void close() {
        if (files instanceof WebFiles web) {
            web.close();
        }
    }
}
