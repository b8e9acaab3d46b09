package org.cotejo.bounds;

import java.util.List;
import org.cotejo.base.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * One way to understand what an announcement leaves out; a coverage whose base is not stated has two.
 *
 * @param whole all stations, or all registered voters; null if that is not known
 * @param leftOut the most that is left out, in the same unit; null if it can't be computed
 * @param sentence how that number came about, for people
 */
public record Reading(
        Unit unit, @Nullable Long whole, @Nullable Long leftOut, Sentence sentence) {
    /** What is counted as left out. */
    public enum Unit {
        STATIONS,
        REGISTERED_VOTERS
    }

    /** Whether nothing is left out. */
    boolean coversAll() {
        return leftOut != null && leftOut == 0;
    }

    /** Whether every reading leaves nothing out. */
    static boolean allCoverAll(List<Reading> readings) {
        return readings.stream().allMatch(Reading::coversAll);
    }
}
