package org.cotejo.audit.exitpoll;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.audit.survey.Combination;
import org.cotejo.audit.survey.Estimate;
import org.cotejo.audit.survey.Sample;
import org.cotejo.audit.survey.SampleUnit;
import org.cotejo.audit.survey.Stratum;
import org.cotejo.base.Check;
import org.jspecify.annotations.Nullable;

/**
 * Estimates an exit poll. An interview weighs (N_h/n_h)(voters/interviews of its station); the station is the unit of the first
 * stage, and the variance is that between stations within strata, linearised, with the finite population correction of the
 * stations left off, since voters were drawn again inside them.
 */
public final class ExitPoll {
    private final Map<String, Long> strata;
    private final List<String> candidates;
    private final List<PollStation> stations;
    private final Map<String, Integer> polled = new HashMap<>();

    private ExitPoll(Map<String, Long> strata, List<String> candidates, List<PollStation> stations) {
        this.strata = strata;
        this.candidates = candidates;
        this.stations = stations;
        for (PollStation station : stations) {
            Check.that(strata.containsKey(station.stratum()), "%s is in no stratum", station.station());
            polled.merge(station.stratum(), 1, Integer::sum);
        }
    }

    /**
     * A poll; its result needs two stations of each stratum or all of it ({@link #lonely}).
     *
     * @param strata number of stations of each stratum of the country
     */
    public static ExitPoll of(Map<String, Long> strata, List<String> candidates, List<PollStation> stations) {
        Check.that(candidates.size() >= 2 && !stations.isEmpty(), "%s at %d", candidates, stations.size());
        return new ExitPoll(Map.copyOf(strata), List.copyOf(candidates), List.copyOf(stations));
    }

    /** Strata that give no variance, since fewer than two of their stations were polled. */
    public List<String> lonely() {
        return sample(stationUnits()).lonely();
    }

    /** Shares, lead and response. */
    public PollResult result() {
        Sample byStation = sample(stationUnits());
        Sample byInterview = sample(interviewUnits());
        int size = candidates.size() + 1;
        Combination all = Combination.of(candidates.size(), size);
        long interviews = stations.stream().mapToLong(PollStation::interviews).sum();
        double each = (double) interviews / stations.size();
        List<PollShare> shares = new ArrayList<>();
        for (int c = 0; c < candidates.size(); c++) {
            Combination one = Combination.of(c, size);
            double effect = byInterview.designEffect(one, all);
            shares.add(new PollShare(
                    candidates.get(c), byStation.ratio(one, all), effect, each > 1 ? (effect - 1) / (each - 1) : 0));
        }
        int leader = best(shares, -1);
        int runnerUp = best(shares, leader);
        Estimate lead = byStation.ratio(Combination.difference(leader, runnerUp, size), all);
        return new PollResult(stations.size(), interviews, response(), shares, leader, runnerUp, lead);
    }

    /** Holds the poll beside a result. */
    public Gap beside(PollResult poll, ComparedResult result) {
        double lead = result.share(poll.leader()) - result.share(poll.runnerUp());
        double gap = poll.lead().value() - lead;
        double z = poll.lead().zAgainst(lead);
        return new Gap(
                result.name(),
                lead,
                gap,
                z,
                Estimate.twoSided(z),
                answered(poll, result, poll.leader()),
                answered(poll, result, poll.runnerUp()));
    }

    /** Of a candidate's voters by the result, the share that must have answered to give the poll's share: R p / P. */
    private static @Nullable Double answered(PollResult poll, ComparedResult result, int candidate) {
        Double response = poll.response();
        double share = result.share(candidate);
        return response == null || share == 0
                ? null
                : response * poll.shares().get(candidate).estimate().value() / share;
    }

    private @Nullable Double response() {
        double asked = 0;
        double answered = 0;
        for (PollStation station : stations) {
            if (station.refused().isEmpty()) {
                return null;
            }
            double weight = stationWeight(station) * station.voters();
            double all = station.interviews() + station.refused().orElse(0);
            asked += weight;
            answered += weight * station.interviews() / all;
        }
        return answered / asked;
    }

    private double stationWeight(PollStation station) {
        return (double) strata.getOrDefault(station.stratum(), 0L) / polled.getOrDefault(station.stratum(), 1);
    }

    private static int best(List<PollShare> shares, int without) {
        int best = -1;
        for (int c = 0; c < shares.size(); c++) {
            if (c != without
                    && (best < 0
                            || shares.get(c).estimate().value()
                                    > shares.get(best).estimate().value())) {
                best = c;
            }
        }
        return best;
    }

    private Sample sample(List<SampleUnit> units) {
        return Sample.of(
                strata.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(size -> new Stratum(size.getKey(), size.getValue(), false))
                        .toList(),
                units);
    }

    private double weight(PollStation station) {
        return stationWeight(station) * station.voters() / station.interviews();
    }

    /** One unit a station, its sums of answers as values. */
    private List<SampleUnit> stationUnits() {
        List<SampleUnit> units = new ArrayList<>();
        for (PollStation station : stations) {
            List<Double> values = new ArrayList<>();
            station.answers().forEach(count -> values.add((double) count));
            values.add((double) station.interviews());
            units.add(new SampleUnit(station.stratum(), station.station(), weight(station), values));
        }
        return units;
    }

    /** One unit an interview, for the variance that voters drawn one by one would have. */
    private List<SampleUnit> interviewUnits() {
        List<SampleUnit> units = new ArrayList<>();
        for (PollStation station : stations) {
            for (int c = 0; c <= candidates.size(); c++) {
                List<Double> values = new ArrayList<>(Collections.nCopies(candidates.size() + 1, 0.0));
                values.set(c, 1.0);
                values.set(candidates.size(), 1.0);
                SampleUnit unit = new SampleUnit(station.stratum(), station.station(), weight(station), values);
                long count = c < candidates.size() ? station.answers().get(c) : station.otherAnswers();
                units.addAll(Collections.nCopies(Math.toIntExact(count), unit));
            }
        }
        return units;
    }
}
