package org.cotejo.app;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.cotejo.audit.boxes.AuditProblem;
import org.cotejo.audit.boxes.AuditState;
import org.cotejo.audit.boxes.JudgedAudit;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.AuditDraw;
import org.cotejo.custody.AuditSeed;
import org.cotejo.custody.Commitment;
import org.cotejo.definition.StationCode;
import org.cotejo.folder.FolderWriter;
import org.jspecify.annotations.Nullable;

/**
 * What {@code cotejo audit draw} records of an audit of any kind: its seed, if it has none yet, and a draw.
 *
 * @param isNew whether the seed is recorded with the draw
 */
record DrawTaking(FolderAudits audits, JudgedAudit audit, AuditSeed seed, boolean isNew) {
    /**
     * Takes the seed; refuses an audit that can't be drawn now.
     *
     * @param given the seed as the user typed it, or null
     * @param refuseUnsettled refuses a new seed where another audit of the claim has one and no answer
     */
    static DrawTaking of(FolderAudits audits, JudgedAudit audit, @Nullable String given, Runnable refuseUnsettled) {
        boolean isNew = audit.seed() == null;
        AuditSeed seed = SeedTaking.take(audits, audit, given);
        if (isNew) {
            refuseUnsettled.run();
        } else if (!(audit.state() instanceof AuditState.Counting) && !(audit.state() instanceof AuditState.Seeded)) {
            Sentence state = audit.state().sentence();
            throw AuditProblem.STATE.of("--audit", state.en(), state.es());
        }
        return new DrawTaking(audits, audit, seed, isNew);
    }

    /** Stations drawn so far. */
    int known() {
        AuditDraw before = audit.draw();
        return before == null ? 0 : before.draws().size();
    }

    /** Records the draws, and whether every box or sheet is asked for. */
    void commit(FolderWriter writer, LocalDate day, boolean isFull, List<StationCode> draws) {
        AuditDraw draw = new AuditDraw(
                audit.id(),
                Objects.requireNonNull(audit.newest(Commitment.Kind.PLAN)),
                Sha256.of(seed.bytes()),
                isFull,
                draws);
        AuditChange change = new AuditChange(audits, writer, audit.id(), day);
        if (isNew) {
            change.add(Commitment.Kind.SEED, seed.bytes());
        }
        if (isFull && !(audit.state() instanceof AuditState.Counting)) {
            // Everything that is asked for begins as a sample: the order of the states wants it.
            change.add(
                    Commitment.Kind.DRAW, new AuditDraw(draw.audit(), draw.plan(), draw.seed(), false, draws).bytes());
        }
        change.add(Commitment.Kind.DRAW, draw.bytes());
        change.commit();
    }
}
