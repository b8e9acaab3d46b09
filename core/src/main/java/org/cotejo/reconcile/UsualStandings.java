package org.cotejo.reconcile;

import java.util.Arrays;
import org.cotejo.dossier.Dossier;

/**
 * The standings at the last station where nothing but the sources of its rows decided on them, and the state that follows where all rows
 * say the same. Nearly every station of a country has the rows of the same sources in the same order, so that its standings are these; and
 * mostly its rows too say the same, byte for byte, so that its state is this one.
 */
final class UsualStandings {
    private SourceTable.Row[] rows = new SourceTable.Row[0];
    private Standing[] standings = new Standing[0];
    private int announced;
    private boolean hasCountable;
    private boolean isAlike;
    private int counting;
    private StationState state = StationState.MISSING;
    private int serial;

    /** Gives a station these standings, and returns true, if its rows are of the same sources in the same order. */
    boolean apply(StationCase station) {
        if (!isOfSameSources(station)) {
            return false;
        }
        System.arraycopy(standings, 0, station.standings, 0, station.size);
        station.announced = announced;
        station.hasCountable = hasCountable;
        return true;
    }

    private boolean isOfSameSources(StationCase station) {
        if (rows.length != station.size) {
            return false;
        }
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].index() != station.rows[row].index()) {
                return false;
            }
        }
        return true;
    }

    /** Keeps the standings of a station for the next ones. */
    void remember(StationCase station) {
        rows = Arrays.copyOf(station.rows, station.size);
        standings = Arrays.copyOf(station.standings, station.size);
        announced = station.announced;
        hasCountable = station.hasCountable;
        isAlike = false;
        serial++;
    }

    /** Keeps also what followed from these standings at a station, if all its rows say the same and none in the folder is signed. */
    void rememberState(StationCase station) {
        if (station.isAlike && !station.dossier.hasSheets()) {
            isAlike = true;
            counting = station.counting;
            state = station.state;
        }
    }

    /** Which station was remembered, counted up; what was found out about one holds while the number stays. */
    int serial() {
        return serial;
    }

    /** Number of rows of the station. */
    int size() {
        return rows.length;
    }

    /** The slots of the cells of its rows, which are the same for all of them. */
    int[] slots() {
        return rows[0].slots();
    }

    /**
     * Whether the rows from {@code first} on are of the same sources in the same order, not signed, and say the same byte for byte, as those of
     * the remembered station did; {@code rowsOf} then has them.
     */
    boolean isLike(Dossier dossier, int first, int[] rowsOf) {
        if (!isAlike) {
            return false;
        }
        int size = 0;
        for (int row = first; row != Dossier.NO_ROW; row = dossier.nextRow(row)) {
            if (size == rows.length || dossier.sourceOf(row) != rows[size].index()) {
                return false;
            }
            if (size > 0 && !dossier.saysSame(row, first)) {
                return false;
            }
            rowsOf[size++] = row;
        }
        return size == rows.length;
    }

    /** Gives a station whose rows {@link #isLike} the rows and standings of the remembered one. */
    void lay(StationCase station) {
        System.arraycopy(rows, 0, station.rows, 0, rows.length);
        System.arraycopy(standings, 0, station.standings, 0, rows.length);
        station.announced = announced;
        station.hasCountable = hasCountable;
        station.counting = counting;
        station.state = state;
    }
}
