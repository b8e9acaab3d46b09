package org.cotejo.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.cotejo.base.Problem;
import org.cotejo.base.Progress;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.base.Workers;
import org.cotejo.bulletin.Publication;
import org.cotejo.crypto.Hash;
import org.cotejo.entry.EntryBlock;
import org.cotejo.publication.Manifest;
import org.cotejo.publication.SitePath;
import org.cotejo.publication.TimestampPath;
import org.cotejo.tlog.TilePath;
import org.jspecify.annotations.Nullable;

/** Sets every file against the manifest that the newest publication commits to, and finds what nothing covers. */
final class FilesCheck {
    private static final Sentence FILES = new Sentence("Reading files:", "Leyendo archivos:");
    private static final int HEX = 2 * Hash.SIZE;

    private final FileReader reader;
    private final SiteFiles files;
    private final Findings findings;
    private final Progress progress;
    private final List<Future<?>> comparing = new ArrayList<>();
    private @Nullable Future<Optional<SortedSet<String>>> listing;
    private @Nullable Publication asked;
    private @Nullable Manifest manifest;

    FilesCheck(SiteFiles files, Findings findings, Progress progress) {
        this.files = files;
        this.reader = new FileReader(files);
        this.findings = findings;
        this.progress = progress;
    }

    /**
     * The manifest of a publication; null if it can't be used. Its files are read beside what follows, until {@link #await}. Asked for
     * the same publication again, it answers what it answered.
     */
    @Nullable
    Manifest manifest(Publication publication) {
        if (!publication.equals(asked)) {
            asked = publication;
            manifest = read(publication);
            if (manifest != null) {
                begin(manifest);
            }
        }
        return manifest;
    }

    private @Nullable Manifest read(Publication publication) {
        String path = SitePath.blob(publication.manifest());
        byte[] bytes = reader.bytes(path, Manifest.SIZE_MOST).orElse(null);
        if (bytes == null || bytes.length > Manifest.SIZE_MOST) {
            return unusable(path, new Sentence("it is missing or too long", "falta o es demasiado largo"));
        }
        return switch (Manifest.read(bytes)) {
            case Result.Refused<Manifest>(Problem problem) -> unusable(path, problem.sentence());
            case Result.Ok<Manifest>(Manifest known) ->
                known.entries() == publication.entries()
                        ? known
                        : unusable(
                                path,
                                new Sentence(
                                        "it speaks of another number of entries than its entry",
                                        "habla de otro número de asientos que su asiento"));
        };
    }

    private @Nullable Manifest unusable(String path, Sentence why) {
        findings.add(Level.BYTES, PublicationProblem.MANIFEST.because(Spot.file(path), why));
        return null;
    }

    private void begin(Manifest manifest) {
        List<Manifest.Line> lines = manifest.files();
        AtomicInteger next = new AtomicInteger();
        ExecutorService pool = Workers.pool(Workers.THREADS);
        listing = pool.submit(this::list);
        for (int i = 0; i < Workers.THREADS; i++) {
            comparing.add(pool.submit(() -> {
                for (int at = next.getAndIncrement(); at < lines.size(); at = next.getAndIncrement()) {
                    compare(lines.get(at));
                    progress.at(FILES, at + 1L, lines.size());
                }
            }));
        }
        pool.shutdown();
    }

    /** Waits until every file of the manifest was compared. */
    void await() {
        comparing.forEach(Workers::await);
    }

    private void compare(Manifest.Line line) {
        FileReader.Seen seen = reader.hash(line.path(), line.size()).orElse(null);
        if (seen == null) {
            findings.add(Level.BYTES, PublicationProblem.FILE_MISSING.at(Spot.file(line.path())));
        } else if (seen.size() != line.size() || !seen.hash().equals(line.hash())) {
            findings.add(
                    Level.BYTES,
                    PublicationProblem.FILE_CHANGED.at(
                            Spot.file(line.path()),
                            line.hash().hex(),
                            seen.size() > line.size()
                                    ? "> " + line.size() + " bytes"
                                    : seen.hash().hex()));
        }
    }

    /**
     * Finds files that nothing covers; returns false where files can't be listed. Tiles and bundles of earlier heads are covered
     * if they are the beginning of the newer ones.
     */
    boolean extra(@Nullable Manifest manifest, List<EntryBlock> blocks, long size) {
        SortedSet<String> all = listed().orElse(null);
        if (all == null) {
            return false;
        }
        Set<String> covered = new HashSet<>(Set.of(SitePath.CHECKPOINT, SitePath.MARK, SitePath.MIRRORS));
        TilePath.all(size).forEach(tile -> covered.add(tile.path()));
        if (manifest != null) {
            manifest.files().forEach(line -> covered.add(line.path()));
        }
        for (String path : all) {
            boolean isCovered = covered.contains(path)
                    || manifest == null && SitePath.isOfManifest(path)
                    || isBlob(path)
                    || path.equals(SitePath.TIMESTAMP_INDEX)
                    || TimestampPath.parse(path).isPresent()
                    || path.startsWith(SitePath.TILES) && isOlderTile(path, blocks, size);
            if (!isCovered) {
                findings.add(Level.BYTES, PublicationProblem.EXTRA_FILE.at(Spot.file(path)));
            }
        }
        return true;
    }

    /** The paths of all files, asked for once; empty where nobody can know. */
    Optional<SortedSet<String>> listed() {
        Future<Optional<SortedSet<String>>> known =
                listing == null ? CompletableFuture.completedFuture(list()) : listing;
        listing = known;
        return Workers.await(known);
    }

    private Optional<SortedSet<String>> list() {
        try {
            return files.list();
        } catch (IOException e) {
            throw new UncheckedIOException("listing the files", e);
        }
    }

    /** A file that lies by its own hash says nothing that an entry does not say, but it must have that hash. */
    private boolean isBlob(String path) {
        if (!path.startsWith(SitePath.BLOBS)) {
            return false;
        }
        String hex = path.substring(path.lastIndexOf('/') + 1);
        boolean isHash = hex.length() == HEX && hex.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
        return isHash
                && SitePath.blob(Hash.ofHex(hex)).equals(path)
                && reader.hash(path, Long.MAX_VALUE)
                        .map(seen -> seen.hash().hex().equals(hex))
                        .orElse(false);
    }

    private boolean isOlderTile(String path, List<EntryBlock> blocks, long size) {
        if (!(TilePath.parse(path) instanceof Result.Ok<TilePath>(TilePath tile)) || tile.isFull()) {
            return false;
        }
        return OlderTile.isBeginning(tile, reader, blocks, size);
    }
}
