package org.cotejo.node.mirror;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.tlog.EntryBundle;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.TilePath;
import org.cotejo.tlog.TileReader;
import org.jspecify.annotations.Nullable;

/**
 * Brings the tiles and bundles of a head: those that are held are carried along, of the others every hash is set against the one above it,
 * up to the head's root, and every entry against its leaf. Some are asked for ahead, a bounded number of them.
 */
final class PullTiles implements AutoCloseable {
    private static final int BUNDLE_MOST = TilePath.FULL * (2 + EntryBundle.ENTRY_MOST);

    private final Source source;
    private final MirrorFolder folder;
    private final SignedCheckpoint head;
    private final Stock.@Nullable Placed held;
    private final Stock stock;
    private final int lanes;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    /** In the order in which they will be asked for. */
    private final List<TilePath> ahead = new ArrayList<>();

    private final Map<TilePath, Future<Optional<byte[]>>> asked = new HashMap<>();
    private final Map<TilePath, byte[]> pending = new LinkedHashMap<>();
    private @Nullable TilePath missing;
    private int next;
    private boolean isAsideUsed;
    private final boolean mayUseAside;

    PullTiles(
            Source source,
            MirrorFolder folder,
            SignedCheckpoint head,
            Stock.@Nullable Placed held,
            Stock stock,
            int lanes,
            boolean mayUseAside) {
        this.source = source;
        this.folder = folder;
        this.head = head;
        this.held = held;
        this.stock = stock;
        this.lanes = lanes;
        this.mayUseAside = mayUseAside;
    }

    /** Reads the right edge; what is seen there is thrown. */
    TileReader open() throws IOException, SeenException {
        long size = head.checkpoint().size();
        long bundles = (size + TilePath.FULL - 1) / TilePath.FULL;
        TilePath.partial(size).stream().filter(path -> !path.isEntries()).forEach(this::plan);
        for (long bundle = firstNeeded(); bundle < bundles; bundle++) {
            TilePath entries = TilePath.ofEntry(bundle * TilePath.FULL, size);
            plan(entries);
            if (entries.isFull()) {
                plan(new TilePath(0, bundle, TilePath.FULL));
            }
        }
        TileReader reader = value(() -> TileReader.open(head.checkpoint(), this::tile), "tile");
        flush();
        return reader;
    }

    /** The first bundle of which the entries are not known yet. */
    private long firstNeeded() {
        return held == null ? 0 : held.stock().named().entries() / TilePath.FULL;
    }

    private void plan(TilePath path) {
        if (local(path).isEmpty()) {
            ahead.add(path);
        }
    }

    /** Brings all of them, and gathers what the new entries name. */
    void bring(TileReader reader) throws IOException, SeenException {
        long size = head.checkpoint().size();
        long bundles = (size + TilePath.FULL - 1) / TilePath.FULL;
        Named named = held == null ? new Named() : held.stock().named().copy();
        for (long bundle = 0; bundle < bundles; bundle++) {
            TilePath path = TilePath.ofEntry(bundle * TilePath.FULL, size);
            boolean isHeld = isCarried(path) && isCarried(new TilePath(0, bundle, path.width()));
            if (isHeld && (bundle + 1) * TilePath.FULL <= named.entries()) {
                continue;
            }
            long number = bundle;
            EntryBundle entries = value(() -> reader.bundle(number), path.path());
            named.add(bundle, entries);
            if (named.isTooMany()) {
                throw new SeenException(Sighting.Kind.LIMIT.because(
                        "",
                        new org.cotejo.base.Sentence(
                                "its entries name more files than a mirror follows",
                                "sus asientos nombran más archivos de los que sigue una réplica")));
            }
            if (!path.isFull()) {
                put(
                        path,
                        Arrays.copyOf(
                                entries.bytes(), entries.offset(path.width() - 1) + entries.length(path.width() - 1)));
            }
            flush();
        }
        for (TilePath path : TilePath.all(size)) {
            carry(path);
        }
        stock.named(named);
    }

    private boolean isCarried(TilePath path) {
        return path.isFull() && held != null && held.stock().holds(path.path());
    }

    private void carry(TilePath path) throws IOException, SeenException {
        if (stock.holds(path.path())) {
            return;
        }
        Stock.Placed from = held;
        if (from != null && from.stock().holds(path.path())) {
            folder.carry(from.file(path.path()), path.path());
            stock.add(path.path(), from.stock().hash(path.path()).orElseThrow());
            return;
        }
        // A partial tile in whose place the full one came: the beginning of that one.
        Optional<byte[]> bytes =
                tile(path).or(() -> tile(path.full()).map(full -> Arrays.copyOf(full, path.width() * Hash.SIZE)));
        if (bytes.isEmpty()) {
            throw new SeenException(Sighting.Kind.VANISHED.at(path.path()));
        }
        pending.clear();
        put(path, bytes.get());
    }

    private void put(TilePath path, byte[] bytes) throws IOException {
        pending.remove(path);
        folder.write(path.path(), bytes);
        stock.add(path.path(), Sha256.of(bytes));
    }

    private void flush() throws IOException {
        long size = head.checkpoint().size();
        for (Map.Entry<TilePath, byte[]> one : List.copyOf(pending.entrySet())) {
            TilePath path = one.getKey();
            long count = path.isEntries() ? size : TilePath.hashes(path.level(), size);
            boolean isOurs = (path.index() + 1) * TilePath.FULL <= count == path.isFull();
            if (isOurs) {
                put(path, one.getValue());
            }
        }
        pending.clear();
    }

    /** Whether something failed that may lie in what an earlier try left here, and not at the source. */
    boolean isAsideInDoubt() {
        return isAsideUsed;
    }

    @FunctionalInterface
    private interface Read<T> {
        Result<T> read();
    }

    private <T> T value(Read<T> read, String where) throws IOException, SeenException {
        try {
            return switch (read.read()) {
                case Result.Ok<T>(T value) -> value;
                case Result.Refused<T>(Problem problem) -> throw seen(problem, where);
            };
        } catch (UncheckedIOException e) {
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        }
    }

    private SeenException seen(Problem problem, String where) {
        TilePath gone = missing;
        if (problem.code().equals("TLOG-105") && gone != null) {
            return new SeenException(Sighting.Kind.VANISHED.at(gone.path()));
        }
        byte[] found = pending.values().stream().reduce((_, last) -> last).orElse(null);
        return new SeenException(Sighting.Kind.CHANGED.because(where, problem.sentence()), found);
    }

    /** A tile as it lies here, or as the source gives it; verified by the reader alone. */
    private Optional<byte[]> tile(TilePath path) {
        Optional<Path> here = local(path);
        try {
            if (here.isPresent()) {
                isAsideUsed |= here.get().startsWith(folder.aside()) && !stock.holds(path.path());
                byte[] bytes = Files.readAllBytes(here.get());
                if (here.get().startsWith(folder.aside())) {
                    pending.put(path, bytes);
                }
                return Optional.of(bytes);
            }
            Optional<byte[]> fetched = fetched(path);
            if (fetched.isEmpty()) {
                missing = path;
            }
            fetched.ifPresent(bytes -> pending.put(path, bytes));
            return fetched;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Path> local(TilePath path) {
        String name = path.path();
        Path aside = folder.aside().resolve(name);
        if ((mayUseAside || stock.holds(name)) && Files.isRegularFile(aside)) {
            return Optional.of(aside);
        }
        Stock.Placed from = held;
        return from != null && from.stock().holds(name)
                ? Optional.of(from.folder().resolve(name))
                : Optional.empty();
    }

    private Optional<byte[]> fetched(TilePath path) throws IOException {
        if (lanes == 1) {
            return fetch(path);
        }
        int at = ahead.subList(next, ahead.size()).indexOf(path);
        if (at < 0) {
            return fetch(path);
        }
        next += at + 1;
        for (TilePath soon : ahead.subList(next - 1, Math.min(ahead.size(), next - 1 + lanes))) {
            asked.computeIfAbsent(soon, one -> threads.submit(() -> fetch(one)));
        }
        Future<Optional<byte[]>> own = asked.remove(path);
        try {
            return own == null ? fetch(path) : own.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
        }
    }

    private Optional<byte[]> fetch(TilePath path) throws IOException {
        return source.bytes(path.path(), path.isEntries() ? BUNDLE_MOST : TilePath.FULL_BYTES);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
