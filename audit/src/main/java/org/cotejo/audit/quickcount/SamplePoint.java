package org.cotejo.audit.quickcount;

import java.util.OptionalLong;
import org.cotejo.base.Check;
import org.jspecify.annotations.Nullable;

/**
 * One drawn station.
 *
 * @param cluster the unit of the first stage: the station's own code where stations are drawn one by one
 * @param clusterStations stations in that cluster, of which some or all were drawn; 1 for a station by itself
 * @param registered voters, empty if nobody knows
 * @param pastLead of the two first of a past election here, as a share of its votes from -1 to 1; null if nobody knows
 */
public record SamplePoint(
        String station,
        String stratum,
        String cluster,
        int clusterStations,
        OptionalLong registered,
        @Nullable Double pastLead) {
    public SamplePoint {
        Check.that(clusterStations > 0, "cluster %s of %d stations", cluster, clusterStations);
        Check.that(pastLead == null || pastLead >= -1 && pastLead <= 1, "a past lead of %s", pastLead);
        Check.that(registered.isEmpty() || registered.getAsLong() >= 0, "registered %s", registered);
    }

    /** A station that was drawn by itself. */
    public static SamplePoint of(String station, String stratum, OptionalLong registered) {
        return new SamplePoint(station, stratum, station, 1, registered, null);
    }
}
