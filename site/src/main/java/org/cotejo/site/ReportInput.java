package org.cotejo.site;

import java.util.List;
import org.cotejo.base.Check;
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
}
