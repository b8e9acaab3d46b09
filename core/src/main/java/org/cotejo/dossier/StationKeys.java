package org.cotejo.dossier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cotejo.base.Check;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.definition.Register;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.MachineId;
import org.cotejo.sheet.SheetCursor;

/**
 * The keys of machines as they were stated, in that order: key 0 to size-1, found by station. Packed, since a country has a million
 * of them, nearly always one for each station. A statement that repeats an earlier one changes nothing; one that differs from the
 * first of its machine is kept, counts nowhere and is a finding. Grows; safe for use by several threads once it no longer does.
 */
public final class StationKeys {
    /** Stands for "no more keys". */
    public static final int NONE = -1;

    /** Most different keys of one station; no station has so many machines. */
    static final int KEYS_MOST = 1_000;

    private static final KeyAlgorithm[] ALGORITHMS = KeyAlgorithm.values();

    private byte[] keys = new byte[0];
    private byte[] algorithms = new byte[0];

    /** Machine ids as UTF-8 bytes, one after the other. */
    private byte[] machines = new byte[0];

    private int[] machineEnds = new int[0];

    /** The station of each key by its index in the register; {@link #NONE} while the register does not list it. */
    private int[] stations = new int[0];

    private int[] firsts = new int[0];
    private int[] nexts = new int[0];
    private int size;
    private int frozen;

    /** Keys of stations that the register does not list yet, by code; mostly none. */
    private final Map<String, List<Integer>> unlisted = new TreeMap<>();

    StationKeys() {}

    public int size() {
        return size;
    }

    /** Adds a key of the station at an index of the register, unless the same was stated before. */
    void add(int station, byte[] from, int machineAt, int machineLength, KeyAlgorithm algorithm, int keyAt) {
        int known = 0;
        for (int key = first(station); key != NONE; key = next(key)) {
            if (isSame(key, from, machineAt, machineLength, algorithm, keyAt)) {
                return;
            }
            known++;
        }
        checkRoom(known);
        append(from, machineAt, machineLength, algorithm, keyAt);
        hang(size - 1, station);
    }

    /** Adds a key of a station that the register does not list, unless the same was stated before. */
    void addUnlisted(String code, byte[] from, int machineAt, int machineLength, KeyAlgorithm algorithm, int keyAt) {
        List<Integer> known = unlisted.computeIfAbsent(code, _ -> new ArrayList<>());
        if (known.stream().noneMatch(key -> isSame(key, from, machineAt, machineLength, algorithm, keyAt))) {
            checkRoom(known.size());
            append(from, machineAt, machineLength, algorithm, keyAt);
            stations[size - 1] = NONE;
            known.add(size - 1);
        }
    }

    private static void checkRoom(int known) {
        if (known == KEYS_MOST) {
            throw new FoldException("one station has more than " + KEYS_MOST + " keys");
        }
    }

    private boolean isSame(int key, byte[] from, int machineAt, int machineLength, KeyAlgorithm algorithm, int keyAt) {
        int at = key * Ed25519Key.SIZE;
        return algorithm(key) == algorithm
                && isMachine(key, from, machineAt, machineLength)
                && Arrays.equals(keys, at, at + Ed25519Key.SIZE, from, keyAt, keyAt + Ed25519Key.SIZE);
    }

    @SuppressWarnings("EnumOrdinal") // packed in memory, never written
    private void append(byte[] from, int machineAt, int machineLength, KeyAlgorithm algorithm, int keyAt) {
        int machinesEnd = size == 0 ? 0 : machineEnds[size - 1];
        room(machinesEnd + machineLength);
        System.arraycopy(from, keyAt, keys, size * Ed25519Key.SIZE, Ed25519Key.SIZE);
        System.arraycopy(from, machineAt, machines, machinesEnd, machineLength);
        machineEnds[size] = machinesEnd + machineLength;
        algorithms[size] = (byte) algorithm.ordinal();
        size++;
    }

    private void room(int machineBytes) {
        if (size == stations.length) {
            int more = Math.max(256, size + (size >> 1));
            keys = Arrays.copyOf(keys, Math.multiplyExact(more, Ed25519Key.SIZE));
            algorithms = Arrays.copyOf(algorithms, more);
            machineEnds = Arrays.copyOf(machineEnds, more);
            stations = Arrays.copyOf(stations, more);
            nexts = Arrays.copyOf(nexts, more);
        }
        if (machineBytes > machines.length) {
            machines = Arrays.copyOf(machines, Math.max(machineBytes, machines.length * 2));
        }
    }

    /** Hangs a key at the end of the keys of its station. */
    private void hang(int key, int station) {
        stations[key] = station;
        nexts[key] = NONE;
        if (station >= firsts.length) {
            int before = firsts.length;
            firsts = Arrays.copyOf(firsts, Math.max(station + 1, before * 2));
            Arrays.fill(firsts, before, firsts.length, NONE);
        }
        int last = firsts[station];
        if (last == NONE) {
            firsts[station] = key;
            return;
        }
        while (nexts[last] != NONE) {
            last = nexts[last];
        }
        nexts[last] = key;
    }

    /** A station was listed: keys that were stated of it before find their place. */
    void listed(byte[] code, int offset, int length, int station) {
        if (unlisted.isEmpty()) {
            return;
        }
        List<Integer> known = unlisted.remove(new String(code, offset, length, StandardCharsets.UTF_8));
        if (known != null) {
            known.forEach(key -> hang(key, station));
        }
    }

    /** The register begins anew: no station is listed. */
    void unlist(Register before) {
        for (int key = 0; key < size; key++) {
            if (stations[key] != NONE) {
                unlisted.computeIfAbsent(before.codeText(stations[key]), _ -> new ArrayList<>())
                        .add(key);
                stations[key] = NONE;
            }
        }
        firsts = new int[0];
    }

    /** The definition is frozen with the keys that there are. */
    void freeze() {
        frozen = size;
    }

    /** Number of keys that were stated when the definition was frozen; 0 if it never was. */
    int frozen() {
        return frozen;
    }

    /** The first key of a station, or {@link #NONE}. */
    public int first(int station) {
        return station < firsts.length ? firsts[station] : NONE;
    }

    /** The key of the same station that was stated after this one, or {@link #NONE}. */
    public int next(int key) {
        return nexts[key];
    }

    /** The station of a key by its index in the register; {@link #NONE} if the register does not list it. */
    public int station(int key) {
        return stations[Check.index(key, size)];
    }

    public KeyAlgorithm algorithm(int key) {
        return ALGORITHMS[algorithms[key]];
    }

    /** Whether a key is of the machine whose id has these UTF-8 bytes. */
    public boolean isMachine(int key, byte[] id, int offset, int length) {
        return Arrays.equals(machines, machineStart(key), machineEnds[key], id, offset, offset + length);
    }

    /** Whether a key is of the machine that a sheet names. */
    boolean isMachine(int key, SheetCursor sheet) {
        return sheet.isMachine(machines, machineStart(key), machineEnds[key] - machineStart(key));
    }

    private int machineStart(int key) {
        return key == 0 ? 0 : machineEnds[key - 1];
    }

    private String machineText(int key) {
        int start = machineStart(key);
        return new String(machines, start, machineEnds[key] - start, StandardCharsets.UTF_8);
    }

    public MachineId machine(int key) {
        return new MachineId(machineText(key));
    }

    /** The 32 bytes of a key. */
    public byte[] bytes(int key) {
        int at = Check.index(key, size) * Ed25519Key.SIZE;
        return Arrays.copyOfRange(keys, at, at + Ed25519Key.SIZE);
    }

    /** Whether an earlier statement gave the same machine another key. */
    boolean isSecond(int key) {
        for (int other = first(stations[key]); other != key; other = next(other)) {
            int start = machineStart(other);
            if (isMachine(key, machines, start, machineEnds[other] - start)) {
                return true;
            }
        }
        return false;
    }

    /** Codes of stations that keys were stated of and that the register does not list. */
    Set<String> unlistedStations() {
        return new TreeSet<>(unlisted.keySet());
    }

    /** Of a station's keys the first {@code known} that were stated, by machine as UTF-16 units, then by algorithm and bytes. */
    List<Integer> inOrder(int station, int known) {
        List<Integer> order = new ArrayList<>();
        for (int key = first(station); key != NONE; key = next(key)) {
            if (key < known) {
                order.add(key);
            }
        }
        if (order.size() > 1) {
            order.sort(Comparator.comparing(this::machineText)
                    .thenComparing(this::algorithm)
                    .thenComparing(this::bytes, Arrays::compareUnsigned));
        }
        return order;
    }
}
