package org.cotejo.audit.quickcount;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cotejo.audit.draw.ConsistentSampler;
import org.cotejo.audit.draw.Seed;
import org.cotejo.audit.draw.Ticket;
import org.cotejo.base.Check;
import org.jspecify.annotations.Nullable;

/**
 * Draws what a plan says from a public seed, by the consistent sampler: within each stratum the clusters, or stations, with the
 * smallest tickets, and within each drawn cluster its stations with the smallest tickets. Anybody repeats it from the frame, the
 * plan and the seed.
 */
public final class SampleDraw {
    /** How many digits of a ticket are shown in a sample file. */
    private static final int DIGITS = 12;

    private final Seed seed;
    private final Plan plan;
    private final Map<String, String> tickets = new TreeMap<>();
    private int pastFirst = -1;
    private int pastSecond = -1;

    private SampleDraw(Seed seed, Plan plan) {
        this.seed = seed;
        this.plan = plan;
    }

    /**
     * What was drawn.
     *
     * @param tickets of each drawn station, shortened, for the eye alone
     */
    public record Outcome(QuickDesign design, Map<String, String> tickets) {
        public Outcome {
            tickets = Map.copyOf(tickets);
        }
    }

    /** Draws; the frame must be the one that was planned on. */
    public static Outcome draw(List<FrameStation> frame, Plan plan, Seed seed) {
        return new SampleDraw(seed, plan).run(frame);
    }

    private void past(List<FrameStation> frame) {
        List<Long> sums = new ArrayList<>();
        for (FrameStation station : frame) {
            for (int c = 0; c < station.past().size(); c++) {
                if (c == sums.size()) {
                    sums.add(0L);
                }
                sums.set(c, sums.get(c) + station.past().get(c));
            }
        }
        pastFirst = best(sums, -1);
        pastSecond = best(sums, pastFirst);
    }

    private static int best(List<Long> sums, int without) {
        int best = -1;
        for (int c = 0; c < sums.size(); c++) {
            if (c != without && (best < 0 || sums.get(c) > sums.get(best))) {
                best = c;
            }
        }
        return best;
    }

    private Outcome run(List<FrameStation> frame) {
        past(frame);
        Map<String, List<FrameStation>> strata =
                frame.stream().collect(Collectors.groupingBy(FrameStation::stratum, TreeMap::new, Collectors.toList()));
        List<PlannedStratum> planned = new ArrayList<>();
        List<SamplePoint> points = new ArrayList<>();
        for (StratumPlan stratum : plan.strata()) {
            List<FrameStation> stations = strata.getOrDefault(stratum.name(), List.of());
            Check.that(stations.size() == stratum.stations(), "another frame: %s", stratum.name());
            planned.add(PlannedStratum.of(stratum.name(), stratum.units()));
            Map<String, List<FrameStation>> clusters = stations.stream()
                    .collect(Collectors.groupingBy(plan.order()::unit, TreeMap::new, Collectors.toList()));
            for (Ticket unit : ConsistentSampler.without(seed, clusters.keySet(), stratum.drawn())) {
                List<FrameStation> inside = clusters.getOrDefault(unit.id(), List.of());
                if (plan.order().perCluster() == 0) {
                    take(inside.getFirst(), 1, unit, points);
                } else {
                    drawInside(inside, points);
                }
            }
        }
        return new Outcome(QuickDesign.of(planned, points), tickets);
    }

    private void drawInside(List<FrameStation> stations, List<SamplePoint> points) {
        Map<String, FrameStation> byCode =
                stations.stream().collect(Collectors.toMap(FrameStation::station, station -> station));
        int count = Math.min(plan.order().perCluster(), stations.size());
        for (Ticket ticket : ConsistentSampler.without(seed, byCode.keySet(), count)) {
            FrameStation station = byCode.get(ticket.id());
            Check.that(station != null, "a ticket of %s", ticket.id());
            take(java.util.Objects.requireNonNull(station), stations.size(), ticket, points);
        }
    }

    /** The lead of the two who were first in the country then. */
    private @Nullable Double pastLead(FrameStation station) {
        return pastFirst < 0 || pastSecond < 0 || station.pastTotal() == 0
                ? null
                : (double) (station.past().get(pastFirst) - station.past().get(pastSecond)) / station.pastTotal();
    }

    private void take(FrameStation station, int clusterStations, Ticket ticket, List<SamplePoint> points) {
        points.add(new SamplePoint(
                station.station(),
                station.stratum(),
                plan.order().unit(station),
                clusterStations,
                station.registered(),
                pastLead(station)));
        tickets.put(station.station(), ticket.shown(DIGITS));
    }
}
