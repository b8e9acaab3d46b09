package org.cotejo.app;

import org.cotejo.base.RefusedException;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.FoldException;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.site.ReportInput;

/** Works out a folder's report, for every command that shows it. */
final class ReportMaker {
    private ReportMaker() {}

    /** Reconciles a folder; refuses one that is damaged or holds nothing yet. */
    static ReportInput of(ElectionFolder folder) {
        try {
            return ReportInput.of(Dossier.of(folder.blocks()));
        } catch (FoldException e) {
            throw new RefusedException(
                    AppProblem.UNUSABLE_FOLDER.at(folder.path().toString(), e.getMessage()));
        }
    }
}
