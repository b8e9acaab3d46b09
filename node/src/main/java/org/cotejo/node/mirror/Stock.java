package org.cotejo.node.mirror;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import org.cotejo.crypto.Hash;
import org.cotejo.publication.Manifest;
import org.cotejo.tlog.SignedCheckpoint;
import org.jspecify.annotations.Nullable;

/** What lies in a version and was checked: path and SHA-256 of every file but the checkpoint. */
final class Stock {
    private final SignedCheckpoint head;
    private final Map<String, Hash> files = new ConcurrentSkipListMap<>();
    private Named named;
    private @Nullable Manifest manifest;

    Stock(SignedCheckpoint head, Named named) {
        this.head = head;
        this.named = named;
    }

    SignedCheckpoint head() {
        return head;
    }

    Named named() {
        return named;
    }

    void named(Named all) {
        this.named = all;
    }

    @Nullable
    Manifest manifest() {
        return manifest;
    }

    void manifest(Manifest newest) {
        this.manifest = newest;
    }

    void add(String path, Hash hash) {
        files.put(path, hash);
    }

    /** The hash of a checked file; empty where there is none. */
    Optional<Hash> hash(String path) {
        return Optional.ofNullable(files.get(path));
    }

    boolean holds(String path) {
        return files.containsKey(path);
    }

    /** The paths of all checked files. */
    NavigableSet<String> paths() {
        return new TreeSet<>(files.keySet());
    }

    /** A path at which a file with this hash lies, so that what only moved is not fetched again. */
    Map<Hash, String> byHash() {
        Map<Hash, String> paths = new java.util.HashMap<>();
        files.forEach((path, hash) -> paths.putIfAbsent(hash, path));
        return paths;
    }

    /** The stock with its place on the disk. */
    record Placed(Stock stock, Path folder) {
        Path file(String path) throws IOException {
            if (!stock.holds(path)) {
                throw new IOException(path + " was not checked");
            }
            return folder.resolve(path);
        }
    }
}
