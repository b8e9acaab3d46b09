package org.cotejo.audit.survey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Works out a {@link Sensitivity}. A lacking station is taken to have as many votes as its register at the mean turnout. */
final class SensitivityCase {
    private static final class Sums {
        private double lead;
        private double votes;
        private double registered;
    }

    private final List<HeldStation> stations;
    private final int first;
    private final int second;
    private final int pastFirst;
    private final int pastSecond;
    private final Sums all = new Sums();
    private final Map<String, Sums> places = new HashMap<>();
    private double meanVotes;

    SensitivityCase(List<HeldStation> stations, int first, int second, int pastFirst, int pastSecond) {
        this.stations = stations;
        this.first = first;
        this.second = second;
        this.pastFirst = pastFirst;
        this.pastSecond = pastSecond;
    }

    Sensitivity work() {
        int held = 0;
        double pastLead = 0;
        double pastVotes = 0;
        double nowLead = 0;
        double nowVotes = 0;
        for (HeldStation station : stations) {
            if (!station.isHeld()) {
                continue;
            }
            held++;
            double lead = (double) station.votes().get(first) - station.votes().get(second);
            for (Sums sums : List.of(all, places.computeIfAbsent(station.place(), _ -> new Sums()))) {
                sums.lead += lead;
                sums.votes += station.total();
                sums.registered += station.registered().orElse(0);
            }
            if (hasPast(station)) {
                pastLead +=
                        (double) station.past().get(pastFirst) - station.past().get(pastSecond);
                pastVotes += station.pastTotal();
                nowLead += lead;
                nowVotes += station.total();
            }
        }
        meanVotes = held == 0 ? 0 : all.votes / held;
        boolean hasSwing = pastVotes > 0 && nowVotes > 0;
        return filled(hasSwing ? nowLead / nowVotes - pastLead / pastVotes : null);
    }

    private Sensitivity filled(@Nullable Double swing) {
        double lead = all.lead;
        double swung = all.lead;
        double votes = all.votes;
        double lacking = 0;
        boolean isSwung = swing != null;
        for (HeldStation station : stations) {
            if (station.isHeld()) {
                continue;
            }
            double expected = expectedVotes(station);
            Sums place = places.get(station.place());
            Sums like = place == null || place.votes == 0 ? all : place;
            double likePlace = like.votes == 0 ? 0 : like.lead / like.votes;
            lead += expected * likePlace;
            if (swing != null && hasPast(station)) {
                double past =
                        ((double) station.past().get(pastFirst) - station.past().get(pastSecond)) / station.pastTotal();
                swung += expected * Math.clamp(past + swing, -1, 1);
            } else {
                swung += expected * likePlace;
            }
            votes += expected;
            lacking += expected;
        }
        double share = votes == 0 ? 0 : lead / votes;
        double weight = votes == 0 ? 0 : lacking / votes;
        return new Sensitivity(
                all.votes == 0 ? 0 : all.lead / all.votes,
                share,
                isSwung && votes > 0 ? swung / votes : null,
                weight,
                weight == 0 ? null : share / weight);
    }

    private boolean hasPast(HeldStation station) {
        return station.pastTotal() > 0 && pastFirst >= 0 && pastSecond >= 0;
    }

    private double expectedVotes(HeldStation station) {
        return station.registered().isPresent() && all.registered > 0
                ? station.registered().getAsLong() * all.votes / all.registered
                : meanVotes;
    }
}
