package org.cotejo.audit.forensics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.bulletin.Announcement;
import org.cotejo.custody.Source;
import org.cotejo.definition.PlaceTree;
import org.cotejo.definition.Register;
import org.cotejo.dossier.Dossier;
import org.cotejo.entry.FiguresBytes;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.Reconciliation;

/**
 * The figures of one contest in the columns that audits read, and which station each row is.
 *
 * @param station for each row of the table the station's index in the register
 * @param isAnnounced whether the figures are the announced ones, since no sheet is known
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StationFiguresTable(StationTable table, int[] station, boolean isAnnounced) {
    /** So many stations an area should have, so that it says something about its stations. */
    private static final int STATIONS_AN_AREA = 20;

    /**
     * The stations whose result is known by their copies or, where {@code announced}, those of the announcer.
     *
     * @param depth of the places that are taken for areas; -1 for the deepest whose areas are large enough
     */
    public static StationFiguresTable of(
            Reconciliation reconciliation, ContestResult result, boolean announced, int depth) {
        Dossier dossier = reconciliation.dossier();
        Register register = dossier.frame().register();
        PlaceTree places = dossier.frame().places();
        int areaDepth = depth >= 0 ? depth : areaDepth(register, places, result.listed());
        int candidates = result.contest().candidates().size();
        StationTable.Builder table = StationTable.of(candidates);
        int[] stations = new int[result.listed()];
        int rows = 0;
        Rows seen = new Rows(dossier, result.index());
        int[] votes = new int[candidates];
        for (int station = 0; station < result.listed(); station++) {
            boolean isUsed = announced
                    ? result.isAnnounced(station)
                    : result.state(station).isKnown();
            if (!isUsed) {
                continue;
            }
            for (int candidate = 0; candidate < candidates; candidate++) {
                votes[candidate] = figure(result, station, candidate, announced);
            }
            seen.look(station, announced);
            table.add(
                    register.place(station),
                    area(places, register.place(station), areaDepth),
                    result.registered(station),
                    votes,
                    figure(result, station, result.nullFigure(), announced),
                    figure(result, station, result.nullFigure() + 1, announced),
                    seen.delivery,
                    seen.closedAt,
                    seen.machine);
            stations[rows++] = station;
        }
        return new StationFiguresTable(table.build(), java.util.Arrays.copyOf(stations, rows), announced);
    }

    /**
     * For each listed station the place of its first copy among all rows of the entries; of none, the largest number. Deliveries
     * follow each other in time; inside one delivery the order is that of its file.
     */
    public static long[] arrivals(Dossier dossier, ContestResult result) {
        Rows seen = new Rows(dossier, result.index());
        long[] arrivals = new long[result.listed()];
        for (int station = 0; station < arrivals.length; station++) {
            seen.look(station, false);
            arrivals[station] = seen.arrival == StationTable.UNKNOWN ? Long.MAX_VALUE : seen.arrival;
        }
        return arrivals;
    }

    private static int figure(ContestResult result, int station, int figure, boolean announced) {
        return announced ? result.announced(station, figure) : result.votes(station, figure);
    }

    /** The place itself or the one around it at a depth. */
    static int area(PlaceTree places, int place, int depth) {
        int at = place;
        while (places.depth(at) > depth) {
            at = places.parent(at);
        }
        return at;
    }

    private static int areaDepth(Register register, PlaceTree places, int listed) {
        for (int depth = PlaceTree.DEPTH_MOST; depth > 0; depth--) {
            boolean[] isUsed = new boolean[places.size()];
            int areas = 0;
            boolean isReached = false;
            for (int station = 0; station < listed; station++) {
                int place = register.place(station);
                isReached |= places.depth(place) >= depth;
                int area = area(places, place, depth);
                areas += isUsed[area] ? 0 : 1;
                isUsed[area] = true;
            }
            if (isReached && areas * (long) STATIONS_AN_AREA <= listed) {
                return depth;
            }
        }
        return 0;
    }

    /** Finds the first row of a station that counts as its arrival, and the machine of its signed sheet. */
    private static final class Rows {
        private final Dossier dossier;
        private final int contest;
        private final FiguresBytes cursor = new FiguresBytes();
        private final Map<String, Integer> machines = new HashMap<>();
        private long arrival;
        /** Of one delivery no station is earlier than another: its order is that of a file. */
        private long delivery;

        private long machine;
        private long closedAt;

        Rows(Dossier dossier, int contest) {
            this.dossier = dossier;
            this.contest = contest;
        }

        void look(int station, boolean announced) {
            arrival = StationTable.UNKNOWN;
            delivery = StationTable.UNKNOWN;
            machine = StationTable.UNKNOWN;
            closedAt = StationTable.UNKNOWN;
            Source.Kind wanted = announced ? Source.Kind.ANNOUNCED : Source.Kind.COPIES;
            for (int row = dossier.firstRow(contest, station); row != Dossier.NO_ROW; row = dossier.nextRow(row)) {
                if (dossier.sources().get(dossier.sourceOf(row)).kind() != wanted) {
                    continue;
                }
                if (arrival == StationTable.UNKNOWN) {
                    arrival = row;
                    delivery = dossier.sourceOf(row);
                }
                if (dossier.hasSheets() && dossier.point(cursor, row).isSheet()) {
                    machine = machines.computeIfAbsent(cursor.sheet().machine(), _ -> machines.size());
                    boolean isFinal = cursor.sheet().paper() == org.cotejo.sheet.Sheet.Paper.FINAL;
                    closedAt = isFinal ? cursor.sheet().closedAt() : closedAt;
                }
            }
        }
    }

    /** Announcements about a contest, the newest version of each. */
    public static List<Announcement> announcements(Dossier dossier, ContestResult result) {
        return dossier.announcements().stream()
                .filter(announcement ->
                        announcement.contest().equals(result.contest().id()))
                .toList();
    }
}
