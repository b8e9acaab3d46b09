package org.cotejo.app;

import org.cotejo.audit.evidence.JudgedAudits;
import org.cotejo.base.RefusedException;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.DossierReading;
import org.cotejo.dossier.FoldException;
import org.cotejo.entry.EntryBlock;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.site.ReportInput;

/** Works out a folder's report, for every command that shows it. */
final class ReportMaker {
    /** So many signatures take the platform longer than loading what checks them faster. */
    private static final int MANY_SHEETS = 2_000;

    private ReportMaker() {}

    /** Reconciles a folder; refuses one that is damaged or holds nothing yet. */
    static ReportInput of(ElectionFolder folder) {
        try {
            DossierReading reading = new DossierReading();
            folder.read(reading);
            if (reading.sheets() >= MANY_SHEETS) {
                FastSignatures.load();
            }
            Dossier dossier = reading.dossier();
            // Audits are judged by all entries, which the dossier does not keep: those that it was made of, though more
            // may follow by now.
            JudgedAudits audits = dossier.commitments().isEmpty()
                    ? JudgedAudits.NONE
                    : JudgedAudits.of(EntryBlock.first(folder.blocks(), reading.entries()), FolderAudits.files(folder));
            return ReportInput.of(dossier, audits);
        } catch (FoldException e) {
            throw new RefusedException(
                    AppProblem.UNUSABLE_FOLDER.at(folder.path().toString(), e.getMessage()));
        }
    }
}
