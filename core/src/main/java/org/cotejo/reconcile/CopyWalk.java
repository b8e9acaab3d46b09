package org.cotejo.reconcile;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.cotejo.custody.Source;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.SideId;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.SignatureVerdict;
import org.jspecify.annotations.Nullable;

/**
 * The copies and announced rows of a stretch of stations, one after the other, those of one station in the order in which pages
 * show them: what {@link StationView#copies} holds, but as a cursor, which makes nothing for each of millions. Not safe for use
 * by several threads; each thread takes a stretch of its own.
 */
public final class CopyWalk {
    private static final int RANK_BITS = 32;

    private final StationCase stationCase;
    private final int[] ranks;
    private final int end;
    private int station;
    private int[] order = new int[16];
    private int size;
    private int at;

    CopyWalk(StationCase stationCase, int[] ranks, int from, int to) {
        this.stationCase = stationCase;
        this.ranks = ranks;
        this.station = from - 1;
        this.end = to;
    }

    /** Of each source its place by side, custodian and number. */
    static int[] ranks(Dossier dossier) {
        List<Source> sources = dossier.sources();
        Comparator<Integer> bySide = Comparator.comparing(source -> sideOf(dossier, sources.get(source)));
        List<Integer> sorted = IntStream.range(0, sources.size())
                .boxed()
                .sorted(bySide.thenComparing(source -> sources.get(source).id().custodian())
                        .thenComparingInt(source -> sources.get(source).id().number()))
                .toList();
        int[] ranks = new int[sources.size()];
        for (int rank = 0; rank < ranks.length; rank++) {
            ranks[sorted.get(rank)] = rank;
        }
        return ranks;
    }

    private static SideId sideOf(Dossier dossier, Source source) {
        return dossier.definition().sideOf(source.id().custodian());
    }

    /** Goes to the next copy, of this station or of one that follows; false if there is none. */
    public boolean next() {
        at++;
        while (at >= size) {
            if (++station >= end) {
                return false;
            }
            stationCase.examine(station);
            size = stationCase.size;
            sort();
            at = 0;
        }
        return true;
    }

    /** Puts the rows of the station in order: their keys, which begin with what stands above the rank of a source. */
    private void sort() {
        if (order.length < size) {
            order = new int[size * 2];
        }
        for (int row = 0; row < size; row++) {
            long key = key(row);
            int place = row;
            while (place > 0 && key(order[place - 1]) > key) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = row;
        }
    }

    private long key(int row) {
        Standing standing = stationCase.standings[row];
        int above = (stationCase.rows[row].isAnnounced() ? 0 : 4)
                + (standing == Standing.ANNOUNCED ? 0 : 2)
                + (standing == Standing.OLDER_VERSION ? 1 : 0);
        return (long) above << RANK_BITS | ranks[source(row)];
    }

    private int source(int row) {
        return stationCase.rows[row].index();
    }

    /** The station, by its index in the register. */
    public int station() {
        return station;
    }

    /** The source of the copy, by its index in {@link Dossier#sources}. */
    public int source() {
        return source(order[at]);
    }

    public StationFigures.Paper paper() {
        return stationCase.papers[order[at]];
    }

    public StationFigures.Way way() {
        return stationCase.ways[order[at]];
    }

    public Standing standing() {
        return stationCase.standings[order[at]];
    }

    public SignatureVerdict signature() {
        return stationCase.signatures[order[at]];
    }

    /** The id of the machine that its signed sheet names; null if it is of paper. */
    public @Nullable String machine() {
        return stationCase.machineId(order[at]);
    }

    /** Whether the copy has the figures and the machine of the one before, which is of the same station. */
    public boolean isLikeLast() {
        return at > 0 && stationCase.isAlike;
    }

    /** Number of slots of a copy. */
    public int slots() {
        return stationCase.slots;
    }

    /** What stands in a slot, packed as {@link CopyView#packed} says. */
    public int cell(int slot) {
        return stationCase.cell(order[at], slot);
    }
}
