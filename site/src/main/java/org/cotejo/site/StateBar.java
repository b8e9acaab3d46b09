package org.cotejo.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cotejo.reconcile.StationState;

/** Stations in their states as one bar of parts, each with its state's colour, from what is settled to what is missing. */
final class StateBar {
    /** Length of the whole bar in the drawing's own units. */
    static final int LENGTH = 1000;

    private static final List<StationState> ORDER = List.of(
            StationState.CONFIRMED,
            StationState.AGREED,
            StationState.ONE_SIDE,
            StationState.CONTRADICTED,
            StationState.CONFLICTING,
            StationState.ANNOUNCED_ONLY,
            StationState.SET_ASIDE,
            StationState.MISSING);

    /** Shortest part that can still be seen: a few contradicted stations among thousands must not vanish. */
    private static final int SHORTEST = 6;

    /** One state's part of the bar. */
    record Part(StationState state, int count, int from, int length) {}

    private final Map<StationState, Integer> counts;
    private final int total;

    StateBar(Map<StationState, Integer> counts) {
        this.counts = Map.copyOf(counts);
        this.total = counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    static List<StationState> order() {
        return ORDER;
    }

    int total() {
        return total;
    }

    int count(StationState state) {
        return counts.getOrDefault(state, 0);
    }

    /** Stations whose sheets are known: their copies agree. */
    int known() {
        return ORDER.stream()
                .filter(StationState::isKnown)
                .mapToInt(this::count)
                .sum();
    }

    /** The parts that are not empty; together exactly {@link #LENGTH} long. */
    List<Part> parts() {
        List<StationState> present =
                ORDER.stream().filter(state -> count(state) > 0).toList();
        int free = LENGTH - SHORTEST * present.size();
        List<Part> parts = new ArrayList<>();
        long seen = 0;
        int from = 0;
        for (int i = 0; i < present.size(); i++) {
            StationState state = present.get(i);
            seen += count(state);
            int to = i == present.size() - 1 ? LENGTH : SHORTEST * (i + 1) + (int) (free * seen / total);
            parts.add(new Part(state, count(state), from, to - from));
            from = to;
        }
        return parts;
    }

    /** The bar in words: every state that is there with its number. */
    String inWords(Words words) {
        StringBuilder text = new StringBuilder();
        for (StationState state : ORDER) {
            if (count(state) > 0) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(words.number(count(state)))
                        .append(' ')
                        .append(words.say("state." + state.key() + ".few"));
            }
        }
        return text.isEmpty() ? words.say("state.none") : text.toString();
    }
}
