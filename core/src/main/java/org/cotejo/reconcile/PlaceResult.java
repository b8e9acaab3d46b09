package org.cotejo.reconcile;

import java.util.Map;

/**
 * One place in one contest, summed bottom-up over the stations in it and in all places inside it.
 *
 * @param place number of the place in the tree
 * @param stations listed stations in each state; states without a station are left out
 * @param totals over the known stations
 * @param registered sum of the registers that are known
 * @param findings number of contradictions found at its stations
 */
public record PlaceResult(
        int place, Map<StationState, Integer> stations, Totals totals, long registered, int findings) {
    public PlaceResult {
        stations = Map.copyOf(stations);
    }
}
