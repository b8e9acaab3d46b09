package org.cotejo.audit.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.cotejo.base.Check;
import org.jspecify.annotations.Nullable;

/**
 * The answer to "you chose the tables that you liked": the stations whose sheets are held beside those that are lacking, by what was
 * known of both before the vote, and what follows for the result under other assumptions than that they are alike.
 */
public final class HeldAndLacking {
    /**
     * One property of stations, compared.
     *
     * @param held mean over the stations held that have it
     * @param lacking mean over those lacking
     * @param heldStations that it rests on
     * @param lackingStations that it rests on
     * @param effect difference of the means in standard deviations between stations (Cohen's d); below 0.1 it is slight
     * @param z the difference in standard errors, as if stations had gone missing at random
     */
    public record Property(
            String name, double held, double lacking, int heldStations, int lackingStations, double effect, double z) {
        /** The same under another name. */
        public Property named(String newName) {
            return new Property(newName, held, lacking, heldStations, lackingStations, effect, z);
        }
    }

    /** One place: how many of its stations are held. */
    public record Place(String name, int held, int lacking) {
        /** The share held, 0 to 1. */
        public double share() {
            return (double) held / (held + lacking);
        }
    }

    /**
     * Whether the share held differs between places.
     *
     * @param chiSquared over places, with {@code degrees} of freedom
     * @param p chance of it or more if stations went missing at random; small ones come easily with many stations
     * @param effect Cramér's V, 0 (all places alike) to 1
     */
    public record ByPlace(double chiSquared, int degrees, double p, double effect, List<Place> places) {
        public ByPlace {
            places = List.copyOf(places);
        }
    }

    private final List<HeldStation> stations;

    private HeldAndLacking(List<HeldStation> stations) {
        this.stations = List.copyOf(stations);
    }

    /** Compares these stations. */
    public static HeldAndLacking of(List<HeldStation> stations) {
        return new HeldAndLacking(stations);
    }

    /** Stations held. */
    public int held() {
        return (int) stations.stream().filter(HeldStation::isHeld).count();
    }

    /** Stations lacking. */
    public int lacking() {
        return stations.size() - held();
    }

    /** Registered voters, compared; null where one group has fewer than two registers. */
    public @Nullable Property registered() {
        return property(
                "registered",
                station ->
                        station.registered().isPresent() ? station.registered().getAsLong() : Double.NaN);
    }

    /** A candidate's share in the past election, compared; null where one group has fewer than two past results. */
    public @Nullable Property pastShare(int candidate) {
        return property(
                "past",
                station -> station.pastTotal() > 0
                        ? (double) station.past().get(candidate) / station.pastTotal()
                        : Double.NaN);
    }

    private @Nullable Property property(String name, ToDoubleFunction<HeldStation> of) {
        double[] held = values(true, of);
        double[] lacking = values(false, of);
        if (held.length < 2 || lacking.length < 2) {
            return null;
        }
        double difference = mean(held) - mean(lacking);
        double pooled = Math.sqrt((squares(held) + squares(lacking)) / (held.length + lacking.length - 2));
        double error = pooled * Math.sqrt(1.0 / held.length + 1.0 / lacking.length);
        return new Property(
                name,
                mean(held),
                mean(lacking),
                held.length,
                lacking.length,
                pooled == 0 ? 0 : difference / pooled,
                error == 0 ? 0 : difference / error);
    }

    private double[] values(boolean isHeld, ToDoubleFunction<HeldStation> of) {
        return stations.stream()
                .filter(station -> station.isHeld() == isHeld)
                .mapToDouble(of)
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double squares(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum;
    }

    /** Whether the share held differs between places; places in the order of the share, the lowest first. */
    public ByPlace byPlace() {
        Map<String, int[]> counts = new TreeMap<>();
        for (HeldStation station : stations) {
            counts.computeIfAbsent(station.place(), _ -> new int[2])[station.isHeld() ? 0 : 1]++;
        }
        double share = (double) held() / stations.size();
        double chi = 0;
        List<Place> places = new ArrayList<>();
        for (Map.Entry<String, int[]> place : counts.entrySet()) {
            int held = place.getValue()[0];
            int all = held + place.getValue()[1];
            places.add(new Place(place.getKey(), held, all - held));
            if (share > 0 && share < 1) {
                double off = held - all * share;
                chi += off * off / (all * share * (1 - share));
            }
        }
        places.sort(java.util.Comparator.comparingDouble(Place::share).thenComparing(Place::name));
        int degrees = Math.max(0, counts.size() - 1);
        double p = degrees == 0 ? 1 : ChiSquaredDistribution.of(degrees).survivalProbability(chi);
        return new ByPlace(chi, degrees, p, stations.isEmpty() ? 0 : Math.sqrt(chi / stations.size()), places);
    }

    /** Places of the first and second of the stations held. */
    public int[] firstTwo() {
        int candidates = stations.stream()
                .mapToInt(station -> station.votes().size())
                .max()
                .orElse(0);
        Check.that(candidates >= 2, "%d candidates", candidates);
        long[] sums = new long[candidates];
        for (HeldStation station : stations) {
            for (int c = 0; c < station.votes().size(); c++) {
                sums[c] += station.votes().get(c);
            }
        }
        int first = 0;
        for (int c = 1; c < candidates; c++) {
            first = sums[c] > sums[first] ? c : first;
        }
        int second = first == 0 ? 1 : 0;
        for (int c = 0; c < candidates; c++) {
            second = c != first && sums[c] > sums[second] ? c : second;
        }
        return new int[] {first, second};
    }

    /**
     * What the lead would be if lacking stations were like others in some way, and by how much they would have to differ.
     *
     * @param pastFirst place of the first candidate, or its party, in the past election; -1 if it did not run
     * @param pastSecond the same of the second
     */
    public Sensitivity sensitivity(int first, int second, int pastFirst, int pastSecond) {
        return new SensitivityCase(stations, first, second, pastFirst, pastSecond).work();
    }
}
