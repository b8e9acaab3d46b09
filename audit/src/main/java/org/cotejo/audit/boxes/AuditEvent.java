package org.cotejo.audit.boxes;

/** What happens to an audit: an entry, or what the figures say once all entries were taken in. */
public sealed interface AuditEvent {
    /** Station results or ballot manifest were committed to. */
    record ClaimCommitted(boolean isManifest) implements AuditEvent {}

    record PlanCommitted() implements AuditEvent {}

    record SeedThrown() implements AuditEvent {}

    record BoxesDrawn() implements AuditEvent {}

    /** Every box is to be counted. */
    record AllBoxesOrdered() implements AuditEvent {}

    record BoxesCounted() implements AuditEvent {}

    /** The binding test's P went down to the risk limit. */
    record LimitReached() implements AuditEvent {}

    record FullCountAgreed() implements AuditEvent {}

    record FullCountContradicted() implements AuditEvent {}
}
