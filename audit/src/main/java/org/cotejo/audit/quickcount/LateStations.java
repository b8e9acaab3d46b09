package org.cotejo.audit.quickcount;

import org.cotejo.audit.survey.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * What the drawn stations that have not reported could do to the lead of the one who leads now.
 *
 * @param missing stations of the sample without a report
 * @param worst the lead if each of them gave all its votes, as many as it has voters, to the runner-up; null if their registers
 *     are not known
 * @param best the same the other way round
 * @param weight estimated share of the votes that stand at these stations, 0 to 1
 * @param tipping by how much the lead at these stations must fall short of that at the others of their strata, as a share of
 *     votes, to make a tie; null if none are missing
 * @param sensitivity the lead if late stations are not like the others of their strata
 * @param tippingLimit the same for the lower limit of the interval; null without an interval
 */
public record LateStations(
        int missing,
        @Nullable Estimate worst,
        @Nullable Estimate best,
        double weight,
        @Nullable Double tipping,
        @Nullable Double tippingLimit,
        LateSensitivity sensitivity) {}
