package org.cotejo.reconcile;

import java.util.Arrays;

/**
 * The standings at the last station where nothing but the sources of its rows decided on them. Nearly every station of a country has the
 * rows of the same sources in the same order, so that its standings are these.
 */
final class UsualStandings {
    private SourceTable.Row[] rows = new SourceTable.Row[0];
    private Standing[] standings = new Standing[0];
    private int announced;
    private boolean hasCountable;

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
    }
}
