package org.cotejo.audit.quickcount;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Works out a {@link LateSensitivity}.
 *
 * <p>By class: the weights of what arrived are raked to the drawn weight of each stratum and of each class in turn (Deming and Stephan,
 * Annals of Mathematical Statistics 11, 1940), which is weighting by the inverse of the rate of response in classes (Little,
 * International Statistical Review 54, 1986).
 *
 * <p>By votes: in each stratum the late ones are taken to be the reported ones tilted by exp(-g l), l being a station's lead, g the
 * logarithm of the odds over ten points: so the odds of being late grow by these odds with each ten points less (Robins, Rotnitzky and
 * Scharfstein 2000, exponential tilting; Kim and Yu, JASA 106, 2011). Equivalently each report weighs the inverse of the probability that
 * such a station has reported.
 */
final class LateWeights {
    private static final double[] ODDS = {1, 1.25, 1.5, 2, 3, 5};
    private static final double POINTS = 0.10;
    private static final int CLASSES_MOST = 5;
    private static final int REPORTS_LEAST = 5;
    private static final int ROUNDS = 200;
    private static final int HALVINGS = 60;

    /** A station that reported: its cell, its weight, its votes. */
    private record Reported(SamplePoint point, String cell, double weight, double lead, double total) {
        double share() {
            return total == 0 ? 0 : lead / total;
        }
    }

    private final QuickDesign design;
    private final List<Reported> reported = new ArrayList<>();
    private final Map<String, Double> drawnIn = new HashMap<>();
    private final Map<String, Double> reportedIn = new HashMap<>();

    LateWeights(QuickDesign design, Arrived arrived, Map<String, Report> reports, int leader, int runnerUp) {
        this.design = design;
        Map<String, Double> weights = arrived.weights();
        for (SamplePoint point : design.points()) {
            String cell = arrived.cell(point.stratum());
            drawnIn.merge(cell, design.weight(point), Double::sum);
            Report report = reports.get(point.station());
            Double weight = weights.get(point.station());
            if (report != null && weight != null) {
                reportedIn.merge(cell, design.weight(point), Double::sum);
                double lead =
                        (double) report.votes().get(leader) - report.votes().get(runnerUp);
                reported.add(new Reported(point, cell, weight, lead, report.total()));
            }
        }
    }

    LateSensitivity work() {
        if (reported.size() == design.points().size()) {
            return new LateSensitivity(List.of(), List.of(), null);
        }
        List<LateSensitivity.Alike> alike = new ArrayList<>();
        if (design.points().stream().allMatch(point -> point.registered().orElse(0) > 0)) {
            add(
                    alike,
                    LateSensitivity.Known.REGISTER,
                    point -> point.registered().orElse(0));
        }
        if (design.points().stream().allMatch(point -> point.pastLead() != null)) {
            add(alike, LateSensitivity.Known.PAST, LateWeights::past);
        }
        List<LateSensitivity.Tilted> tilted = new ArrayList<>();
        for (double odds : ODDS) {
            tilted.add(new LateSensitivity.Tilted(odds, tilted(odds)));
        }
        return new LateSensitivity(alike, tilted, tipping());
    }

    private static double past(SamplePoint point) {
        Double lead = point.pastLead();
        return lead == null ? 0 : lead;
    }

    /** The lead if the odds of being late are multiplied by {@code odds} with each ten points less. */
    private double tilted(double odds) {
        double g = Math.log(odds) / POINTS;
        Map<String, Double> plain = new HashMap<>();
        Map<String, Double> leaning = new HashMap<>();
        for (Reported one : reported) {
            plain.merge(one.cell(), one.weight(), Double::sum);
            leaning.merge(one.cell(), one.weight() * Math.exp(-g * one.share()), Double::sum);
        }
        double lead = 0;
        double total = 0;
        for (Reported one : reported) {
            double here = reportedIn.getOrDefault(one.cell(), 1.0) / drawnIn.getOrDefault(one.cell(), 1.0);
            double mean = leaning.getOrDefault(one.cell(), 1.0) / plain.getOrDefault(one.cell(), 1.0);
            double factor = here + (1 - here) * Math.exp(-g * one.share()) / mean;
            lead += one.weight() * factor * one.lead();
            total += one.weight() * factor * one.total();
        }
        return total == 0 ? 0 : lead / total;
    }

    private @Nullable Double tipping() {
        if (tilted(LateSensitivity.ODDS_MOST) > 0) {
            return null;
        }
        double low = 0;
        double high = Math.log(LateSensitivity.ODDS_MOST);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (tilted(Math.exp(middle)) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp(high);
    }

    private void add(
            List<LateSensitivity.Alike> to, LateSensitivity.Known known, ToDoubleFunction<SamplePoint> property) {
        List<SamplePoint> sorted = new ArrayList<>(design.points());
        sorted.sort(Comparator.comparingDouble(property).thenComparing(SamplePoint::station));
        Map<String, Integer> classOf = new HashMap<>();
        int classes = classes(sorted, property, classOf);
        if (classes < 2) {
            return;
        }
        double[] drawn = new double[classes];
        double[] came = new double[classes];
        Map<String, Reported> byStation = new HashMap<>();
        reported.forEach(one -> byStation.put(one.point().station(), one));
        for (SamplePoint point : design.points()) {
            int at = classOf.getOrDefault(point.station(), 0);
            drawn[at] += design.weight(point);
            came[at] += byStation.containsKey(point.station()) ? design.weight(point) : 0;
        }
        double lowest = 1;
        double highest = 0;
        for (int at = 0; at < classes; at++) {
            lowest = Math.min(lowest, came[at] / drawn[at]);
            highest = Math.max(highest, came[at] / drawn[at]);
        }
        to.add(new LateSensitivity.Alike(known, classes, lowest, highest, raked(classOf, drawn)));
    }

    /**
     * Puts stations of like property into classes of about as many each; equal ones into the same, and a class with few reports to
     * the one before.
     */
    private int classes(
            List<SamplePoint> sorted, ToDoubleFunction<SamplePoint> property, Map<String, Integer> classOf) {
        Map<String, Boolean> came = new HashMap<>();
        reported.forEach(one -> came.put(one.point().station(), true));
        int wanted = Math.max(1, Math.min(CLASSES_MOST, reported.size() / (2 * REPORTS_LEAST)));
        int current = 0;
        int inside = 0;
        int reports = 0;
        for (int i = 0; i < sorted.size(); i++) {
            boolean isEqual =
                    i > 0 && property.applyAsDouble(sorted.get(i)) == property.applyAsDouble(sorted.get(i - 1));
            if (!isEqual && inside * wanted >= sorted.size() && reports >= REPORTS_LEAST && current < wanted - 1) {
                current++;
                inside = 0;
                reports = 0;
            }
            classOf.put(sorted.get(i).station(), current);
            inside++;
            reports += came.containsKey(sorted.get(i).station()) ? 1 : 0;
        }
        if (reports < REPORTS_LEAST && current > 0) {
            int last = current;
            classOf.replaceAll((_, at) -> at == last ? last - 1 : at);
            current--;
        }
        return current + 1;
    }

    private double raked(Map<String, Integer> classOf, double[] drawn) {
        double[] weights = reported.stream().mapToDouble(Reported::weight).toArray();
        Map<String, Double> cells = new HashMap<>();
        for (int i = 0; i < weights.length; i++) {
            cells.merge(reported.get(i).cell(), weights[i], Double::sum);
        }
        // Cells without any report are in no weight; classes are scaled to what is there.
        double there = cells.values().stream().mapToDouble(Double::doubleValue).sum();
        double all = java.util.Arrays.stream(drawn).sum();
        for (int round = 0; round < ROUNDS; round++) {
            double[] sums = new double[drawn.length];
            for (int i = 0; i < weights.length; i++) {
                sums[at(classOf, i)] += weights[i];
            }
            Map<String, Double> after = new HashMap<>();
            for (int i = 0; i < weights.length; i++) {
                int at = at(classOf, i);
                weights[i] *= drawn[at] * there / all / sums[at];
                after.merge(reported.get(i).cell(), weights[i], Double::sum);
            }
            for (int i = 0; i < weights.length; i++) {
                String cell = reported.get(i).cell();
                weights[i] *= cells.getOrDefault(cell, 0.0) / after.getOrDefault(cell, 1.0);
            }
        }
        double lead = 0;
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            lead += weights[i] * reported.get(i).lead();
            total += weights[i] * reported.get(i).total();
        }
        return total == 0 ? 0 : lead / total;
    }

    private int at(Map<String, Integer> classOf, int place) {
        return classOf.getOrDefault(reported.get(place).point().station(), 0);
    }
}
