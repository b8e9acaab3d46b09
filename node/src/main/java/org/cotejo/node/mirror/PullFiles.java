package org.cotejo.node.mirror;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.bulletin.Publication;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.node.web.LimitException;
import org.cotejo.publication.Manifest;
import org.cotejo.publication.SitePath;
import org.cotejo.publication.TimestampIndex;
import org.cotejo.publication.TimestampPath;
import org.jspecify.annotations.Nullable;

/** Brings the files that the log's entries commit to, each by its hash: those that are here already are never fetched again. */
final class PullFiles {
    /** Most bytes of a file that an entry names by its hash alone. */
    static final long BLOB_MOST = 1L << 28;

    private static final int TIMESTAMP_MOST = 1 << 17;
    private static final int EVIDENCE_MOST = 1 << 20;

    /** A file to be brought. */
    private record Wanted(String path, Hash hash, long most, boolean isNeeded) {}

    private final Source source;
    private final MirrorFolder folder;
    private final Stock.@Nullable Placed held;
    private final Stock stock;
    private final Limits limits;
    private final Map<Hash, String> byHash;
    private final AtomicLong bytes = new AtomicLong();

    PullFiles(Source source, MirrorFolder folder, Stock.@Nullable Placed held, Stock stock, Limits limits) {
        this.source = source;
        this.folder = folder;
        this.held = held;
        this.stock = stock;
        this.limits = limits;
        this.byHash = held == null ? new HashMap<>() : held.stock().byHash();
    }

    void bring() throws IOException, SeenException {
        List<Wanted> blobs = new ArrayList<>();
        stock.named().needed().forEach(hash -> blobs.add(new Wanted(SitePath.blob(hash), hash, BLOB_MOST, true)));
        stock.named().perhaps().forEach(hash -> blobs.add(new Wanted(SitePath.blob(hash), hash, BLOB_MOST, false)));
        Lanes lanes = new Lanes(limits.lanes());
        lanes.each(blobs, this::one);
        Publication newest = stock.named().newest();
        if (newest != null) {
            Manifest manifest = manifest(newest);
            stock.manifest(manifest);
            lanes.each(
                    manifest.files().stream()
                            .map(line -> new Wanted(line.path(), line.hash(), line.size(), true))
                            .toList(),
                    this::one);
        }
        timestamps(lanes);
    }

    private Manifest manifest(Publication newest) throws IOException, SeenException {
        String path = SitePath.blob(newest.manifest());
        byte[] read = Files.readAllBytes(folder.aside().resolve(path));
        Manifest manifest = switch (Manifest.read(read)) {
            case Result.Ok<Manifest>(Manifest one) -> one;
            case Result.Refused<Manifest>(Problem problem) ->
                throw new SeenException(Sighting.Kind.CHANGED.because(path, problem.sentence()), read);
        };
        long sum = 0;
        for (Manifest.Line line : manifest.files()) {
            sum = line.size() > limits.bytesMost() ? Long.MAX_VALUE : Math.min(Long.MAX_VALUE / 2, sum + line.size());
        }
        if (sum > limits.bytesMost() || manifest.files().size() > limits.filesMost()) {
            throw tooMuch(path);
        }
        return manifest;
    }

    private static SeenException tooMuch(String path) {
        return new SeenException(Sighting.Kind.LIMIT.because(
                path,
                new Sentence(
                        "its files take more room than this mirror has for it (--most-bytes)",
                        "sus archivos ocupan más de lo que esta réplica le concede (--most-bytes)")));
    }

    private void one(Wanted wanted) throws IOException, SeenException {
        if (carried(wanted)) {
            return;
        }
        Path part = folder.part();
        try {
            Optional<Source.Brought> brought = source.bring(wanted.path(), wanted.most(), part);
            if (brought.isEmpty()) {
                if (wanted.isNeeded()) {
                    throw new SeenException(Sighting.Kind.VANISHED.at(wanted.path()));
                }
                return;
            }
            if (!brought.get().hash().equals(wanted.hash())) {
                throw other(wanted, brought.get(), part);
            }
            if (bytes.addAndGet(brought.get().size()) > limits.bytesMost()) {
                throw tooMuch(wanted.path());
            }
            folder.place(part, wanted.path());
            stock.add(wanted.path(), wanted.hash());
        } catch (LimitException e) {
            if (wanted.most() < BLOB_MOST) {
                throw new SeenException(Sighting.Kind.CHANGED.because(wanted.path(), e.sentence()));
            }
            throw e;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private SeenException other(Wanted wanted, Source.Brought brought, Path part) throws IOException {
        Stock.Placed before = held;
        if (before != null
                && before.stock()
                        .hash(wanted.path())
                        .filter(brought.hash()::equals)
                        .isPresent()) {
            return new SeenException(Sighting.Kind.STALE.at(wanted.path()));
        }
        byte[] found;
        try (var in = Files.newInputStream(part)) {
            found = in.readNBytes(EVIDENCE_MOST);
        }
        return new SeenException(changed(wanted.path(), wanted.hash(), brought.hash()), found);
    }

    static Sighting changed(String path, Hash expected, Hash found) {
        return Sighting.Kind.CHANGED.because(
                path, new Sentence("SHA-256 {1} instead of {0}", "SHA-256 {1} en vez de {0}").with(expected, found));
    }

    /** Whether the file is here already, from an earlier try, at its place or at another one. */
    private boolean carried(Wanted wanted) throws IOException {
        if (stock.hash(wanted.path()).filter(wanted.hash()::equals).isPresent()) {
            return true;
        }
        Path aside = folder.aside().resolve(wanted.path());
        boolean isThere = Files.isRegularFile(aside)
                && OwnCheck.hash(aside).filter(wanted.hash()::equals).isPresent();
        Stock.Placed from = held;
        if (!isThere && from != null) {
            boolean isSame = from.stock()
                    .hash(wanted.path())
                    .filter(wanted.hash()::equals)
                    .isPresent();
            String path = isSame ? wanted.path() : byHash.get(wanted.hash());
            if (path != null) {
                folder.carry(from.file(path), wanted.path());
                isThere = true;
            }
        }
        if (isThere) {
            stock.add(wanted.path(), wanted.hash());
        }
        return isThere;
    }

    /** Times that others gave: no entry commits to them, each is named by its own hash. */
    private void timestamps(Lanes lanes) throws IOException, SeenException {
        Optional<byte[]> read = source.bytes(SitePath.TIMESTAMP_INDEX, TimestampIndex.SIZE_MOST);
        Optional<TimestampIndex> index = read.flatMap(TimestampIndex::parse);
        if (index.isEmpty()) {
            if (read.isPresent()) {
                throw new SeenException(
                        Sighting.Kind.CHANGED.because(
                                SitePath.TIMESTAMP_INDEX,
                                new Sentence("it is no list of timestamps", "no es una lista de sellos de tiempo")),
                        read.get());
            }
            return;
        }
        lanes.each(
                index.get().paths().stream()
                        .map(TimestampPath::path)
                        .map(path -> new Wanted(
                                path, TimestampPath.parse(path).orElseThrow().file(), TIMESTAMP_MOST, true))
                        .toList(),
                this::one);
        folder.write(SitePath.TIMESTAMP_INDEX, read.get());
        stock.add(SitePath.TIMESTAMP_INDEX, Sha256.of(read.get()));
    }
}
