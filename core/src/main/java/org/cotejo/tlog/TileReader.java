package org.cotejo.tlog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.merkle.Consistency;
import org.cotejo.merkle.Inclusion;
import org.cotejo.merkle.RightEdge;
import org.cotejo.merkle.SubtreeConsistency;
import org.cotejo.merkle.Subtrees;
import org.cotejo.merkle.TreeHash;

/**
 * Reads a log of which the checkpoint is believed. No hash is given out before the tile that holds it was verified: those at
 * the right edge together give the checkpoint's root, and every full tile must hash to the one that the tile above it holds.
 * Keeps a number of verified tiles. Not safe for use by several threads.
 */
public final class TileReader {
    private static final int TILES_KEPT = 64;
    private static final int BITS = 8;

    private final Checkpoint head;
    private final TileSource source;
    private final Edge edge = new Edge();
    private final TreeHash hash = new TreeHash();
    private final Map<TilePath, HashTile> kept = new LinkedHashMap<>(TILES_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TilePath, HashTile> eldest) {
            return size() > TILES_KEPT;
        }
    };

    private TileReader(Checkpoint head, TileSource source) {
        this.head = head;
        this.source = source;
    }

    /** Reads and verifies the right edge; refused if it does not give the root. */
    public static Result<TileReader> open(Checkpoint head, TileSource source) {
        TileReader reader = new TileReader(head, source);
        return guarded(() -> {
            for (TilePath path : TilePath.partial(head.size())) {
                if (!path.isEntries()) {
                    reader.edge.level(path.level()).fill(reader.bytes(path), path.width());
                }
            }
            Hash root = head.size() == 0 ? TreeHash.EMPTY : reader.edge.root(head.size());
            if (!root.equals(head.root())) {
                throw new RefusedException(TlogProblem.OTHER_HASHES.with("tile"));
            }
            return reader;
        });
    }

    /** The hash of a leaf. */
    public Result<Hash> leaf(long index) {
        return inLog(index).then(_ -> guarded(() -> hashes().hash(0, index)));
    }

    /** The proof that entry {@code index} is in the log. */
    public Result<List<Hash>> inclusion(long index) {
        return inLog(index).then(_ -> guarded(() -> Inclusion.prove(index, head.size(), hashes())));
    }

    /** The proof that the log continues its first {@code older} entries, 1 or more. */
    public Result<List<Hash>> consistency(long older) {
        return inLog(older - 1).then(_ -> guarded(() -> Consistency.prove(older, head.size(), hashes())));
    }

    /** The root that the first {@code older} entries have, 1 or more. */
    public Result<Hash> root(long older) {
        return inLog(older - 1)
                .then(_ -> guarded(() -> RightEdge.of(older, hashes()).root()));
    }

    /** The proof that the stretch of leaves {@code start} to {@code end}, without the last, is in the log. */
    public Result<List<Hash>> subtree(long start, long end) {
        return inLog(end - 1).then(_ -> guarded(() -> SubtreeConsistency.prove(start, end, head.size(), hashes())));
    }

    /** The bundle number {@code index}, each entry of which is the one in the tree. */
    public Result<EntryBundle> bundle(long index) {
        if (index < 0 || index > TreeHash.SIZE_MOST) {
            // Its first entry would overflow, perhaps to one that is there.
            return Result.refused(TlogProblem.INDEX.with(index, head.size()));
        }
        long first = index * TilePath.FULL;
        return inLog(first)
                .then(_ -> guarded(() -> {
                    TilePath path = TilePath.ofEntry(first, head.size());
                    EntryBundle bundle = entries(path);
                    for (int i = 0; i < path.width(); i++) {
                        Hash leaf = hash.leaf(bundle.bytes(), bundle.offset(i), bundle.length(i));
                        if (!leaf.equals(hashes().hash(0, first + i))) {
                            throw new RefusedException(TlogProblem.ENTRY.with(first + i));
                        }
                    }
                    return bundle;
                }));
    }

    /** One entry, the one in the tree. */
    public Result<byte[]> entry(long index) {
        return inLog(index)
                .then(_ -> bundle(index / TilePath.FULL))
                .then(bundle -> Result.ok(bundle.entry((int) (index % TilePath.FULL))));
    }

    /** The checkpoint against which all is verified. */
    public Checkpoint head() {
        return head;
    }

    /** Verified hashes of any complete subtree; a tile that is not the log's is thrown as {@link RefusedException}. */
    private Subtrees hashes() {
        return (level, index) -> {
            int tileLevel = level / BITS;
            long first = index << level % BITS;
            return tile(tileLevel, first / TilePath.FULL).node(hash, (int) (first % TilePath.FULL), level % BITS);
        };
    }

    private HashTile tile(int level, long index) {
        long count = TilePath.hashes(level, head.size());
        if (index == count / TilePath.FULL) {
            return edge.level(level);
        }
        TilePath path = new TilePath(level, index, TilePath.FULL);
        HashTile known = kept.get(path);
        if (known != null) {
            return known;
        }
        HashTile above = tile(level + 1, index / TilePath.FULL);
        HashTile tile = new HashTile();
        tile.fill(bytes(path), TilePath.FULL);
        if (!tile.node(hash, 0, BITS).equals(above.hash((int) (index % TilePath.FULL)))) {
            throw new RefusedException(TlogProblem.OTHER_HASHES.with(path));
        }
        kept.put(path, tile);
        return tile;
    }

    /** The bytes of a tile; where a partial one is gone, those of the full one that came in its place. */
    private byte[] bytes(TilePath path) {
        Optional<byte[]> own = source.read(path);
        byte[] bytes = own.orElseGet(() -> instead(path));
        int expected = own.isPresent() ? path.width() * Hash.SIZE : TilePath.FULL_BYTES;
        if (bytes.length != expected) {
            throw new RefusedException(TlogProblem.LENGTH.with(path, bytes.length, expected));
        }
        return bytes;
    }

    private EntryBundle entries(TilePath path) {
        Optional<byte[]> own = source.read(path);
        Optional<EntryBundle> bundle = own.isPresent()
                ? EntryBundle.read(own.get(), path.width())
                : EntryBundle.begin(instead(path), path.width());
        return bundle.orElseThrow(() -> new RefusedException(TlogProblem.BUNDLE.with(path, path.width())));
    }

    private byte[] instead(TilePath path) {
        return (path.isFull() ? Optional.<byte[]>empty() : source.read(path.full()))
                .orElseThrow(() -> new RefusedException(TlogProblem.MISSING.with(path)));
    }

    private Result<Long> inLog(long index) {
        return index >= 0 && index < head.size()
                ? Result.ok(index)
                : Result.refused(TlogProblem.INDEX.with(index, head.size()));
    }

    private static <T> Result<T> guarded(Supplier<T> read) {
        try {
            return Result.ok(read.get());
        } catch (RefusedException e) {
            Problem problem = e.problem();
            return Result.refused(problem);
        }
    }

    void copyEdge(Edge to) {
        for (int level = 0; level < edge.levels(); level++) {
            HashTile from = edge.level(level);
            to.level(level).fill(from.array(), from.width());
        }
    }
}
