package org.cotejo.audit.quickcount;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotejo.base.Check;

/**
 * What was drawn, and how: fixed before the vote. Strata are sorted by name and points by station, so that the order of a file
 * changes nothing.
 */
public final class QuickDesign {
    private final List<PlannedStratum> strata;
    private final List<SamplePoint> points;
    private final Map<String, SamplePoint> byStation = new LinkedHashMap<>();
    private final Map<String, Integer> drawnInCluster = new HashMap<>();
    private final Map<String, PlannedStratum> byName = new HashMap<>();
    private final Map<String, Long> drawnUnits = new HashMap<>();
    private final boolean isSubsampled;

    private QuickDesign(List<PlannedStratum> strata, List<SamplePoint> points) {
        this.strata = strata;
        this.points = points;
        strata.forEach(s -> Check.that(byName.put(s.name(), s) == null, "stratum %s stands twice", s.name()));
        boolean subsampled = false;
        for (SamplePoint point : points) {
            Check.that(
                    byName.containsKey(point.stratum()), "%s is in no stratum: %s", point.station(), point.stratum());
            Check.that(byStation.put(point.station(), point) == null, "station %s stands twice", point.station());
            drawnInCluster.merge(clusterKey(point), 1, Integer::sum);
        }
        for (SamplePoint point : points) {
            int drawn = drawnInCluster.getOrDefault(clusterKey(point), 0);
            Check.that(drawn <= point.clusterStations(), "%d stations of cluster %s", drawn, point.cluster());
            subsampled |= drawn < point.clusterStations();
        }
        this.isSubsampled = subsampled;
        for (PlannedStratum stratum : strata) {
            drawnUnits.put(stratum.name(), units(stratum.name()));
            Check.that(units(stratum.name()) <= stratum.units(), "more drawn than there are in %s", stratum.name());
        }
    }

    /** A design; refuses a station twice, one in no stratum, and more units than a stratum or cluster has. */
    public static QuickDesign of(List<PlannedStratum> strata, List<SamplePoint> points) {
        Check.that(!points.isEmpty(), "a design without stations");
        return new QuickDesign(
                strata.stream()
                        .sorted(java.util.Comparator.comparing(PlannedStratum::name))
                        .toList(),
                points.stream()
                        .sorted(java.util.Comparator.comparing(SamplePoint::station))
                        .toList());
    }

    static String clusterKey(SamplePoint point) {
        return point.stratum() + "\n" + point.cluster();
    }

    /** Sorted by name. */
    public List<PlannedStratum> strata() {
        return strata;
    }

    /** Sorted by station. */
    public List<SamplePoint> points() {
        return points;
    }

    /** The point of a station; empty if it was not drawn. */
    public Optional<SamplePoint> point(String station) {
        return Optional.ofNullable(byStation.get(station));
    }

    /** Whether stations were drawn again inside of clusters. */
    public boolean isSubsampled() {
        return isSubsampled;
    }

    /** How many stations of the country a drawn one stands for by the draw alone, before anybody is late. */
    double weight(SamplePoint point) {
        PlannedStratum stratum = byName.get(point.stratum());
        long units = drawnUnits.getOrDefault(point.stratum(), 1L);
        int inside = drawnInCluster.getOrDefault(clusterKey(point), 1);
        return (stratum == null ? 0 : (double) stratum.units()) / units * point.clusterStations() / inside;
    }

    /** Units of the first stage drawn in a stratum. */
    public long units(String stratum) {
        return points.stream()
                .filter(point -> point.stratum().equals(stratum))
                .map(SamplePoint::cluster)
                .distinct()
                .count();
    }
}
