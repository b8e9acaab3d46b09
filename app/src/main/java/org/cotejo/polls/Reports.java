package org.cotejo.polls;

import java.util.List;
import org.cotejo.audit.quickcount.Report;
import org.cotejo.base.Problem;

/**
 * The reports of drawn stations.
 *
 * @param reports in the order of arrival where it is known
 * @param outside reports of stations that were not drawn: where each stands
 * @param isOrdered whether the order of arrival is known
 */
public record Reports(List<String> candidates, List<Report> reports, List<Problem> outside, boolean isOrdered) {
    public Reports {
        candidates = List.copyOf(candidates);
        reports = List.copyOf(reports);
        outside = List.copyOf(outside);
    }
}
