package org.cotejo.bench;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a comparison of copies and announcement found, summed per state: enough to answer the contract's
 * {@code reconcile --json} except findings and announcements.
 */
final class Outcome {
    private final int candidates;
    private final Map<State, Sums> states = new EnumMap<>(State.class);
    private final long[] announced;
    private long stationsAnnounced;

    /** Stations of one state: how many, their registers, and their copies' figures where the state counts. */
    private static final class Sums {
        private final long[] figures;
        private long stations;
        private long registered;

        private Sums(int candidates) {
            figures = new long[candidates + 2];
        }
    }

    private record Lead(int leader, int runnerUp, long votes) {}

    Outcome(int candidates) {
        this.candidates = candidates;
        this.announced = new long[candidates + 2];
        for (State state : State.values()) {
            states.put(state, new Sums(candidates));
        }
    }

    /** Adds stations of one state; the figures are read as candidates, null, blank and count only where the state does. */
    void add(State state, long stations, long registered, long[] figures) {
        Sums sums = sums(state);
        sums.stations += stations;
        sums.registered += registered;
        if (state.counts()) {
            addTo(sums.figures, figures);
        }
    }

    void addAnnounced(long stations, long[] figures) {
        stationsAnnounced += stations;
        addTo(announced, figures);
    }

    long stations(State state) {
        return sums(state).stations;
    }

    /** The answer as one JSON object, keys as in the contract. */
    String json() {
        long stations = 0;
        long registered = 0;
        long withCopies = 0;
        StringBuilder counts = new StringBuilder();
        for (State state : State.values()) {
            Sums sums = sums(state);
            stations += sums.stations;
            registered += sums.registered;
            withCopies += state.hasCopies() ? sums.stations : 0;
            counts.append(counts.isEmpty() ? "" : ",").append("\"%s\":%d".formatted(state.label(), sums.stations));
        }
        return """
                {"election":{"stations":%d,"registered":%d},
                 "contests":[{
                  "coverage":{"stations_with_copies":%d,"stations_announced":%d,"stations_missing":%d},
                  "stations":{%s},
                  "totals":%s,
                  "totals_announced":%s,
                  "bounds":%s,
                  "bounds_strict":%s}]}
                """.formatted(
                        stations,
                        registered,
                        withCopies,
                        stationsAnnounced,
                        stations(State.MISSING),
                        counts,
                        totals(known(false)),
                        stationsAnnounced == 0 ? "null" : totals(announced),
                        bounds(false),
                        bounds(true));
    }

    private Sums sums(State state) {
        Sums sums = states.get(state);
        if (sums == null) {
            throw new IllegalStateException("no sums for " + state);
        }
        return sums;
    }

    private long[] known(boolean strict) {
        long[] sum = new long[candidates + 2];
        for (State state : State.values()) {
            if (isKnown(state, strict)) {
                addTo(sum, sums(state).figures);
            }
        }
        return sum;
    }

    private static boolean isKnown(State state, boolean strict) {
        return strict ? state.countsStrictly() : state.counts();
    }

    private String totals(long[] figures) {
        StringBuilder text = new StringBuilder("{\"by_candidate\":{");
        long valid = 0;
        for (int i = 0; i < candidates; i++) {
            valid += figures[i];
            text.append(i == 0 ? "" : ",").append("\"C%d\":%d".formatted(i + 1, figures[i]));
        }
        return text.append("},\"valid\":%d,\"null\":%d,\"blank\":%d}"
                        .formatted(valid, figures[candidates], figures[candidates + 1]))
                .toString();
    }

    private String bounds(boolean strict) {
        long missingRegistered = 0;
        boolean anythingKnown = false;
        for (State state : State.values()) {
            if (isKnown(state, strict)) {
                anythingKnown |= stations(state) > 0;
            } else {
                missingRegistered += sums(state).registered;
            }
        }
        Lead lead = lead(known(strict));
        return "{\"leader\":%s,\"runner_up\":%s,\"lead\":%d,\"missing_registered_at_most\":%d,\"can_flip\":\"%s\"}"
                .formatted(
                        anythingKnown ? "\"C" + (lead.leader + 1) + '"' : "null",
                        anythingKnown ? "\"C" + (lead.runnerUp + 1) + '"' : "null",
                        anythingKnown ? lead.votes : 0,
                        missingRegistered,
                        anythingKnown && lead.votes > missingRegistered ? "no" : "yes");
    }

    private Lead lead(long[] figures) {
        int first = 0;
        int second = 1;
        for (int i = 1; i < candidates; i++) {
            if (figures[i] > figures[first]) {
                second = first;
                first = i;
            } else if (i != second && figures[i] > figures[second]) {
                second = i;
            }
        }
        return new Lead(first, second, figures[first] - figures[second]);
    }

    private static void addTo(long[] sum, long[] figures) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += figures[i];
        }
    }
}
