package org.cotejo.site;

import java.util.List;
import org.cotejo.bounds.Bounds;
import org.cotejo.bounds.Judgement;
import org.cotejo.reconcile.ContestResult;

/**
 * What is known of one contest.
 *
 * @param bounds by the first grade: every sheet that counts is taken as true
 * @param strict by the strict grade: only what two sides agree on
 * @param announcements judged, in the order of the dossier
 */
public record ContestReport(ContestResult result, Bounds bounds, Bounds strict, List<Judgement> announcements) {
    public ContestReport {
        announcements = List.copyOf(announcements);
    }
}
