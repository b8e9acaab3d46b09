package org.cotejo.audit.quickcount;

import org.cotejo.base.Check;

/**
 * One stratum of the design.
 *
 * @param units of the first stage in it: stations, or clusters where clusters are drawn
 * @param group into which it is merged, with the others of the same group, if a stratum of the group has too few reports; its own
 *     name if it is never merged. Fixed in the plan, since a merger chosen after the reports are seen can choose the result
 */
public record PlannedStratum(String name, long units, String group) {
    public PlannedStratum {
        Check.that(units > 0, "stratum %s with %d units", name, units);
    }

    /** A stratum that is never merged. */
    public static PlannedStratum of(String name, long units) {
        return new PlannedStratum(name, units, name);
    }
}
