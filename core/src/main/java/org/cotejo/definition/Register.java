package org.cotejo.definition;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.cotejo.base.Check;
import org.jspecify.annotations.Nullable;

/**
 * The stations of an election in the order in which they were listed, found by code: index 0 to size-1, each with its
 * place and, where known, its registered voters (the upper limit of its votes). Made for millions of stations, which lie packed on
 * shelves. Registers are mostly listed by ascending codes, or by a few files each of which ascends, and then the list
 * itself is the index. Grows; a listed station keeps its index, code and place.
 *
 * <p>Safe for use by several threads once it no longer grows.
 */
public final class Register {
    /** Stands for a register that nobody stated. */
    public static final int UNKNOWN = -1;

    /** Stands for a code that may be any of several stations'. */
    public static final int AMBIGUOUS = -2;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** So many codes are looked up by bisection before a table is made: a table of a million codes costs as much. */
    private static final int SEARCHES_MOST = 20_000;

    /** So many runs of ascending codes are bisected one after the other; a list with more gets a table. */
    private static final int RUNS_MOST = 8;

    private static final long MIX = 0x9e3779b97f4a7c15L;

    private static final int ON_SHELF = StationShelf.STATIONS_MOST - 1;

    private StationShelf[] shelves = {StationShelf.first()};
    private StationShelf filling = shelves[0];

    /** Slots of an open hash table, each the hash above and the station and one below; none while bisection does. */
    private volatile long[] table = new long[0];

    /** Where each run of ascending codes begins, kept while there is no table. */
    private final int[] runs = new int[RUNS_MOST];

    private int runCount;

    private int searches;
    private int size;
    private @Nullable Map<String, Integer> byStripped;

    public int size() {
        return size;
    }

    /** The index of the station with this code, or -1. */
    public int find(StationCode code) {
        byte[] bytes = code.value().getBytes(StandardCharsets.UTF_8);
        return find(bytes, 0, bytes.length);
    }

    /** The index of the station whose code is these UTF-8 bytes, or -1. */
    public int find(byte[] bytes, int offset, int length) {
        long[] slots = table;
        if (slots.length == 0) {
            if (size == 0 || runCount == 1 && compare(size - 1, bytes, offset, length) < 0) {
                return -1;
            }
            if (searches++ < SEARCHES_MOST) {
                return search(bytes, offset, length);
            }
            slots = makeTable();
        }
        int hash = hash(bytes, offset, length);
        int mask = slots.length - 1;
        for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
            long found = slots[slot];
            if (found == 0) {
                return -1;
            }
            int station = (int) found - 1;
            if ((int) (found >>> Integer.SIZE) == hash && isCode(station, bytes, offset, length)) {
                return station;
            }
        }
    }

    /** Finds a code while there is no table yet. */
    private int search(byte[] bytes, int offset, int length) {
        int found = -1;
        int end = size;
        for (int run = runCount - 1; run >= 0 && found < 0; run--) {
            found = search(runs[run], end - 1, bytes, offset, length);
            end = runs[run];
        }
        return found;
    }

    private int search(int from, int to, byte[] bytes, int offset, int length) {
        int low = from;
        int high = to;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(middle, bytes, offset, length);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private int compare(int station, byte[] bytes, int offset, int length) {
        return shelf(station).compare(station & ON_SHELF, bytes, offset, length);
    }

    /** Whether a station has exactly this code; false beyond the end, so that a reader may guess the next index. */
    public boolean isCode(int station, byte[] bytes, int offset, int length) {
        return station < size && shelf(station).isCode(station & ON_SHELF, bytes, offset, length);
    }

    private StationShelf shelf(int station) {
        return shelves[station >>> StationShelf.BITS];
    }

    /**
     * The index of the one station whose code is this one but for leading zeros of its parts; -1 if there is none,
     * {@link #AMBIGUOUS} if there are several.
     */
    public int findWithoutZeros(StationCode code) {
        Map<String, Integer> stripped = byStripped;
        if (stripped == null) {
            stripped = new HashMap<>(size * 2);
            for (int station = 0; station < size; station++) {
                stripped.merge(code(station).withoutZeros(), station, (a, b) -> AMBIGUOUS);
            }
            byStripped = stripped;
        }
        return stripped.getOrDefault(code.withoutZeros(), -1);
    }

    /**
     * Lists a station with this code unless there is one: gives the index of one that was there, as {@link #find}, and the complement
     * ({@code ~index}) of one that is new. Registered may be {@link #UNKNOWN}.
     */
    public int list(byte[] code, int offset, int length, int place, int registeredVoters) {
        boolean isAfterAll = table.length == 0 && runCount == 1 && continuesRun(code, offset, length);
        if (!isAfterAll) {
            int found = find(code, offset, length);
            if (found >= 0) {
                return found;
            }
        }
        return ~add(code, offset, length, place, registeredVoters, isAfterAll);
    }

    private int add(byte[] code, int offset, int length, int place, int registeredVoters, boolean isAfterAll) {
        Check.that(registeredVoters >= UNKNOWN, "registered %d", registeredVoters);
        boolean isNext = table.length == 0 && (isAfterAll || continuesRun(code, offset, length) || beginsRun());
        if (filling.isFull()) {
            filling = filling.next();
            shelves = Arrays.copyOf(shelves, shelves.length + 1);
            shelves[shelves.length - 1] = filling;
        }
        filling.add(code, offset, length, place, registeredVoters);
        byStripped = null;
        size++;
        if (!isNext && isTableFull()) {
            makeTable();
        } else if (!isNext) {
            insert(table, size - 1);
        }
        return size - 1;
    }

    private boolean continuesRun(byte[] code, int offset, int length) {
        return size > 0 && compare(size - 1, code, offset, length) < 0;
    }

    /** Begins a run of ascending codes with the next station, if there is room for one more. */
    private boolean beginsRun() {
        if (runCount == RUNS_MOST) {
            return false;
        }
        runs[runCount++] = size;
        return true;
    }

    /** Lists a station that is not there yet and returns its index; registered may be {@link #UNKNOWN}. */
    public int add(StationCode code, int place, int registeredVoters) {
        byte[] bytes = code.value().getBytes(StandardCharsets.UTF_8);
        int listed = list(bytes, 0, bytes.length, place, registeredVoters);
        Check.that(listed < 0, "station %s is listed twice", code);
        return ~listed;
    }

    public StationCode code(int station) {
        return new StationCode(codeText(station));
    }

    public String codeText(int station) {
        return shelf(station).codeText(station & ON_SHELF);
    }

    public int place(int station) {
        return shelf(station).place(station & ON_SHELF);
    }

    /** Registered voters, or {@link #UNKNOWN}. */
    public int registered(int station) {
        return shelf(station).registered(station & ON_SHELF);
    }

    /** States the registered voters of a station. */
    public void setRegistered(int station, int voters) {
        Check.that(voters >= 0, "registered %d", voters);
        shelf(station).setRegistered(station & ON_SHELF, voters);
    }

    /** Whether two of three slots are taken, or there are none. */
    private boolean isTableFull() {
        return size * 3L >= table.length * 2L;
    }

    /** Makes the table anew, with one to two of three slots taken. */
    private synchronized long[] makeTable() {
        if (isTableFull()) {
            long[] slots = new long[Math.max(512, Integer.highestOneBit(size + size / 2) * 2)];
            for (int station = 0; station < size; station++) {
                insert(slots, station);
            }
            table = slots;
        }
        return table;
    }

    private void insert(long[] slots, int station) {
        int hash = shelf(station).hash(station & ON_SHELF);
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = (long) hash << Integer.SIZE | station + 1;
    }

    /** Eight bytes at a time, each mixed into all bits; codes of one country differ in few digits. */
    static int hash(byte[] bytes, int offset, int length) {
        long hash = length * MIX;
        int at = offset;
        int end = offset + length;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            hash = (hash ^ (long) LONGS.get(bytes, at)) * MIX;
            hash ^= hash >>> 32;
        }
        long rest = 0;
        for (; at < end; at++) {
            rest = rest << 8 | bytes[at] & 0xff;
        }
        hash = (hash ^ rest) * MIX;
        hash ^= hash >>> 29;
        hash *= MIX;
        return (int) (hash >>> 32);
    }
}
