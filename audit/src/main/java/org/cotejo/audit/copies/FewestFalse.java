package org.cotejo.audit.copies;

import java.util.Arrays;
import java.util.OptionalInt;
import org.cotejo.base.Check;
import org.jspecify.annotations.Nullable;

/**
 * How many sheets a forger must have falsified at least, if a lead is false: the largest capacities are used up first, so no
 * other choice of stations needs fewer. Source: Aslam, Popa and Rivest, On Auditing Elections When Precincts Have Different
 * Sizes (EVT 2008); k_min of Rosnick and Weisbrot, CEPR (26 April 2013).
 *
 * @param lead votes by which the first is ahead of the second on the sheets
 * @param sheets k_min, the smallest number of sheets whose capacities together reach the lead
 * @param capacity of those sheets together
 */
public record FewestFalse(long lead, int sheets, long capacity) {
    public FewestFalse {
        Check.that(lead >= 0 && sheets >= 0 && capacity >= lead, "%d sheets hold %d of %d", sheets, capacity, lead);
    }

    /**
     * The fewest sheets for a lead; null if all of them together can't hold it.
     *
     * @param capacities of each sheet, the most that it can have moved the lead: {@link #capacity}
     */
    public static @Nullable FewestFalse of(long lead, long[] capacities) {
        Check.that(lead >= 0, "a lead of %d", lead);
        long[] sorted = capacities.clone();
        Arrays.sort(sorted);
        Check.that(sorted.length == 0 || sorted[0] >= 0, "a capacity of %s", sorted.length == 0 ? 0 : sorted[0]);
        long sum = 0;
        int taken = 0;
        while (sum < lead && taken < sorted.length && sorted[sorted.length - 1 - taken] > 0) {
            sum = Math.addExact(sum, sorted[sorted.length - 1 - taken++]);
        }
        return sum >= lead ? new FewestFalse(lead, taken, sum) : null;
    }

    /** As {@link #of}, only the number. */
    public static OptionalInt sheets(long lead, long[] capacities) {
        FewestFalse found = of(lead, capacities);
        return found == null ? OptionalInt.empty() : OptionalInt.of(found.sheets());
    }

    /**
     * The most that one false sheet can have moved the lead: what it shows between the two, and besides every ballot that can
     * lie in the box, all for the second.
     *
     * @param ballotsAtMost from a source other than the sheet: the register, or the signed list of voters
     */
    public static long capacity(long first, long second, long ballotsAtMost) {
        Check.that(
                first >= 0 && second >= 0 && ballotsAtMost >= 0,
                "votes %d and %d, ballots %d",
                first,
                second,
                ballotsAtMost);
        return Math.max(0, Math.addExact(first - second, ballotsAtMost));
    }
}
