package org.cotejo.app;

import java.util.List;
import java.util.Optional;
import org.cotejo.audit.boxes.AuditFiles;
import org.cotejo.audit.boxes.AuditProblem;
import org.cotejo.audit.boxes.AuditReport;
import org.cotejo.audit.boxes.BoxAudits;
import org.cotejo.base.RefusedException;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.FoldException;
import org.cotejo.entry.EntryBlock;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.reconcile.Reconciler;
import org.cotejo.reconcile.Reconciliation;

/** The audits of an election folder, judged as anybody would judge them. */
final class FolderAudits {
    private final ElectionFolder folder;
    private final List<EntryBlock> blocks;

    FolderAudits(ElectionFolder folder) {
        this(folder, folder.blocks());
    }

    FolderAudits(ElectionFolder folder, List<EntryBlock> blocks) {
        this.folder = folder;
        this.blocks = blocks;
    }

    ElectionFolder folder() {
        return folder;
    }

    List<EntryBlock> blocks() {
        return blocks;
    }

    /** The public files of a folder. */
    static AuditFiles files(ElectionFolder folder) {
        return hash -> folder.hasBlob(hash) ? Optional.of(folder.blob(hash)) : Optional.empty();
    }

    List<AuditReport> all() {
        try {
            return BoxAudits.of(blocks, files(folder));
        } catch (FoldException e) {
            throw unusable(e);
        }
    }

    /** The audit of that id; refuses an id that there is not. */
    AuditReport one(String id) {
        List<AuditReport> all = all();
        return all.stream()
                .filter(audit -> audit.id().equals(id))
                .findFirst()
                .orElseThrow(() -> AuditProblem.NO_AUDIT.of("--audit", id, BoxAudits.names(all)));
    }

    Reconciliation election() {
        try {
            return Reconciler.reconcile(Dossier.of(blocks));
        } catch (FoldException e) {
            throw unusable(e);
        }
    }

    private RefusedException unusable(FoldException e) {
        return new RefusedException(AppProblem.UNUSABLE_FOLDER.at(folder.path().toString(), e.getMessage()));
    }
}
