package org.cotejo.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.cotejo.base.Progress;
import org.cotejo.base.Sentence;
import org.cotejo.base.Workers;
import org.cotejo.crypto.Hash;
import org.cotejo.entry.EntryBlock;
import org.cotejo.merkle.TreeHash;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.TilePath;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes a log's tree from its entries: every leaf, every tile of every level, the root. The bundles are read side by side
 * and kept; of the hashes only one in 256 is.
 */
final class TreeCheck {
    private static final int BUNDLE_MOST = TilePath.FULL * (EntryBlock.LENGTH_BYTES + 0xffff);
    private static final Sentence TREE = new Sentence("Hashing entries:", "Calculando los hashes:");

    private final FileReader files;
    private final Checkpoint head;
    private final Findings findings;
    private final Progress progress;
    private final int bundles;
    private final @Nullable EntryBlock[] blocks;
    private final AtomicLong done = new AtomicLong();
    private long bytes;

    TreeCheck(FileReader files, Checkpoint head, Findings findings, Progress progress) {
        this.files = files;
        this.head = head;
        this.findings = findings;
        this.progress = progress;
        this.bundles = Math.toIntExact((head.size() + TilePath.FULL - 1) / TilePath.FULL);
        this.blocks = new EntryBlock[bundles];
    }

    /** Checks everything; problems are in the findings. Returns the entries, or an empty list if any bundle can't be read. */
    List<EntryBlock> check() {
        byte[] level = bundles();
        if (!Arrays.stream(blocks).allMatch(block -> block != null)) {
            // Said already; without every leaf no other tile can be set against anything.
            return List.of();
        }
        byte @Nullable [] right = null;
        TreeHash hash = new TreeHash();
        for (int number = 0; TilePath.hashes(number, head.size()) > 0; number++) {
            long count = TilePath.hashes(number, head.size());
            int full = Math.toIntExact(count / TilePath.FULL);
            byte[] above = new byte[full * Hash.SIZE];
            int edge = (int) (count % TilePath.FULL);
            if (number == 0) {
                // The bundles gave the roots of full tiles and, behind them, the hashes of the one at the edge.
                System.arraycopy(level, 0, above, 0, above.length);
                right = edgeRoot(hash, level, above.length, edge, right);
            } else {
                for (int tile = 0; tile < full; tile++) {
                    int at = tile * TilePath.FULL_BYTES;
                    compare(new TilePath(number, tile, TilePath.FULL), level, at);
                    System.arraycopy(root(hash, level, at, TilePath.FULL, null), 0, above, tile * Hash.SIZE, Hash.SIZE);
                }
                if (edge > 0) {
                    compare(new TilePath(number, full, edge), level, full * TilePath.FULL_BYTES);
                }
                right = edgeRoot(hash, level, full * TilePath.FULL_BYTES, edge, right);
            }
            level = above;
        }
        Hash root = right == null ? TreeHash.EMPTY : new Hash(right);
        if (!root.equals(head.root())) {
            findings.add(
                    Level.BYTES,
                    PublicationProblem.ROOT.at(
                            Spot.file("checkpoint"), root.hex(), head.root().hex()));
        }
        List<EntryBlock> all = new ArrayList<>(bundles);
        for (EntryBlock block : blocks) {
            all.add(Objects.requireNonNull(block));
        }
        return all;
    }

    /** Bytes of the bundles that were read. */
    long bytes() {
        return bytes;
    }

    private static byte @Nullable [] edgeRoot(
            TreeHash hash, byte[] hashes, int at, int count, byte @Nullable [] right) {
        return count == 0 ? right : root(hash, hashes, at, count, right);
    }

    /** Reads all bundles; returns the roots of the full ones, then the leaf hashes of the one that is not full. */
    private byte[] bundles() {
        int edge = (int) (head.size() % TilePath.FULL);
        int full = Math.toIntExact(head.size() / TilePath.FULL);
        byte[] roots = new byte[(full + edge) * Hash.SIZE];
        int parts = Math.min(Workers.THREADS, Math.max(1, bundles));
        AtomicLong read = new AtomicLong();
        Workers.run(IntStream.range(0, parts)
                .mapToObj(part -> (Runnable) () -> {
                    TreeHash hash = new TreeHash();
                    Shelf shelf = new Shelf();
                    for (int bundle = part; bundle < bundles; bundle += parts) {
                        read.addAndGet(bundle(hash, shelf, bundle, roots));
                        progress.at(TREE, done.incrementAndGet(), bundles);
                    }
                })
                .toList());
        bytes = read.get();
        return roots;
    }

    private long bundle(TreeHash hash, Shelf shelf, int number, byte[] roots) {
        int count = (int) Math.min(TilePath.FULL, head.size() - (long) number * TilePath.FULL);
        TilePath path = TilePath.entries(number, count);
        Shelf.@Nullable Place place =
                files.shelved(path.path(), BUNDLE_MOST, shelf).orElse(null);
        if (place == null) {
            tile(path, -1, "this bundle of entries is missing", "falta este paquete de asientos");
            return 0;
        }
        byte[] content = place.array();
        byte[] leaves = new byte[count * Hash.SIZE];
        int at = place.from();
        for (int i = 0; i < count; i++) {
            int length = at + EntryBlock.LENGTH_BYTES <= place.to() ? EntryBlock.lengthAt(content, at) : -1;
            if (length < 0 || at + EntryBlock.LENGTH_BYTES + length > place.to()) {
                findings.add(
                        Level.BYTES,
                        PublicationProblem.TILE.because(
                                new Spot(path.path(), (long) number * TilePath.FULL + i, at - place.from()),
                                new Sentence(
                                        "this bundle of entries is cut off", "este paquete de asientos está cortado")));
                return place.length();
            }
            at += EntryBlock.LENGTH_BYTES;
            hash.leaf(content, at, length, leaves, i * Hash.SIZE);
            at += length;
        }
        if (at != place.to()) {
            tile(
                    path,
                    at - place.from(),
                    "there are bytes left over behind the last entry",
                    "sobran bytes tras el último asiento");
            return place.length();
        }
        blocks[number] = new EntryBlock(content, place.from(), place.to());
        compare(new TilePath(0, number, count), leaves, 0);
        if (count == TilePath.FULL) {
            System.arraycopy(root(hash, leaves, 0, count, null), 0, roots, number * Hash.SIZE, Hash.SIZE);
        } else {
            System.arraycopy(leaves, 0, roots, number * Hash.SIZE, leaves.length);
        }
        return place.length();
    }

    /** The root over {@code count} hashes that stand side by side, and, if given, one more at the right. */
    private static byte[] root(TreeHash hash, byte[] hashes, int at, int count, byte @Nullable [] right) {
        int width = count + (right == null ? 0 : 1);
        byte[] row = new byte[width * Hash.SIZE];
        System.arraycopy(hashes, at, row, 0, count * Hash.SIZE);
        if (right != null) {
            System.arraycopy(right, 0, row, count * Hash.SIZE, Hash.SIZE);
        }
        while (width > 1) {
            int pairs = width / 2;
            for (int pair = 0; pair < pairs; pair++) {
                hash.node(row, 2 * pair * Hash.SIZE, row, pair * Hash.SIZE);
            }
            if (width % 2 == 1) {
                System.arraycopy(row, (width - 1) * Hash.SIZE, row, pairs * Hash.SIZE, Hash.SIZE);
            }
            width = pairs + width % 2;
        }
        return Arrays.copyOf(row, Hash.SIZE);
    }

    /** Sets a tile as it lies there against the hashes that it must hold. */
    private void compare(TilePath path, byte[] hashes, int at) {
        int length = path.width() * Hash.SIZE;
        byte @Nullable [] content =
                files.bytes(path.path(), TilePath.FULL_BYTES).orElse(null);
        if (content == null) {
            tile(path, -1, "this tile is missing", "falta esta tesela");
            return;
        }
        int same = Arrays.mismatch(content, 0, content.length, hashes, at, at + length);
        if (same < 0) {
            return;
        }
        long index = path.index() * TilePath.FULL + same / Hash.SIZE;
        boolean isLeaf = path.level() == 0 && same / Hash.SIZE < path.width();
        findings.add(
                Level.BYTES,
                PublicationProblem.TILE.because(
                        new Spot(path.path(), isLeaf ? index : Spot.NONE, same),
                        content.length == length
                                ? new Sentence(
                                        "a hash in this tile is not the one that the entries give",
                                        "un hash de esta tesela no es el que dan los asientos")
                                : new Sentence(
                                                "this tile has {0} bytes instead of {1}",
                                                "esta tesela tiene {0} bytes en vez de {1}")
                                        .with(content.length, length)));
    }

    private void tile(TilePath path, long offset, String en, String es) {
        findings.add(
                Level.BYTES,
                PublicationProblem.TILE.because(new Spot(path.path(), Spot.NONE, offset), new Sentence(en, es)));
    }
}
