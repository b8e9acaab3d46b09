package org.cotejo.audit.quickcount;

import java.util.List;
import org.cotejo.audit.survey.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * What the reports so far give.
 *
 * @param reported stations of the sample that have reported
 * @param planned stations of the sample
 * @param leader place of the candidate with the largest share; of equal ones the first
 * @param runnerUp place of the second
 * @param shares of each candidate, in the order of the count
 * @param totals of each candidate in the country, in votes, in the same order
 * @param lead share of the leader less that of the runner-up; its standard error is that of the difference, not of two sums
 * @param jackknife the lead's standard error by another way; null while there is none
 * @param turnout votes over registered voters; null where registers are not known
 */
public record QuickEstimate(
        int reported,
        int planned,
        List<String> candidates,
        int leader,
        int runnerUp,
        List<Figure> shares,
        List<Figure> totals,
        Figure lead,
        @Nullable Double jackknife,
        @Nullable Figure turnout,
        LateStations late,
        List<Coverage> coverage) {
    public QuickEstimate {
        candidates = List.copyOf(candidates);
        shares = List.copyOf(shares);
        totals = List.copyOf(totals);
        coverage = List.copyOf(coverage);
    }

    /** Whether every station of the sample has reported. */
    public boolean isComplete() {
        return reported == planned;
    }

    /** The lead's interval; null while there is none. */
    public Estimate.@Nullable Interval leadInterval(double confidence) {
        Estimate estimate = lead.estimate();
        return estimate == null ? null : estimate.interval(confidence);
    }
}
