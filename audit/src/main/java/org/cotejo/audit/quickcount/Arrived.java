package org.cotejo.audit.quickcount;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cotejo.audit.survey.Sample;
import org.cotejo.audit.survey.SampleUnit;
import org.cotejo.audit.survey.Stratum;

/**
 * The reports that have arrived as a sample of their own: within a stratum, or a planned group of strata, those that came stand for
 * those that did not. Values of a unit are the candidates' votes, the total, the register, and 1.
 */
final class Arrived {
    private final QuickDesign design;
    private final Map<String, Report> reports;
    private final Map<String, String> cellOf = new HashMap<>();
    private final Map<String, Long> unitsOf = new TreeMap<>();
    private final Set<String> merged = new HashSet<>();

    Arrived(QuickDesign design, Map<String, Report> reports) {
        this.design = design;
        this.reports = reports;
        Map<String, Set<String>> came = new HashMap<>();
        for (SamplePoint point : design.points()) {
            if (reports.containsKey(point.station())) {
                came.computeIfAbsent(point.stratum(), _ -> new HashSet<>()).add(point.cluster());
            }
        }
        Set<String> short_ = new HashSet<>();
        for (PlannedStratum stratum : design.strata()) {
            int units = came.getOrDefault(stratum.name(), Set.of()).size();
            if (units < 2 && units < stratum.units() && !stratum.group().equals(stratum.name())) {
                short_.add(stratum.group());
            }
        }
        for (PlannedStratum stratum : design.strata()) {
            boolean isMerged = short_.contains(stratum.group());
            String cell = isMerged ? stratum.group() : stratum.name();
            if (isMerged) {
                merged.add(stratum.name());
            }
            cellOf.put(stratum.name(), cell);
            unitsOf.merge(cell, stratum.units(), Long::sum);
        }
    }

    /** The stratum, or group of strata, that a stratum is estimated in. */
    String cell(String stratum) {
        return cellOf.getOrDefault(stratum, stratum);
    }

    boolean isMerged(String stratum) {
        return merged.contains(stratum);
    }

    /** The sample of what arrived. */
    Sample sample(int candidates) {
        return sample(candidates, reports, true);
    }

    /** A sample in which every planned station has figures; the strata are those of the plan. */
    Sample whole(int candidates, Map<String, Report> filled) {
        return sample(candidates, filled, false);
    }

    /** The weight of each station that reported, as the estimate has it. */
    Map<String, Double> weights() {
        return weights(reports, true);
    }

    private Sample sample(int candidates, Map<String, Report> figures, boolean byCell) {
        Map<String, Double> weights = weights(figures, byCell);
        List<SampleUnit> units = new ArrayList<>();
        for (SamplePoint point : design.points()) {
            Report report = figures.get(point.station());
            Double weight = weights.get(point.station());
            if (report != null && weight != null) {
                units.add(new SampleUnit(
                        name(point, byCell), QuickDesign.clusterKey(point), weight, values(report, point, candidates)));
            }
        }
        List<Stratum> strata = sizes(byCell).entrySet().stream()
                .map(size -> new Stratum(size.getKey(), size.getValue(), !design.isSubsampled()))
                .toList();
        return Sample.of(strata, units);
    }

    private Map<String, Long> sizes(boolean byCell) {
        Map<String, Long> sizes = new TreeMap<>();
        for (PlannedStratum stratum : design.strata()) {
            sizes.merge(byCell ? cell(stratum.name()) : stratum.name(), stratum.units(), Long::sum);
        }
        return sizes;
    }

    private Map<String, Double> weights(Map<String, Report> figures, boolean byCell) {
        Map<String, Set<String>> clusters = new HashMap<>();
        Map<String, Integer> inCluster = new HashMap<>();
        for (SamplePoint point : design.points()) {
            if (figures.containsKey(point.station())) {
                clusters.computeIfAbsent(name(point, byCell), _ -> new HashSet<>())
                        .add(QuickDesign.clusterKey(point));
                inCluster.merge(QuickDesign.clusterKey(point), 1, Integer::sum);
            }
        }
        Map<String, Long> sizes = sizes(byCell);
        Map<String, Double> weights = new HashMap<>();
        for (SamplePoint point : design.points()) {
            if (figures.containsKey(point.station())) {
                String name = name(point, byCell);
                double first = (double) sizes.getOrDefault(name, 0L)
                        / clusters.getOrDefault(name, Set.of()).size();
                double second =
                        (double) point.clusterStations() / inCluster.getOrDefault(QuickDesign.clusterKey(point), 1);
                weights.put(point.station(), first * second);
            }
        }
        return weights;
    }

    private String name(SamplePoint point, boolean byCell) {
        return byCell ? cell(point.stratum()) : point.stratum();
    }

    private static List<Double> values(Report report, SamplePoint point, int candidates) {
        List<Double> values = new ArrayList<>(candidates + 2);
        report.votes().forEach(votes -> values.add((double) votes));
        values.add((double) report.total());
        values.add((double) point.registered().orElse(0));
        return values;
    }
}
