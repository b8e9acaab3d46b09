package org.cotejo.audit.boxes;

import java.util.List;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.AuditClaim;
import org.cotejo.custody.AuditDraw;
import org.cotejo.custody.AuditSeed;
import org.cotejo.custody.Commitment;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.dossier.Frame;
import org.jspecify.annotations.Nullable;

/** An audit as entries and files give it, of whatever kind. */
public interface JudgedAudit {
    String id();

    /** What it committed to, in order. */
    List<Frame.Committed> steps();

    /** What does not fit, in the order of the entries. */
    List<AuditFault.Found> faults();

    AuditState state();

    /** The seed on record; null while there is none. */
    @Nullable
    AuditSeed seed();

    /** The newest draw on record; null while there is none. */
    @Nullable
    AuditDraw draw();

    /** The contest of the claim; there is one where there is a claim. */
    Contest auditedContest();

    /** Whether it is of that contest and that claim; false where its plan is not here. */
    boolean isOfSameClaim(ContestId contest, AuditClaim claim);

    /** What the verdict rests on, or what is missing. */
    Sentence why();

    /** Whether its rules were not kept, so that it says nothing. */
    boolean isVoid();

    /** Whether files that it commits to are not here. */
    boolean isHidden();

    /** Whether a seed was thrown and nothing final was found: another draw now could pick the nicer answer. */
    boolean isOpen();

    /** The hash of the newest file of a kind that it committed to; null if there is none. */
    default @Nullable Hash newest(Commitment.Kind kind) {
        return steps().stream()
                .filter(step -> step.commitment().kind() == kind)
                .map(step -> step.commitment().file())
                .reduce((_, last) -> last)
                .orElse(null);
    }
}
