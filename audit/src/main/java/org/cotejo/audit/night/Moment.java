package org.cotejo.audit.night;

import org.cotejo.base.Check;

/**
 * Where the count stood once so many stations were in.
 *
 * @param stations that were in
 * @param leader candidate that led, by its place in the definition
 * @param runnerUp the second; -1 if there is none
 * @param lead votes between the two
 * @param missing the most votes that the stations still out could hold; {@link BoundsOverTime#UNKNOWN} if it can't be computed
 */
public record Moment(int stations, int leader, int runnerUp, long lead, long missing) {
    public Moment {
        Check.that(stations >= 1 && lead >= 0, "a lead of %d after %d stations", lead, stations);
    }

    /** Whether no content of the stations still out could make the two equal. */
    public boolean isDecided() {
        return missing != BoundsOverTime.UNKNOWN && lead > missing;
    }
}
