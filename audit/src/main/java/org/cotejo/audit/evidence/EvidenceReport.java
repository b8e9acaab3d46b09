package org.cotejo.audit.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.cotejo.audit.boxes.AuditFault;
import org.cotejo.audit.boxes.AuditState;
import org.cotejo.audit.boxes.JudgedAudit;
import org.cotejo.base.Sentence;
import org.cotejo.custody.AuditClaim;
import org.cotejo.custody.AuditDraw;
import org.cotejo.custody.AuditSeed;
import org.cotejo.custody.Commitment;
import org.cotejo.custody.EvidencePlan;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.CustodianId;
import org.cotejo.dossier.Frame;
import org.jspecify.annotations.Nullable;

/**
 * One audit of the evidence as entries and files give it.
 *
 * @param steps what it committed to, in order
 * @param claim null where its files are not here
 * @param contest as the definition stated it when the claim was committed to; null where there is no claim
 * @param stations those drawn, in the order of the draw; where all are checked, all of them
 * @param limits one for each stage whose stations are drawn, then one for the check of all
 * @param why what the verdict rests on, or what is missing
 * @param notes what weakens all of it, whatever the figures say; to be shown wherever the limit is
 */
public record EvidenceReport(
        String id,
        List<Frame.Committed> steps,
        AuditState state,
        EvidenceVerdict verdict,
        Sentence why,
        List<AuditFault.Found> faults,
        @Nullable EvidencePlan plan,
        EvidenceClaim.@Nullable Sheets claim,
        @Nullable Contest contest,
        @Nullable AuditSeed seed,
        @Nullable AuditDraw draw,
        List<EvidenceStation> stations,
        List<Limit> limits,
        List<Sentence> notes)
        implements JudgedAudit {
    public EvidenceReport {
        steps = List.copyOf(steps);
        faults = List.copyOf(faults);
        stations = List.copyOf(stations);
        limits = List.copyOf(limits);
        notes = List.copyOf(notes);
    }

    /**
     * What one stage says.
     *
     * @param checked stations drawn in all
     * @param confidence of this limit by itself; 1 where every sheet was checked
     * @param mismatches among them: those that differ, were not produced, or are not on record yet
     * @param out of these, stations that are not on record yet
     * @param atMost most sheets of all that can be false
     */
    public record Limit(int checked, double confidence, int mismatches, int out, int atMost) {}

    /** The smallest limit: all of them hold together with the plan's confidence. Empty while nothing is drawn. */
    public Optional<Limit> best() {
        return limits.stream().min(Comparator.comparingInt(Limit::atMost));
    }

    /** Drawn stations of an outcome. */
    public int count(EvidenceOutcome outcome) {
        return (int) stations.stream()
                .filter(station -> station.outcome() == outcome)
                .count();
    }

    /** How many papers each body did not show, of those asked of it that are on record; bodies that showed all are left out. */
    public Map<CustodianId, Integer> refusals() {
        Map<CustodianId, Integer> refusals = new TreeMap<>();
        for (EvidenceStation station : stations) {
            for (EvidenceStation.Held held : station.refused()) {
                refusals.merge(held.ask().custodian(), 1, Integer::sum);
            }
        }
        return refusals;
    }

    /** The claim; there is one unless the audit is not shown or void before it. */
    public EvidenceClaim.Sheets audited() {
        return Objects.requireNonNull(claim, "the claim of " + id);
    }

    @Override
    public Contest auditedContest() {
        return Objects.requireNonNull(contest, "the contest of " + id);
    }

    @Override
    public boolean isVoid() {
        return verdict == EvidenceVerdict.VOID;
    }

    @Override
    public boolean isHidden() {
        return verdict == EvidenceVerdict.NOT_SHOWN;
    }

    @Override
    public boolean isOpen() {
        boolean isSeeded = newest(Commitment.Kind.SEED) != null;
        return isSeeded
                && switch (verdict) {
                    case HOLDS, SHEETS_HOLD, UNPUBLISHED, REFUTED, VOID -> false;
                    case NOT_YET, NOT_SHOWN -> true;
                    case NOT_EXCLUDED, LIMIT_ONLY -> count(EvidenceOutcome.OUT) > 0;
                };
    }

    @Override
    public boolean isOfSameClaim(ContestId other, AuditClaim of) {
        return plan != null && plan.contest().equals(other) && plan.claim().equals(of);
    }
}
