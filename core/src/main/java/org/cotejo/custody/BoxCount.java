package org.cotejo.custody;

import java.util.List;
import java.util.Locale;
import org.cotejo.base.Check;
import org.cotejo.definition.StationCode;
import org.cotejo.tally.Cell;

/**
 * What came of counting one box by hand.
 *
 * @param counts in the order of the figures of its {@link BoxCounts}; empty where nothing was counted
 */
public record BoxCount(StationCode station, State state, List<Integer> counts) {
    /** What became of a box that was drawn. */
    public enum State {
        /** Every ballot was counted. */
        COUNTED,
        /** Looked for and not found, or found without its ballots. */
        MISSING,
        /** Access to it was denied. */
        DENIED,
        /** Its seal was broken or is another one: what lies in it now proves nothing. */
        SEAL_BROKEN,
        /** It holds more ballots than the manifest says it can: then no bound of this audit holds. */
        OVERFULL;

        /** As it stands in files. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public BoxCount {
        counts = List.copyOf(counts);
        Check.that(state != State.COUNTED || !counts.isEmpty(), "%s is counted and has no counts", station);
        Check.that(
                state == State.COUNTED || state == State.SEAL_BROKEN || counts.isEmpty(),
                "%s is %s and has counts",
                station,
                state);
        for (int count : counts) {
            Check.that(count >= 0 && count <= Cell.MOST, "a count of %d at %s", count, station);
        }
    }
}
