package org.cotejo.audit.evidence;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.audit.boxes.AuditFiles;
import org.cotejo.audit.boxes.AuditRecord;
import org.cotejo.entry.EntryBlock;

/**
 * All audits of the evidence that entries commit to, made again from the entries and the files that they name: the one piece of code
 * that judges them, whoever asks.
 */
public final class EvidenceAudits {
    private EvidenceAudits() {}

    /** Judges every audit, in the order of their first entries. Throws {@link org.cotejo.dossier.FoldException} as folding does. */
    public static List<EvidenceReport> of(List<EntryBlock> blocks, AuditFiles files) {
        return of(AuditRecord.of(blocks, files));
    }

    /** Judges every audit of a record, in the order of their first entries. */
    public static List<EvidenceReport> of(AuditRecord record) {
        List<EvidenceReport> reports = new ArrayList<>();
        record.byAudit(true).forEach((id, steps) -> {
            EvidenceFold fold = new EvidenceFold(id, record);
            steps.forEach(fold::take);
            reports.add(new EvidenceJudge(fold).report());
        });
        return List.copyOf(reports);
    }
}
