package org.cotejo.app;

import java.util.List;
import org.cotejo.audit.evidence.JudgedAudits;
import org.cotejo.base.RefusedException;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.FoldException;
import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.FiguresBytes;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.site.ReportInput;

/** Works out a folder's report, for every command that shows it. */
final class ReportMaker {
    /** So many signatures take the platform longer than loading what checks them faster. */
    private static final int MANY_SHEETS = 2_000;

    private ReportMaker() {}

    private static boolean hasManySheets(List<EntryBlock> blocks) {
        int sheets = 0;
        for (EntryBlock block : blocks) {
            byte[] bytes = block.bytes();
            for (int at = block.start(); at < block.end() && sheets < MANY_SHEETS; ) {
                int length = EntryBlock.lengthAt(bytes, at);
                at += EntryBlock.LENGTH_BYTES;
                sheets += FiguresBytes.isSheet(bytes, at, length) ? 1 : 0;
                at += length;
            }
        }
        return sheets == MANY_SHEETS;
    }

    /** Reconciles a folder; refuses one that is damaged or holds nothing yet. */
    static ReportInput of(ElectionFolder folder) {
        try {
            List<EntryBlock> blocks = folder.blocks();
            if (hasManySheets(blocks)) {
                FastSignatures.load();
            }
            Dossier dossier = Dossier.of(blocks);
            JudgedAudits audits = dossier.commitments().isEmpty()
                    ? JudgedAudits.NONE
                    : JudgedAudits.of(blocks, FolderAudits.files(folder));
            return ReportInput.of(dossier, audits);
        } catch (FoldException e) {
            throw new RefusedException(
                    AppProblem.UNUSABLE_FOLDER.at(folder.path().toString(), e.getMessage()));
        }
    }
}
