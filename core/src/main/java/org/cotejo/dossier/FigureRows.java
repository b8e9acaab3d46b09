package org.cotejo.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.FiguresBytes;

/**
 * Where the figures of every station lie: rows in the order of the entries, chained by contest and station once all are there. A row knows
 * its source and where the rest of its entry lies, what stands after the source, and nothing of what that says; rows that say
 * the same may share its bytes. Made for millions of rows.
 */
final class FigureRows {
    static final int NONE = -1;

    /** Stands for a station that was not found. */
    static final int NOT_FOUND = -1;

    private static final int ON_SHELF = RowShelf.ROWS_MOST - 1;

    private final EntryStore store;
    private final List<RowHead> heads = new ArrayList<>();
    private RowShelf[] shelves = {RowShelf.first()};
    private int size;
    private int stations;
    /** Of each contest and station its first row, counted from 1; 0 if it has none. */
    private int[] first = new int[0];

    /** No rows yet; their bytes will lie in {@code store}. */
    FigureRows(EntryStore store) {
        this.store = store;
    }

    /** Takes in a head, and returns its number. */
    int add(RowHead head) {
        heads.add(head);
        return heads.size() - 1;
    }

    List<RowHead> heads() {
        return heads;
    }

    /** Adds a row: its head and its array by their numbers, where what it says begins, and its station or {@link #NOT_FOUND}. */
    void add(int head, int array, int rest, int station) {
        int shelf = size >>> RowShelf.BITS;
        if (shelf == shelves.length) {
            shelves = Arrays.copyOf(shelves, shelf + 1);
            shelves[shelf] = RowShelf.whole();
        }
        shelves[shelf].put(size & ON_SHELF, head, array, rest, station);
        size++;
    }

    /** The station of a row while rows are not linked. */
    int station(int row) {
        return shelf(row).links[row & ON_SHELF];
    }

    void setStation(int row, int station) {
        shelf(row).links[row & ON_SHELF] = station;
    }

    /** Chains the rows whose source is of a contest and whose station was found; leaves out the others. */
    void link(int contests, int stationCount, int[] contestOfSource) {
        stations = stationCount;
        first = new int[Math.multiplyExact(contests, stationCount)];
        int[] contestOf =
                heads.stream().mapToInt(head -> contestOfSource[head.source()]).toArray();
        leaveOut(contestOf);
        // From the last to the first, so that each row finds the one after it.
        for (int shelf = shelves.length - 1; shelf >= 0; shelf--) {
            RowShelf rows = shelves[shelf];
            int begin = shelf << RowShelf.BITS;
            for (int at = Math.min(size - begin, RowShelf.ROWS_MOST) - 1; at >= 0; at--) {
                int chain = contestOf[rows.heads.get(at)] * stationCount + rows.links[at];
                rows.links[at] = first[chain] - 1;
                first[chain] = begin + at + 1;
            }
        }
    }

    private void leaveOut(int[] contestOf) {
        int kept = 0;
        for (int row = 0; row < size; row++) {
            RowShelf shelf = shelf(row);
            int at = row & ON_SHELF;
            if (shelf.links[at] != NOT_FOUND && contestOf[shelf.heads.get(at)] >= 0) {
                if (kept < row) {
                    shelf(kept)
                            .put(
                                    kept & ON_SHELF,
                                    shelf.heads.get(at),
                                    shelf.arrays.get(at),
                                    shelf.rests[at],
                                    shelf.links[at]);
                }
                kept++;
            }
        }
        size = kept;
    }

    private RowShelf shelf(int row) {
        return shelves[row >>> RowShelf.BITS];
    }

    int size() {
        return size;
    }

    /** Whether any row is of a signed sheet. */
    boolean hasSheets() {
        boolean hasSheets = false;
        if (heads.stream().anyMatch(RowHead::isSheet)) {
            for (int row = 0; row < size && !hasSheets; row++) {
                hasSheets = head(row).isSheet();
            }
        }
        return hasSheets;
    }

    int first(int contest, int station) {
        return first[contest * stations + station] - 1;
    }

    int next(int row) {
        return shelf(row).links[row & ON_SHELF];
    }

    RowHead head(int row) {
        return heads.get(shelf(row).heads.get(row & ON_SHELF));
    }

    int source(int row) {
        return head(row).source();
    }

    int array(int row) {
        return shelf(row).arrays.get(row & ON_SHELF);
    }

    /** The array in which the row's bytes lie. */
    byte[] bytes(int row) {
        return store.array(array(row));
    }

    /** Where what the row says begins in its array. */
    int restAt(int row) {
        return shelf(row).rests[row & ON_SHELF];
    }

    /** Where it ends. */
    int restEnd(int row) {
        // Where entries stay in place, the source stands between a row's length and what it says.
        int begin = restAt(row) - (store.isInPlace() ? head(row).length() : 0);
        return begin + EntryBlock.lengthAt(bytes(row), begin - EntryBlock.LENGTH_BYTES);
    }

    /** Whether a row says what the bytes between two places say. */
    boolean says(int row, byte[] bytes, int rest, int end) {
        return Arrays.equals(bytes(row), restAt(row), restEnd(row), bytes, rest, end);
    }

    /** Whether two rows, signed sheets or not both, say the same. */
    boolean saysSame(int row, int other) {
        return restAt(row) == restAt(other) && array(row) == array(other)
                || says(row, bytes(other), restAt(other), restEnd(other));
    }

    /** Points the cursor at what a row says. */
    FiguresBytes point(FiguresBytes cursor, int row) {
        return cursor.overRest(bytes(row), restAt(row), restEnd(row), head(row).isSheet());
    }
}
