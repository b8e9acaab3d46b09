package org.cotejo.app;

import java.nio.file.Path;
import org.cotejo.audit.boxes.AuditReport;
import org.cotejo.audit.evidence.EvidenceReport;
import org.cotejo.audit.evidence.JudgedAudits;
import org.cotejo.base.Sentence;
import org.cotejo.custody.BoxCounts;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.site.CountForms;
import org.cotejo.site.EvidenceForms;
import org.cotejo.site.SiteFolder;

/** Writes pull lists, forms and the instructions of the ceremony into a folder that the user names. */
final class AuditForms {
    private AuditForms() {}

    static void write(FolderAudits audits, JudgedAudits.One audit, Path into, Console console) {
        AuditCommand.refuseVoid(audit.audit());
        Folders.checkNew(into);
        Folders.make(into);
        ElectionDefinition definition =
                audits.folder().frame(audits.blocks()).definition().orElseThrow();
        switch (audit) {
            case JudgedAudits.One.OfBoxes(AuditReport boxes) -> {
                Contest contest = boxes.auditedContest();
                CountForms.write(
                        definition.title(), contest, BoxCounts.figuresOf(contest), boxes, SiteFolder.into(into));
                console.print(new Sentence(
                                "Forms to print and counts.csv to fill in: {0}",
                                "Formularios para imprimir y counts.csv para llenar: {0}")
                        .with(into));
            }
            case JudgedAudits.One.OfEvidence(EvidenceReport evidence) -> {
                EvidenceForms.write(
                        definition, BoxCounts.figuresOf(evidence.auditedContest()), evidence, SiteFolder.into(into));
                console.print(new Sentence(
                                "Forms to print and papers.csv to fill in: {0}",
                                "Formularios para imprimir y papers.csv para llenar: {0}")
                        .with(into));
            }
        }
    }
}
