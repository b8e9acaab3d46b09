package org.cotejo.audit.survey;

import org.cotejo.base.Check;

/**
 * A part of the country from which units were drawn apart from all others.
 *
 * @param units units of the first stage in it (stations, or clusters of stations), of which some were drawn; the finite population
 *     correction rests on it
 * @param isCorrected whether the correction applies; false where stations were drawn again inside the clusters, so that the
 *     variance between clusters stands for both stages and is, if anything, too large
 */
public record Stratum(String name, long units, boolean isCorrected) {
    public Stratum {
        Check.that(units > 0, "stratum %s with %d units", name, units);
    }

    /** A stratum in which drawn units are counted whole. */
    public static Stratum of(String name, long units) {
        return new Stratum(name, units, true);
    }
}
