package org.cotejo.audit.quickcount;

import java.util.List;
import org.cotejo.audit.survey.SampleSize;
import org.jspecify.annotations.Nullable;

/**
 * How many units to draw of which stratum. It is fixed before the seed is made.
 *
 * @param spread between stations, as a share, on which the size rests: the largest of any candidate's
 * @param spreadOf place of that candidate, -1 where the spread was stated
 * @param size computed; null where it was given
 * @param stations that the plan will draw, about, where clusters are drawn
 * @param expectedError of a share with this many stations, at the order's confidence
 */
public record Plan(
        PlanOrder order,
        double spread,
        int spreadOf,
        @Nullable SampleSize size,
        long stations,
        double expectedError,
        List<StratumPlan> strata) {
    public Plan {
        strata = List.copyOf(strata);
    }
}
