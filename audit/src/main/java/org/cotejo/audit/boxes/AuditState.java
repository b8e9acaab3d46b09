package org.cotejo.audit.boxes;

import java.util.Optional;
import org.cotejo.base.Sentence;

/** Where an audit of boxes stands (drawn in docs/audit.md; a test holds that drawing against this code). */
public sealed interface AuditState {
    /** Before anything was committed to. */
    static AuditState begin() {
        return new Planned(false, false);
    }

    /** The plan is not committed to yet. */
    record Planned(boolean hasResults, boolean hasManifest) implements AuditState {}

    /** Everything is committed to, and no seed was thrown. */
    record Committed() implements AuditState {}

    record Seeded() implements AuditState {}

    record Counting() implements AuditState {}

    record Confirmed() implements AuditState {}

    record FullCount() implements AuditState {}

    record Refuted() implements AuditState {}

    /** The state after an event; empty where that event has no place here. */
    default Optional<AuditState> after(AuditEvent event) {
        return switch (event) {
            case AuditEvent.ClaimCommitted(boolean isManifest) ->
                switch (this) {
                    case Planned(boolean results, boolean manifest)
                    when !(isManifest ? manifest : results) ->
                        Optional.of(new Planned(results || !isManifest, manifest || isManifest));
                    default -> Optional.empty();
                };
            case AuditEvent.PlanCommitted() -> given(this.equals(new Planned(true, true)), new Committed());
            case AuditEvent.SeedThrown() -> given(this instanceof Committed, new Seeded());
            case AuditEvent.BoxesDrawn() -> given(this instanceof Seeded || this instanceof Counting, new Counting());
            case AuditEvent.AllBoxesOrdered() -> given(this instanceof Counting, new FullCount());
            case AuditEvent.BoxesCounted() -> given(this instanceof Counting || this instanceof FullCount, this);
            case AuditEvent.LimitReached() -> given(this instanceof Counting, new Confirmed());
            case AuditEvent.FullCountAgreed() -> given(this instanceof FullCount, new Confirmed());
            case AuditEvent.FullCountContradicted() -> given(this instanceof FullCount, new Refuted());
        };
    }

    private static Optional<AuditState> given(boolean isAllowed, AuditState next) {
        return isAllowed ? Optional.of(next) : Optional.empty();
    }

    /** In words, for people. */
    default Sentence sentence() {
        return switch (this) {
            case Planned _ -> new Sentence("not committed yet", "aún sin comprometer");
            case Committed _ ->
                new Sentence("committed, waiting for its seed", "comprometida, a la espera de su semilla");
            case Seeded _ -> new Sentence("seed thrown, nothing drawn", "semilla echada, nada sorteado");
            case Counting _ -> new Sentence("boxes are being counted", "se cuentan las cajas");
            case Confirmed _ -> new Sentence("confirmed", "confirmada");
            case FullCount _ -> new Sentence("every box is being counted", "se cuentan todas las cajas");
            case Refuted _ -> new Sentence("refuted by a full count", "refutada por un recuento completo");
        };
    }
}
