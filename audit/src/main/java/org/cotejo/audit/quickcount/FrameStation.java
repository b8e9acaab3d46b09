package org.cotejo.audit.quickcount;

import java.util.List;
import java.util.OptionalLong;
import org.cotejo.base.Check;

/**
 * One station of the list that a sample is drawn from.
 *
 * @param cluster the place whose stations are drawn together; the station's own code where stations are drawn one by one
 * @param past votes of each candidate of a past election here, empty where it is not known
 * @param pastTotal votes that past shares are taken of
 */
public record FrameStation(
        String station, String stratum, String cluster, OptionalLong registered, List<Long> past, long pastTotal) {
    public FrameStation {
        past = List.copyOf(past);
        Check.that(!station.isEmpty() && !stratum.isEmpty() && !cluster.isEmpty(), "station '%s'", station);
        past.forEach(votes -> Check.that(votes >= 0, "%d past votes at %s", votes, station));
        Check.that(
                pastTotal >= past.stream().mapToLong(Long::longValue).sum(), "past total %d at %s", pastTotal, station);
    }
}
