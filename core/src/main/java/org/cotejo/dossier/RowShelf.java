package org.cotejo.dossier;

import java.util.Arrays;
import org.cotejo.base.Numbers;

/** Rows of figures that follow each other. One shelf after the other is filled, so that what stands there need not be moved. */
final class RowShelf {
    /** A row's index is its shelf's number above these bits and its place on the shelf in them. */
    static final int BITS = 17;

    static final int ROWS_MOST = 1 << BITS;

    private static final int ROWS_FIRST = 256;

    /** The station of each row; the next row at that station once all are linked. */
    int[] links;

    /** Where what each row says begins in its array. */
    int[] rests;

    final Numbers heads;
    final Numbers arrays;

    private RowShelf(int rows) {
        this.links = new int[rows];
        this.rests = new int[rows];
        this.heads = new Numbers(rows);
        this.arrays = new Numbers(rows);
    }

    /** A shelf that begins small, as most elections are. */
    static RowShelf first() {
        return new RowShelf(ROWS_FIRST);
    }

    /** A shelf for as many rows as one can hold. */
    static RowShelf whole() {
        return new RowShelf(ROWS_MOST);
    }

    /** Lays a row down in a place, for which room is made. */
    void put(int at, int head, int array, int rest, int link) {
        if (at == links.length) {
            int more = at * 2;
            links = Arrays.copyOf(links, more);
            rests = Arrays.copyOf(rests, more);
            heads.grow(more);
            arrays.grow(more);
        }
        links[at] = link;
        rests[at] = rest;
        heads.set(at, head);
        arrays.set(at, array);
    }
}
