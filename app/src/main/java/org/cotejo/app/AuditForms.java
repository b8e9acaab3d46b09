package org.cotejo.app;

import java.nio.file.Path;
import org.cotejo.audit.boxes.AuditReport;
import org.cotejo.base.Sentence;
import org.cotejo.custody.BoxCounts;
import org.cotejo.definition.Contest;
import org.cotejo.dossier.Frame;
import org.cotejo.site.CountForms;
import org.cotejo.site.SiteFolder;

/** Writes pull lists, count forms and the instructions of the ceremony into a folder that the user names. */
final class AuditForms {
    private AuditForms() {}

    static void write(FolderAudits audits, AuditReport audit, Path into, Console console) {
        AuditCommand.refuseVoid(audit);
        Folders.checkNew(into);
        Folders.make(into);
        Frame frame = audits.folder().frame(audits.blocks());
        Contest contest = audit.auditedContest();
        CountForms.write(
                frame.definition().orElseThrow().title(),
                contest,
                BoxCounts.figuresOf(contest),
                audit,
                SiteFolder.into(into));
        console.print(new Sentence(
                        "Forms to print and counts.csv to fill in: {0}",
                        "Formularios para imprimir y counts.csv para llenar: {0}")
                .with(into));
    }
}
