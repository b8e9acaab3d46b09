package org.cotejo.audit.quickcount;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cotejo.audit.quickcount.PlanOrder.Spreading;
import org.cotejo.audit.survey.Allocation;
import org.cotejo.audit.survey.Estimate;
import org.cotejo.audit.survey.SampleSize;
import org.cotejo.audit.survey.Spread;
import org.cotejo.base.Check;
import org.jspecify.annotations.Nullable;

/** Plans a sample: its size in stations from the variance between stations, and its allocation to strata. */
public final class Planner {
    private final Map<String, List<FrameStation>> strata = new TreeMap<>();
    private final PlanOrder order;
    private final int stations;

    private Planner(List<FrameStation> frame, PlanOrder order) {
        Check.that(!frame.isEmpty(), "a frame without stations");
        frame.forEach(station -> strata.computeIfAbsent(station.stratum(), _ -> new ArrayList<>())
                .add(station));
        this.order = order;
        this.stations = frame.size();
    }

    /** Whether the frame tells how much stations differ: results of a past election at half of its stations or more. */
    public static boolean knowsSpread(List<FrameStation> frame) {
        long known = frame.stream().filter(station -> station.pastTotal() > 0).count();
        return known * 2 >= frame.size() && known >= 2;
    }

    /** Makes the plan; without a stated spread the frame must tell it ({@link #knowsSpread}), and Neyman's always needs that. */
    public static Plan plan(List<FrameStation> frame, PlanOrder order) {
        return new Planner(frame, order).plan();
    }

    private Plan plan() {
        int candidates = strata.values().stream()
                .flatMap(List::stream)
                .mapToInt(station -> station.past().size())
                .max()
                .orElse(0);
        int widest = -1;
        double spread = 0;
        for (int c = 0; c < candidates; c++) {
            double one = within(c);
            if (one > spread) {
                spread = one;
                widest = c;
            }
        }
        Double stated = order.spread();
        int spreadOf = widest;
        if (stated != null) {
            spread = stated;
            spreadOf = -1;
        }
        Check.that(spread > 0, "nobody says how much stations differ");
        Check.that(order.allocation() == Spreading.PROPORTIONAL || widest >= 0, "Neyman without a past election");
        Integer given = order.size();
        SampleSize size = given == null
                ? SampleSize.of(spread, order.error(), order.confidence(), order.effect(), stations)
                : null;
        long wanted = size == null ? Math.min(stations, given == null ? 0 : given) : size.stations();
        return spreadOver(wanted, spread, spreadOf, widest, size);
    }

    private Plan spreadOver(long wanted, double spread, int spreadOf, int widest, @Nullable SampleSize size) {
        boolean isClustered = order.perCluster() > 0;
        List<Long> units = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        List<Double> spreads = new ArrayList<>();
        for (List<FrameStation> stratum : strata.values()) {
            counts.add((long) stratum.size());
            units.add(stratum.stream().map(order::unit).distinct().count());
            spreads.add(widest < 0 ? 0 : spreadIn(stratum, widest).deviation());
        }
        double n = isClustered ? Math.ceil((double) wanted / perCluster()) : wanted;
        List<Double> exact = order.allocation() == Spreading.NEYMAN
                ? Allocation.neyman(n, counts, spreads)
                : Allocation.proportional(n, counts);
        List<Integer> whole = Allocation.whole(exact, units);
        List<StratumPlan> plans = new ArrayList<>();
        int h = 0;
        long drawn = 0;
        for (String name : strata.keySet()) {
            plans.add(new StratumPlan(name, counts.get(h), units.get(h), spreads.get(h), exact.get(h), whole.get(h)));
            drawn += whole.get(h);
            h++;
        }
        long drawnStations = Math.min(stations, Math.round(drawn * (isClustered ? perCluster() : 1)));
        double variance = spread * spread * order.effect() / drawnStations * (1 - (double) drawnStations / stations);
        double expected = Estimate.quantile(0, order.confidence()) * Math.sqrt(variance);
        return new Plan(order, spread, spreadOf, size, drawnStations, expected, plans);
    }

    /** Stations that a drawn cluster will give on average. */
    private double perCluster() {
        long clusters = 0;
        long drawn = 0;
        for (List<FrameStation> stratum : strata.values()) {
            Map<String, Integer> sizes = new TreeMap<>();
            stratum.forEach(station -> sizes.merge(station.cluster(), 1, Integer::sum));
            clusters += sizes.size();
            for (int size : sizes.values()) {
                drawn += Math.min(size, order.perCluster());
            }
        }
        return (double) drawn / clusters;
    }

    /** The spread of a candidate's share within strata: the root of the mean variance, weighted by the strata's stations. */
    private double within(int candidate) {
        double squares = 0;
        double votes = 0;
        long known = 0;
        for (List<FrameStation> stratum : strata.values()) {
            Spread spread = spreadIn(stratum, candidate);
            squares += spread.stations() * spread.deviation() * spread.deviation();
            votes += spread.stations() * spread.mean();
            known += spread.stations();
        }
        return known == 0 || votes == 0 ? 0 : Math.sqrt(squares / known) / (votes / known);
    }

    private static Spread spreadIn(List<FrameStation> stratum, int candidate) {
        List<Double> tops = new ArrayList<>();
        List<Double> bases = new ArrayList<>();
        for (FrameStation station : stratum) {
            if (station.pastTotal() > 0) {
                tops.add((double) station.past().get(candidate));
                bases.add((double) station.pastTotal());
            }
        }
        return Spread.of(tops, bases);
    }
}
