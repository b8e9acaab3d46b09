package org.cotejo.audit.quickcount;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.audit.survey.Combination;
import org.cotejo.audit.survey.Estimate;
import org.cotejo.audit.survey.Sample;
import org.cotejo.base.Check;
import org.jspecify.annotations.Nullable;

/**
 * Estimates a contest from the reports of drawn stations: the combined ratio estimator with finite population correction, the lead
 * with a variance of its own, turnout, and what late stations could change. The order in which reports came changes nothing.
 */
public final class QuickCount {
    private final QuickDesign design;
    private final List<String> candidates;
    private final int size;

    private QuickCount(QuickDesign design, List<String> candidates) {
        Check.that(candidates.size() >= 2, "a count of %s", candidates);
        this.design = design;
        this.candidates = List.copyOf(candidates);
        this.size = candidates.size() + 2;
    }

    /** A count of these candidates in this design. */
    public static QuickCount of(QuickDesign design, List<String> candidates) {
        return new QuickCount(design, candidates);
    }

    /** What was drawn. */
    public QuickDesign design() {
        return design;
    }

    /** The estimate from some reports, all of drawn stations, none twice, with one vote at least. */
    public QuickEstimate estimate(List<Report> reports) {
        Map<String, Report> byStation = new HashMap<>();
        for (Report report : reports) {
            Check.that(design.point(report.station()).isPresent(), "%s was not drawn", report.station());
            Check.that(report.votes().size() == candidates.size(), "%s reports %d", report.station(), size);
            Check.that(byStation.put(report.station(), report) == null, "%s twice", report.station());
        }
        Arrived arrived = new Arrived(design, byStation);
        Sample sample = arrived.sample(candidates.size());
        boolean hasErrors = sample.lonely().isEmpty();
        Combination total = Combination.of(candidates.size(), size);
        List<Figure> shares = new ArrayList<>();
        List<Figure> totals = new ArrayList<>();
        for (int c = 0; c < candidates.size(); c++) {
            Combination one = Combination.of(c, size);
            shares.add(ratio(candidates.get(c), sample, one, total, hasErrors));
            totals.add(new Figure(candidates.get(c), sample.sum(one), hasErrors ? sample.total(one) : null));
        }
        int leader = best(shares, -1);
        int runnerUp = best(shares, leader);
        Combination gap = Combination.difference(leader, runnerUp, size);
        Figure lead = ratio("", sample, gap, total, hasErrors);
        boolean hasRegisters = byStation.keySet().stream()
                .allMatch(station ->
                        design.point(station).orElseThrow().registered().isPresent());
        return new QuickEstimate(
                byStation.size(),
                design.points().size(),
                candidates,
                leader,
                runnerUp,
                shares,
                totals,
                lead,
                hasErrors ? sample.jackknife(gap, total) : null,
                hasRegisters ? ratio("", sample, total, Combination.of(candidates.size() + 1, size), hasErrors) : null,
                new LateStationsCase(design, candidates.size(), arrived, byStation, leader, runnerUp).of(lead),
                coverage(arrived, byStation));
    }

    private static Figure ratio(String name, Sample sample, Combination above, Combination below, boolean hasErrors) {
        @Nullable Estimate estimate = hasErrors ? sample.ratio(above, below) : null;
        return new Figure(name, sample.sum(above) / sample.sum(below), estimate);
    }

    private static int best(List<Figure> shares, int without) {
        int best = -1;
        for (int c = 0; c < shares.size(); c++) {
            if (c != without
                    && (best < 0 || shares.get(c).value() > shares.get(best).value())) {
                best = c;
            }
        }
        return best;
    }

    private List<Coverage> coverage(Arrived arrived, Map<String, Report> reports) {
        List<Coverage> coverage = new ArrayList<>();
        for (PlannedStratum stratum : design.strata()) {
            List<SamplePoint> points = design.points().stream()
                    .filter(point -> point.stratum().equals(stratum.name()))
                    .toList();
            int reported = (int) points.stream()
                    .filter(point -> reports.containsKey(point.station()))
                    .count();
            coverage.add(new Coverage(
                    stratum.name(), stratum.group(), points.size(), reported, arrived.isMerged(stratum.name())));
        }
        coverage.sort(Comparator.comparing(Coverage::stratum));
        return coverage;
    }
}
