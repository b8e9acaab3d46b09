package org.cotejo.exchange;

import java.util.List;
import java.util.Locale;
import org.cotejo.definition.StationCode;
import org.cotejo.reconcile.StationState;
import org.jspecify.annotations.Nullable;

/**
 * One station as two of them have it.
 *
 * @param a what the first has; null if it does not list the station
 * @param b what the second has; null if it does not list the station
 * @param different the places of the figures in which they differ
 * @param announcedDifferent the places of the figures in which the results that both have as announced differ
 */
public record StationRow(
        StationCode station,
        Verdict verdict,
        @Nullable Has a,
        @Nullable Has b,
        List<Integer> different,
        List<Integer> announcedDifferent) {
    /** How the two compare. */
    public enum Verdict {
        /** Every figure that both carry is the same. */
        SAME,
        DIFFERENT,
        ONLY_A,
        ONLY_B,
        /** Neither has any figure. */
        NEITHER,
        /** Both have figures, and no figure that the other carries too. */
        NOT_COMPARABLE;

        /** As it stands in files. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the figures of a station rest on. */
    public enum Basis {
        /** What the copies that count agree on. */
        COPIES,
        /** The announced result, where no copies decide. */
        ANNOUNCED,
        NONE;

        /** As it stands in files. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What one of them has; the figures are those of the comparison, {@link #NOT_CARRIED} where there is none. */
    public record Has(StationState state, Basis basis, List<Integer> figures, List<Integer> announced) {
        public Has {
            figures = List.copyOf(figures);
            announced = List.copyOf(announced);
        }
    }

    /** Whether anything is not the same: the figures, or the results as announced. */
    public boolean isDifferent() {
        return verdict == Verdict.DIFFERENT || !announcedDifferent.isEmpty();
    }

    /** Stands for a figure that is not there. */
    public static final int NOT_CARRIED = -1;

    public StationRow {
        different = List.copyOf(different);
        announcedDifferent = List.copyOf(announcedDifferent);
    }
}
