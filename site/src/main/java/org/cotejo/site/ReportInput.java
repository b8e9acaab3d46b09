package org.cotejo.site;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cotejo.base.Check;
import org.cotejo.bounds.Judgement;
import org.cotejo.reconcile.Reconciliation;

/**
 * All that a report shows.
 *
 * @param contests one for each contest of the reconciliation, in the same order
 */
public record ReportInput(Reconciliation reconciliation, List<ContestReport> contests) {
    public ReportInput {
        contests = List.copyOf(contests);
        Check.that(
                contests.stream().map(ContestReport::result).toList().equals(reconciliation.contests()),
                "%d contests reported of %d",
                contests.size(),
                reconciliation.contests().size());
    }

    /** Number of findings by public code, those about announcements included. */
    public Map<String, Long> findingCounts() {
        Map<String, Long> counts = new TreeMap<>(reconciliation.findingCounts());
        for (ContestReport contest : contests) {
            for (Judgement judgement : contest.announcements()) {
                judgement.findings().forEach(f -> counts.merge(f.kind().code(), 1L, Long::sum));
            }
        }
        return counts;
    }
}
