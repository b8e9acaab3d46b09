package org.cotejo.app;

import java.util.Objects;
import org.cotejo.audit.boxes.AuditProblem;
import org.cotejo.audit.boxes.AuditRecord;
import org.cotejo.audit.boxes.AuditState;
import org.cotejo.audit.boxes.JudgedAudit;
import org.cotejo.audit.draw.Seed;
import org.cotejo.base.Sentence;
import org.cotejo.custody.AuditSeed;
import org.cotejo.custody.Commitment;
import org.cotejo.dossier.Frame;
import org.jspecify.annotations.Nullable;

/** The seed of an audit of any kind: the one on record, or a new one that was thrown after its plan was public. */
final class SeedTaking {
    private SeedTaking() {}

    /** {@code given}: what the user typed, or null; refused if the audit has another seed, or can't take this one. */
    static AuditSeed take(FolderAudits audits, JudgedAudit audit, @Nullable String given) {
        AuditSeed onRecord = audit.seed();
        if (onRecord == null) {
            return fresh(audits, audit, given);
        }
        if (given != null && !given.equals(onRecord.text())) {
            throw AuditProblem.OTHER_SEED.of("--seed", onRecord.text());
        }
        return onRecord;
    }

    private static AuditSeed fresh(FolderAudits audits, JudgedAudit audit, @Nullable String given) {
        if (!(audit.state() instanceof AuditState.Committed)) {
            Sentence state = audit.state().sentence();
            throw AuditProblem.STATE.of("--audit", state.en(), state.es());
        }
        if (given == null) {
            throw AuditProblem.VALUE.of(
                    "--seed",
                    "",
                    "the digits thrown with dice, twenty at least",
                    "los dígitos echados con dados, veinte al menos");
        }
        Seed seed = Seed.of(given).orThrow();
        if (!seed.text().matches("[0-9]+")) {
            // Whoever may add what they like after the dice may try out what it draws.
            throw AuditProblem.VALUE.of(
                    "--seed", given, "the digits thrown with dice alone", "sólo los dígitos echados con dados");
        }
        for (JudgedAudit other : audits.all().all()) {
            AuditSeed used = other.seed();
            if (used != null && AuditRecord.dice(used).equals(seed.text())) {
                throw AuditProblem.SEED_USED.of("--seed", other.id());
            }
        }
        Frame frame = audits.folder().frame(audits.blocks());
        long planned = audit.steps().getLast().entry();
        boolean isPublic = frame.publications().stream().anyMatch(publication -> publication.entries() > planned);
        if (frame.log().isPresent() && !isPublic) {
            throw AuditProblem.NOT_PUBLIC.of("--audit");
        }
        return new AuditSeed(audit.id(), Objects.requireNonNull(audit.newest(Commitment.Kind.PLAN)), seed.text());
    }
}
