package org.cotejo.verify;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cotejo.audit.boxes.AuditFault;
import org.cotejo.audit.boxes.AuditFiles;
import org.cotejo.audit.boxes.JudgedAudit;
import org.cotejo.audit.evidence.JudgedAudits;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.EntryBlock;
import org.cotejo.publication.SitePath;

/** Makes every audit again from the entries and the files that they commit to, and says whether its rules were kept. */
final class AuditCheck {
    /** Longest file of an audit: the results of a million stations. */
    private static final int SIZE_MOST = 1 << 28;

    private final Findings findings;
    private final FileReader files;

    AuditCheck(Findings findings, FileReader files) {
        this.findings = findings;
        this.files = files;
    }

    /** Judges all audits of these entries. */
    JudgedAudits check(List<EntryBlock> blocks, Frame frame) {
        AuditFiles shown = this::file;
        JudgedAudits audits = JudgedAudits.of(blocks, shown);
        Set<String> judged = new HashSet<>();
        for (JudgedAudit audit : audits.all()) {
            judged.add(audit.id());
            audit.faults().forEach(found -> say(audit.id(), found));
        }
        for (Frame.Committed step : frame.commitments()) {
            if (!judged.contains(step.commitment().audit())) {
                findings.answer(Level.AUDITS, Answer.UNCHECKED);
            }
        }
        if (!frame.commitments().isEmpty()) {
            findings.answer(Level.AUDITS, Answer.PROVEN);
        }
        return audits;
    }

    /**
     * An audit whose rules were not kept is void, and a publication that says so says the truth: its pages and data are made again
     * and compared, so nothing is refuted here.
     */
    private void say(String audit, AuditFault.Found found) {
        if (found.fault().weight() == AuditFault.Weight.VOID) {
            return;
        }
        String code = found.fault().code() + " ";
        findings.add(
                Level.AUDITS,
                PublicationProblem.AUDIT_UNCHECKED.at(
                        new Spot("", found.entry(), Spot.NONE),
                        audit,
                        code + found.sentence().en(),
                        code + found.sentence().es()));
    }

    /** A file that is there and has its hash; one with other bytes is found elsewhere. */
    private Optional<byte[]> file(Hash hash) {
        return files.bytes(SitePath.blob(hash), SIZE_MOST)
                .filter(bytes -> Sha256.of(bytes).equals(hash));
    }
}
