package org.cotejo.tlog;

import java.io.ByteArrayOutputStream;
import org.cotejo.base.Check;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.merkle.TreeHash;

/**
 * Makes the tiles and bundles of a log as it grows, from its right edge alone: full ones as soon as they are full, the others
 * when {@link #flush} is called, as often as wanted. Not safe for use by several threads.
 */
public final class TileWriter {
    private final Edge edge = new Edge();
    private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    private long size;

    /** Begins an empty log. */
    public TileWriter() {}

    /** Goes on with a log: its partial tiles and bundle are read and verified against its checkpoint first. */
    public static Result<TileWriter> resume(Checkpoint head, TileSource source) {
        return TileReader.open(head, source).then(reader -> {
            TileWriter writer = new TileWriter();
            writer.size = head.size();
            reader.copyEdge(writer.edge);
            if (head.size() % TilePath.FULL == 0) {
                return Result.ok(writer);
            }
            return reader.bundle(head.size() / TilePath.FULL).then(last -> {
                writer.bundle.write(last.bytes(), 0, last.offset(last.count() - 1) + last.length(last.count() - 1));
                return Result.ok(writer);
            });
        });
    }

    /** Appends an entry; what becomes full by it goes to the sink. */
    public void append(byte[] entry, int offset, int length, TileSink sink) {
        Check.that(length <= EntryBundle.ENTRY_MOST, "an entry of %d bytes", length);
        TreeHash.checkSize(size + 1);
        bundle.write(length >>> 8);
        bundle.write(length & 0xff);
        bundle.write(entry, offset, length);
        HashTile leaves = edge.level(0);
        edge.hash().leaf(entry, offset, length, leaves.array(), leaves.next());
        size++;
        if (size % TilePath.FULL == 0) {
            sink.put(TilePath.entries(size / TilePath.FULL - 1, TilePath.FULL), bundle.toByteArray());
            bundle.reset();
            full(sink);
        }
    }

    /** As {@link #append(byte[], int, int, TileSink)} of a whole array. */
    public void append(byte[] entry, TileSink sink) {
        append(entry, 0, entry.length, sink);
    }

    /** Hands out each tile that is full now, from the leaves upward, and puts its hash into the one above. */
    private void full(TileSink sink) {
        long above = size / TilePath.FULL;
        for (int level = 0; edge.level(level).width() == TilePath.FULL; level++) {
            HashTile tile = edge.level(level);
            sink.put(new TilePath(level, above - 1, TilePath.FULL), tile.bytes());
            Hash over = tile.node(edge.hash(), 0, 8);
            tile.clear();
            HashTile next = edge.level(level + 1);
            over.copyTo(next.array(), next.next());
            above /= TilePath.FULL;
        }
    }

    /** Hands out the tiles and the bundle that are not full; with those handed out before they are the log as it stands. */
    public void flush(TileSink sink) {
        for (TilePath path : TilePath.partial(size)) {
            sink.put(
                    path,
                    path.isEntries()
                            ? bundle.toByteArray()
                            : edge.level(path.level()).bytes());
        }
    }

    /** Entries so far. */
    public long size() {
        return size;
    }

    /** The root over all entries so far. */
    public Hash root() {
        return edge.root(size);
    }
}
