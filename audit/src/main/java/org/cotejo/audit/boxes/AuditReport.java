package org.cotejo.audit.boxes;

import java.util.List;
import java.util.Objects;
import org.cotejo.audit.draw.Weighted;
import org.cotejo.base.Sentence;
import org.cotejo.custody.AuditClaim;
import org.cotejo.custody.AuditDraw;
import org.cotejo.custody.AuditPlan;
import org.cotejo.custody.AuditSeed;
import org.cotejo.custody.Commitment;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.dossier.Frame;
import org.jspecify.annotations.Nullable;

/**
 * One audit of boxes as entries and files give it.
 *
 * @param steps what it committed to, in order
 * @param claim null where its files are not here
 * @param contest as the definition stated it when the claim was committed to; null where there is no claim
 * @param reckoned number of draws whose boxes are all on record, from the first on without a gap
 * @param boxes those drawn, in the order of their first draw; of a full count all of them, in the order of the manifest
 * @param tests the binding one first; none before there is a plan
 * @param why what the verdict rests on, or what is missing
 * @param notes what weakens all of it, whatever the figures say; to be shown wherever the risk is
 */
public record AuditReport(
        String id,
        List<Frame.Committed> steps,
        AuditState state,
        AuditVerdict verdict,
        Sentence why,
        List<AuditFault.Found> faults,
        @Nullable AuditPlan plan,
        BoxClaim.@Nullable Auditable claim,
        @Nullable Contest contest,
        @Nullable AuditSeed seed,
        @Nullable AuditDraw draw,
        int reckoned,
        List<BoxReport> boxes,
        List<TestHistory> tests,
        List<Sentence> notes)
        implements JudgedAudit {
    public AuditReport {
        steps = List.copyOf(steps);
        faults = List.copyOf(faults);
        boxes = List.copyOf(boxes);
        tests = List.copyOf(tests);
        notes = List.copyOf(notes);
    }

    @Override
    public boolean isVoid() {
        return verdict == AuditVerdict.VOID;
    }

    @Override
    public boolean isHidden() {
        return verdict == AuditVerdict.NOT_SHOWN;
    }

    /** Boxes of which nothing is on record. */
    public List<BoxReport> toCount() {
        return boxes.stream().filter(box -> box.count() == null).toList();
    }

    /** The test that decides; there is one as soon as there is a plan. */
    public TestHistory binding() {
        return tests.getFirst();
    }

    /** The claim; there is one unless the audit is not shown or void before it. */
    public BoxClaim.Auditable audited() {
        return Objects.requireNonNull(claim, "the claim of " + id);
    }

    @Override
    public Contest auditedContest() {
        return Objects.requireNonNull(contest, "the contest of " + id);
    }

    @Override
    public boolean isOpen() {
        boolean isSeeded = newest(Commitment.Kind.SEED) != null;
        return isSeeded
                && switch (verdict) {
                    case CONFIRMED, UNPUBLISHED, REFUTED, VOID, NOT_AUDITABLE -> false;
                    case NOT_YET, NOT_SHOWN -> true;
                    case FULL_COUNT_NEEDED ->
                        !(state instanceof AuditState.FullCount) || !toCount().isEmpty();
                };
    }

    @Override
    public boolean isOfSameClaim(ContestId other, AuditClaim of) {
        return plan != null && plan.contest().equals(other) && plan.claim().equals(of);
    }

    /** The weights of the draw, box by box in the order of the manifest. */
    public List<Weighted> weights() {
        return AuditDrawing.weights(
                audited(), Objects.requireNonNull(plan).winners().size());
    }
}
