package org.cotejo.audit.quickcount;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the lead if late stations are not like the others of their strata: by what was known of them before (weights by inverse
 * probability of reporting), and by the votes themselves (lateness that depends on what is counted, so that nothing seen can show it).
 *
 * @param alike one for each property that is known of every drawn station
 * @param tilted leads at rising odds, the first at 1, which is the estimate itself; empty where nothing is late
 * @param tippingOdds the odds that make a tie; null if none up to {@link #ODDS_MOST} do, or if nothing is late
 */
public record LateSensitivity(
        List<Alike> alike, List<Tilted> tilted, @Nullable Double tippingOdds) {
    /** Largest odds that are tried. */
    public static final double ODDS_MOST = 1_000;

    public LateSensitivity {
        alike = List.copyOf(alike);
        tilted = List.copyOf(tilted);
    }

    /** What was known of the stations before. */
    public enum Known {
        /** Registered voters. */
        REGISTER,
        /** The lead in a past election. */
        PAST
    }

    /**
     * The lead if late stations are like those of their stratum and of their class.
     *
     * @param classes so many, of about as many drawn stations each
     * @param lowestRate share of the drawn stations that reported in the class where fewest did
     * @param highestRate in the class where most did
     */
    public record Alike(Known known, int classes, double lowestRate, double highestRate, double lead) {}

    /**
     * The lead if lateness depends on the votes.
     *
     * @param odds by how much the odds of being late are multiplied where the leader's lead is ten points lower
     */
    public record Tilted(double odds, double lead) {}
}
