package org.cotejo.dossier;

import java.util.List;
import java.util.concurrent.FutureTask;
import org.cotejo.base.Workers;
import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.FiguresBytes;

/**
 * Where the figures of every station lie: rows in the order of the entries, chained by contest and station. A row knows its
 * source and where its bytes are, and nothing of what they say. Made for millions of rows.
 */
final class FigureRows {
    static final int NONE = -1;

    private static final int MANY = 1 << 18;

    private final List<EntryBlock> blocks;
    private final int stations;
    /** Of each contest and station its first row, counted from 1; 0 if it has none. */
    private final int[] first;

    private final int[] last;
    private final int[] next;
    private final int[] sources;
    private final long[] places;
    private int size;

    /** Has room for {@code most} rows. */
    FigureRows(List<EntryBlock> blocks, int contests, int stations, int most) {
        this.blocks = List.copyOf(blocks);
        this.stations = stations;
        this.first = new int[Math.multiplyExact(contests, stations)];
        this.last = new int[first.length];
        FutureTask<int[]> ofNext = new FutureTask<>(() -> new int[most]);
        FutureTask<int[]> ofSources = new FutureTask<>(() -> new int[most]);
        FutureTask<long[]> ofPlaces = new FutureTask<>(() -> new long[most]);
        List<FutureTask<?>> arrays = List.of(ofPlaces, ofNext, ofSources);
        if (most < MANY) {
            arrays.forEach(FutureTask::run);
        } else {
            // Memory that is touched for the first time takes its time.
            Workers.run(arrays);
        }
        this.next = Workers.await(ofNext);
        this.sources = Workers.await(ofSources);
        this.places = Workers.await(ofPlaces);
    }

    /**
     * Lays a row down whose entry begins at {@code offset} of a block; it is found once it is linked. Rows may be laid down by several
     * threads, each in a place of its own.
     */
    void lay(int row, int contest, int station, int source, int block, int offset) {
        next[row] = contest * stations + station;
        sources[row] = source;
        places[row] = (long) block << Integer.SIZE | offset;
    }

    /** Takes so many rows that were laid down one after the other from {@code from} on, as the next ones in order. */
    void link(int from, int count) {
        if (from > size) {
            System.arraycopy(next, from, next, size, count);
            System.arraycopy(sources, from, sources, size, count);
            System.arraycopy(places, from, places, size, count);
        }
        int to = size + count;
        for (int row = size; row < to; row++) {
            int chain = next[row];
            next[row] = NONE;
            if (first[chain] == 0) {
                first[chain] = row + 1;
            } else {
                next[last[chain]] = row;
            }
            last[chain] = row;
        }
        size = to;
    }

    int size() {
        return size;
    }

    int first(int contest, int station) {
        return first[contest * stations + station] - 1;
    }

    int next(int row) {
        return next[row];
    }

    int source(int row) {
        return sources[row];
    }

    /** The array in which the row's entry lies. */
    byte[] bytes(int row) {
        return blocks.get((int) (places[row] >>> 32)).bytes();
    }

    /** Where the row's entry begins in its array. */
    int offset(int row) {
        return (int) places[row];
    }

    /** Points the cursor at the row's entry. */
    FiguresBytes point(FiguresBytes cursor, int row) {
        byte[] bytes = bytes(row);
        int offset = offset(row);
        return cursor.over(bytes, offset, EntryBlock.lengthAt(bytes, offset - EntryBlock.LENGTH_BYTES));
    }
}
