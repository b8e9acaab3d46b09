package org.cotejo.definition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Stations that follow each other in a register, packed: their codes in one array of bytes, their places and registered voters. A
 * register fills one shelf after the other, so that what stands there need not be moved when a country grows.
 */
final class StationShelf {
    /**
     * A station's index in its register is its shelf's number above these bits and its place on the shelf in them. So few that what the
     * first shelf leaves behind while it grows, and what the last one has to spare, is little beside a country.
     */
    static final int BITS = 16;

    static final int STATIONS_MOST = 1 << BITS;

    private static final int STATIONS_FIRST = 255;
    private static final int CODES_FIRST = 1 << 12;

    private byte[] codes;
    private int[] starts;
    private int[] places;
    private int[] registered;
    private int size;

    private StationShelf(int stations, int codeBytes) {
        this.codes = new byte[codeBytes];
        this.starts = new int[stations + 1];
        this.places = new int[stations];
        this.registered = new int[stations];
    }

    /** A shelf that begins small, as most elections are. */
    static StationShelf first() {
        return new StationShelf(STATIONS_FIRST, CODES_FIRST);
    }

    /** The shelf after this full one, with room for as many stations, whose codes will be about as long. */
    StationShelf next() {
        int codeBytes = starts[size];
        return new StationShelf(STATIONS_MOST, codeBytes + (codeBytes >> 4));
    }

    boolean isFull() {
        return size == STATIONS_MOST;
    }

    void add(byte[] code, int offset, int length, int place, int registeredVoters) {
        room(length);
        System.arraycopy(code, offset, codes, starts[size], length);
        starts[size + 1] = starts[size] + length;
        places[size] = place;
        registered[size] = registeredVoters;
        size++;
    }

    private void room(int length) {
        if (starts[size] + length > codes.length) {
            codes = Arrays.copyOf(codes, Math.max(codes.length * 2, starts[size] + length));
        }
        if (size == places.length) {
            int more = Math.min(STATIONS_MOST, size * 2 + 1);
            places = Arrays.copyOf(places, more);
            registered = Arrays.copyOf(registered, more);
            starts = Arrays.copyOf(starts, more + 1);
        }
    }

    boolean isCode(int at, byte[] bytes, int offset, int length) {
        return Arrays.equals(codes, starts[at], starts[at + 1], bytes, offset, offset + length);
    }

    int compare(int at, byte[] bytes, int offset, int length) {
        return Arrays.compareUnsigned(codes, starts[at], starts[at + 1], bytes, offset, offset + length);
    }

    String codeText(int at) {
        return new String(codes, starts[at], starts[at + 1] - starts[at], StandardCharsets.UTF_8);
    }

    /** What {@link Register#hash} gives for a station's code. */
    int hash(int at) {
        return Register.hash(codes, starts[at], starts[at + 1] - starts[at]);
    }

    int place(int at) {
        return places[at];
    }

    int registered(int at) {
        return registered[at];
    }

    void setRegistered(int at, int voters) {
        registered[at] = voters;
    }
}
