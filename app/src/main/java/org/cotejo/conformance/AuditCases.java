package org.cotejo.conformance;

import org.cotejo.base.Sentence;
import org.cotejo.conformance.audit.AuditVectors;
import org.cotejo.conformance.audit.Outcome;

/** Files of statistics and audits: a method, a tolerance, and cases with what goes in and what comes out. */
final class AuditCases {
    private AuditCases() {}

    static final VectorKind KIND = new VectorKind(
            new Sentence("statistics and audits", "estadística y auditorías"),
            AuditVectors.NEEDED,
            AuditVectors.NOTES,
            (file, where, cases) -> AuditVectors.recompute(file, where::beside).forEach(one -> take(one, cases)));

    private static void take(Outcome one, Cases cases) {
        if (one.isPassed()) {
            cases.passed(one.id());
        } else {
            cases.failed(one.id(), one.got(), one.expected());
        }
        one.remarks().forEach(remark -> cases.remark(one.id(), remark));
    }
}
