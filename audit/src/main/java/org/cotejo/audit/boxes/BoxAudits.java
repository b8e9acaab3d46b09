package org.cotejo.audit.boxes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cotejo.base.Sentence;
import org.cotejo.entry.EntryBlock;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.Reconciliation;

/**
 * All audits of boxes that entries commit to, made again from the entries and the files that they name: the one piece of code that
 * judges them, whoever asks. Every claim is held against the entries that stood before it, so that one whose figures were made up for
 * the audit is found.
 */
public final class BoxAudits {
    private BoxAudits() {}

    /** Judges every audit, in the order of their first entries. Throws {@link org.cotejo.dossier.FoldException} as folding does. */
    public static List<AuditReport> of(List<EntryBlock> blocks, AuditFiles files) {
        return of(AuditRecord.of(blocks, files));
    }

    /** Judges every audit of a record, in the order of their first entries. */
    public static List<AuditReport> of(AuditRecord record) {
        List<AuditReport> reports = new ArrayList<>();
        record.byAudit(false).forEach((id, steps) -> {
            AuditFold fold = new AuditFold(id, record);
            steps.forEach(fold::take);
            reports.add(new AuditJudge(fold).report());
        });
        return List.copyOf(reports);
    }

    /** Judges one audit; empty if there is none of that id. */
    public static Optional<AuditReport> one(List<EntryBlock> blocks, AuditFiles files, String id) {
        return of(blocks, files).stream()
                .filter(report -> report.id().equals(id))
                .findFirst();
    }

    /**
     * Why the outcome announced in a contest can't be audited, from register and entries alone; empty if it can. It asks what the plan
     * of such an audit asks, by the same code.
     */
    public static Optional<Sentence> notAuditable(Reconciliation election, ContestResult result) {
        return Optional.ofNullable(BoxClaim.whyNot(election, result, false, 1, Set.of()))
                .map(Sentence::capitalised);
    }
}
