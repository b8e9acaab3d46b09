package org.cotejo.audit.quickcount;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/** Stations of a made-up country with two candidates, from a seed. */
final class SimulatedCountry {
    static final List<String> CANDIDATES = List.of("A", "B");

    private final List<SamplePoint> stations = new ArrayList<>();
    private final List<Report> reports = new ArrayList<>();
    private final List<PlannedStratum> strata = new ArrayList<>();
    private final int perStratum;

    /**
     * A country.
     *
     * @param lead of A over B, about, as a share
     * @param deviation of a station's share from that of its stratum
     */
    SimulatedCountry(int strataCount, int perStratum, double lead, double deviation, long seed) {
        this.perStratum = perStratum;
        Random random = new Random(seed);
        for (int h = 0; h < strataCount; h++) {
            String name = "S%03d".formatted(h);
            strata.add(PlannedStratum.of(name, perStratum));
            double base = 0.5 + lead / 2 + (h - (strataCount - 1) / 2.0) * 0.2 / strataCount;
            for (int i = 0; i < perStratum; i++) {
                String code = name + "-%04d".formatted(i);
                long voters = 200L + random.nextInt(400);
                long total = Math.round(voters * (0.5 + random.nextDouble() * 0.3));
                double share = Math.clamp(base + random.nextGaussian() * deviation, 0, 1);
                long first = Math.round(total * share);
                stations.add(SamplePoint.of(code, name, OptionalLong.of(voters)));
                reports.add(new Report(code, List.of(first, total - first), total, null));
            }
        }
    }

    double lead() {
        long gap = 0;
        long all = 0;
        for (Report report : reports) {
            gap += report.votes().get(0) - report.votes().get(1);
            all += report.total();
        }
        return (double) gap / all;
    }

    /** Draws so many stations of each stratum: where they are in the country. */
    List<Integer> draw(int each, Random random) {
        List<Integer> drawn = new ArrayList<>();
        for (int h = 0; h < strata.size(); h++) {
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < perStratum; i++) {
                places.add(h * perStratum + i);
            }
            Collections.shuffle(places, random);
            drawn.addAll(places.subList(0, each));
        }
        return drawn;
    }

    QuickDesign design(List<Integer> drawn) {
        return QuickDesign.of(strata, drawn.stream().map(stations::get).toList());
    }

    List<Report> reports(List<Integer> drawn) {
        return drawn.stream().map(reports::get).toList();
    }

    QuickEstimate estimate(List<Integer> drawn) {
        return QuickCount.of(design(drawn), CANDIDATES).estimate(reports(drawn));
    }
}
