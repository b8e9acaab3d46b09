package org.cotejo.dossier;

import java.util.Arrays;
import java.util.List;
import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.FiguresBytes;

/**
 * Where the figures of every station lie: rows in the order of the entries, chained by contest and station. A row knows its
 * source and where its bytes are, and nothing of what they say. Made for millions of rows.
 */
final class FigureRows {
    static final int NONE = -1;

    private final List<EntryBlock> blocks;
    private final int stations;
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
        this.last = new int[contests * stations];
        Arrays.fill(first, NONE);
        this.next = new int[most];
        this.sources = new int[most];
        this.places = new long[most];
    }

    /** Adds a row whose entry begins at {@code offset} of a block. */
    void add(int contest, int station, int source, int block, int offset) {
        int chain = contest * stations + station;
        if (first[chain] == NONE) {
            first[chain] = size;
        } else {
            next[last[chain]] = size;
        }
        last[chain] = size;
        next[size] = NONE;
        sources[size] = source;
        places[size] = (long) block << 32 | offset;
        size++;
    }

    int size() {
        return size;
    }

    int first(int contest, int station) {
        return first[contest * stations + station];
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

    /** Points the cursor at the row's entry. */
    FiguresBytes point(FiguresBytes cursor, int row) {
        byte[] bytes = bytes(row);
        int offset = (int) places[row];
        return cursor.over(bytes, offset, EntryBlock.lengthAt(bytes, offset - EntryBlock.LENGTH_BYTES));
    }
}
