package org.cotejo.node.mirror;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.publication.Manifest;
import org.cotejo.publication.SitePath;
import org.cotejo.publication.TimestampPath;
import org.cotejo.tlog.EntryBundle;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.TilePath;
import org.cotejo.tlog.TileReader;

/** Checks every byte of a version on this mirror's own disk: after a crash nothing on it is believed. */
final class OwnCheck {
    private static final int BUFFER = 1 << 16;
    private static final int BUNDLE_MOST = TilePath.FULL * (2 + EntryBundle.ENTRY_MOST);

    private final Path version;
    private final Stock stock;
    private final Map<String, Hash> read = new HashMap<>();
    private int damaged;

    private OwnCheck(Path version, SignedCheckpoint head) {
        this.version = version;
        this.stock = new Stock(head, new Named());
    }

    /** What was found; a version with damage must be mended before it is served. */
    record Found(Stock stock, int damaged) {}

    static Found check(Path version, SignedCheckpoint head) throws IOException {
        OwnCheck check = new OwnCheck(version, head);
        check.tiles();
        check.named();
        return new Found(check.stock, check.damaged);
    }

    private void tiles() {
        long size = stock.head().checkpoint().size();
        long bundles = (size + TilePath.FULL - 1) / TilePath.FULL;
        if (!(TileReader.open(stock.head().checkpoint(), this::tile)
                instanceof Result.Ok<TileReader>(TileReader reader))) {
            damaged++;
            return;
        }
        Named named = new Named();
        boolean isWhole = true;
        for (long bundle = 0; bundle < bundles; bundle++) {
            TilePath path = TilePath.ofEntry(bundle * TilePath.FULL, size);
            if (reader.bundle(bundle) instanceof Result.Ok<EntryBundle>(EntryBundle entries)) {
                if (isWhole) {
                    named.add(bundle, entries);
                }
                holds(path);
                holds(new TilePath(0, bundle, path.width()));
            } else {
                isWhole = false;
                damaged++;
            }
        }
        if (isWhole) {
            TilePath.all(size).forEach(this::holds);
            stock.named(named);
        }
    }

    private void holds(TilePath path) {
        Hash hash = read.get(path.path());
        if (hash != null) {
            stock.add(path.path(), hash);
        }
    }

    private Optional<byte[]> tile(TilePath path) {
        Path file = version.resolve(path.path());
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((path.isEntries() ? BUNDLE_MOST : TilePath.FULL_BYTES) + 1);
            read.put(path.path(), Sha256.of(bytes));
            return Optional.of(bytes);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void named() throws IOException {
        for (Hash hash : stock.named().needed()) {
            expect(SitePath.blob(hash), hash);
        }
        for (Hash hash : stock.named().perhaps()) {
            if (Files.exists(version.resolve(SitePath.blob(hash)))) {
                expect(SitePath.blob(hash), hash);
            }
        }
        var newest = stock.named().newest();
        if (newest != null && stock.holds(SitePath.blob(newest.manifest()))) {
            byte[] bytes = Files.readAllBytes(version.resolve(SitePath.blob(newest.manifest())));
            if (Manifest.read(bytes) instanceof Result.Ok<Manifest>(Manifest manifest)) {
                stock.manifest(manifest);
                for (Manifest.Line line : manifest.files()) {
                    expect(line.path(), line.hash());
                }
            }
        }
        for (String path : MirrorFolder.files(version)) {
            Optional<TimestampPath> timestamp = TimestampPath.parse(path);
            if (timestamp.isPresent()) {
                expect(path, timestamp.get().file());
            } else if (path.equals(SitePath.TIMESTAMP_INDEX) || path.equals(SitePath.MIRRORS)) {
                hash(path).ifPresent(hash -> stock.add(path, hash));
            }
        }
    }

    private void expect(String path, Hash expected) throws IOException {
        Optional<Hash> found = hash(path);
        if (found.isPresent() && found.get().equals(expected)) {
            stock.add(path, expected);
        } else {
            damaged++;
        }
    }

    private Optional<Hash> hash(String path) throws IOException {
        return hash(version.resolve(path));
    }

    /** The SHA-256 of a file; empty where there is none. */
    static Optional<Hash> hash(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Sha256 hash = new Sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                hash.add(buffer, 0, count);
            }
        }
        return Optional.of(hash.hash());
    }
}
