package org.cotejo.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The expected answer, worked out station by station while the files are written: the contract's first fitting rule, in
 * plain words and without any engine.
 */
final class Truth {
    private final Outcome outcome;
    private final long[] longs;
    private final long[] nothing;

    Truth(int candidates) {
        outcome = new Outcome(candidates);
        longs = new long[candidates + 2];
        nothing = new long[candidates + 2];
    }

    /** One station: the copies that came, of which an unreadable or all-zero one may not count, and what was announced. */
    void station(int registered, List<Figures> copies, @Nullable Figures announced) {
        List<Figures> countable = copies.stream()
                .filter(copy -> copy.isComplete() && (!copy.isZero() || isZeroElsewhere(copy, copies, announced)))
                .toList();
        if (copies.isEmpty() && announced == null) {
            return; // no file names it, so a definition derived from the files does not know it
        }
        State state = state(countable, announced);
        outcome.add(state, 1, registered, countable.isEmpty() ? nothing : asLongs(countable.getFirst()));
        if (announced != null) {
            outcome.addAnnounced(1, asLongs(announced));
        }
    }

    Outcome outcome() {
        return outcome;
    }

    private static State state(List<Figures> countable, @Nullable Figures announced) {
        if (countable.isEmpty()) {
            return announced == null ? State.SET_ASIDE : State.ANNOUNCED_ONLY;
        }
        Figures first = countable.getFirst();
        if (!countable.stream().allMatch(first::sameAs)) {
            return State.CONFLICTING;
        }
        if (announced == null) {
            return countable.size() > 1 ? State.AGREED : State.ONE_SIDE;
        }
        return first.sameAs(announced) ? State.CONFIRMED : State.CONTRADICTED;
    }

    private static boolean isZeroElsewhere(Figures copy, List<Figures> copies, @Nullable Figures announced) {
        return (announced != null && announced.isZero())
                || copies.stream().anyMatch(other -> other != copy && other.isZero());
    }

    private long[] asLongs(Figures figures) {
        for (int i = 0; i < longs.length; i++) {
            longs[i] = figures.cells[i];
        }
        return longs;
    }
}
