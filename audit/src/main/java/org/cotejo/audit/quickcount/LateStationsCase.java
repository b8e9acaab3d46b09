package org.cotejo.audit.quickcount;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.audit.survey.Combination;
import org.cotejo.audit.survey.Estimate;
import org.cotejo.audit.survey.Sample;
import org.jspecify.annotations.Nullable;

/** Works out what the drawn stations without a report could do: at worst, and if they differ from the others by a given amount. */
final class LateStationsCase {
    /** Of the limit whose tipping point is given; the publishing rule has its own. */
    private static final double CONFIDENCE = 0.95;

    private final QuickDesign design;
    private final int candidates;
    private final Arrived arrived;
    private final Map<String, Report> reports;
    private final int leader;
    private final int runnerUp;

    LateStationsCase(
            QuickDesign design,
            int candidates,
            Arrived arrived,
            Map<String, Report> reports,
            int leader,
            int runnerUp) {
        this.design = design;
        this.candidates = candidates;
        this.arrived = arrived;
        this.reports = reports;
        this.leader = leader;
        this.runnerUp = runnerUp;
    }

    LateStations of(Figure lead) {
        List<SamplePoint> missing = design.points().stream()
                .filter(point -> !reports.containsKey(point.station()))
                .toList();
        if (missing.isEmpty()) {
            return new LateStations(0, lead.estimate(), lead.estimate(), 0, null, null, sensitivity());
        }
        double weight = weight(missing);
        Estimate estimate = lead.estimate();
        // A register of 0 is that of a special station, where voters of others vote: it caps nothing.
        boolean isCapped = missing.stream().allMatch(point -> point.registered().orElse(0) > 0);
        return new LateStations(
                missing.size(),
                isCapped ? filled(missing, runnerUp) : null,
                isCapped ? filled(missing, leader) : null,
                weight,
                weight == 0 ? null : lead.value() / weight,
                estimate == null || weight == 0
                        ? null
                        : Math.max(0, estimate.interval(CONFIDENCE).low()) / weight,
                sensitivity());
    }

    private LateSensitivity sensitivity() {
        return new LateWeights(design, arrived, reports, leader, runnerUp).work();
    }

    /** The lead if every missing station gave a vote of each of its voters to one candidate. */
    private @Nullable Estimate filled(List<SamplePoint> missing, int winner) {
        Map<String, Report> whole = new HashMap<>(reports);
        for (SamplePoint point : missing) {
            long voters = point.registered().orElse(0);
            List<Long> votes = new ArrayList<>(Collections.nCopies(candidates, 0L));
            votes.set(winner, voters);
            whole.put(point.station(), new Report(point.station(), votes, voters, null));
        }
        Sample sample = arrived.whole(candidates, whole);
        int size = candidates + 2;
        return sample.lonely().isEmpty()
                ? sample.ratio(Combination.difference(leader, runnerUp, size), Combination.of(candidates, size))
                : null;
    }

    /** The share of the estimated votes that stand at the missing stations, each taken as the mean of what arrived of its stratum. */
    private double weight(List<SamplePoint> missing) {
        Map<String, Long> votes = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        long sum = 0;
        for (Report report : reports.values()) {
            String cell =
                    arrived.cell(design.point(report.station()).orElseThrow().stratum());
            votes.merge(cell, report.total(), Long::sum);
            counts.merge(cell, 1, Integer::sum);
            sum += report.total();
        }
        Map<String, Report> whole = new HashMap<>(reports);
        Map<String, Report> late = new HashMap<>();
        for (SamplePoint point : missing) {
            String cell = arrived.cell(point.stratum());
            Integer count = counts.get(cell);
            long mean = count == null
                    ? Math.round((double) sum / reports.size())
                    : Math.round((double) votes.getOrDefault(cell, 0L) / count);
            List<Long> none = Collections.nCopies(candidates, 0L);
            late.put(point.station(), new Report(point.station(), none, mean, null));
            whole.put(point.station(), new Report(point.station(), none, mean, null));
        }
        int size = candidates + 2;
        Combination total = Combination.of(candidates, size);
        double all = arrived.whole(candidates, whole).sum(total);
        reports.keySet()
                .forEach(station ->
                        late.put(station, new Report(station, Collections.nCopies(candidates, 0L), 0, null)));
        return all == 0 ? 0 : arrived.whole(candidates, late).sum(total) / all;
    }
}
