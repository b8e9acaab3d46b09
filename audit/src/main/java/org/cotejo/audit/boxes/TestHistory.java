package org.cotejo.audit.boxes;

import java.util.List;
import org.cotejo.custody.AuditPlan;
import org.jspecify.annotations.Nullable;

/**
 * P by one test.
 *
 * @param isBinding whether it is the one that the plan says decides
 * @param p after each draw that is reckoned, in their order
 * @param smallest so far, 1 before the first draw; it is this one that is held against the limit, since the tests may be looked at after
 *     every draw
 * @param further draws until the limit if nothing more is found; null if no number suffices
 */
public record TestHistory(
        AuditPlan.Test test,
        boolean isBinding,
        List<Double> p,
        double smallest,
        @Nullable Integer further) {
    public TestHistory {
        p = List.copyOf(p);
    }

    /** P after the last draw that is reckoned. */
    public double last() {
        return p.isEmpty() ? 1 : p.getLast();
    }
}
