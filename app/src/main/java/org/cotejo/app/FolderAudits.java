package org.cotejo.app;

import java.util.List;
import java.util.Optional;
import org.cotejo.audit.boxes.AuditFiles;
import org.cotejo.audit.boxes.AuditProblem;
import org.cotejo.audit.boxes.AuditReport;
import org.cotejo.audit.evidence.EvidenceReport;
import org.cotejo.audit.evidence.JudgedAudits;
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

    JudgedAudits all() {
        try {
            return JudgedAudits.of(blocks, files(folder));
        } catch (FoldException e) {
            throw unusable(e);
        }
    }

    /** The audit of that id, of whatever kind; refuses an id that there is not. */
    JudgedAudits.One any(String id) {
        JudgedAudits all = all();
        return all.find(id).orElseThrow(() -> AuditProblem.NO_AUDIT.of("--audit", id, all.names()));
    }

    /** The audit of boxes of that id; refuses an id that there is not, or of another kind. */
    AuditReport one(String id) {
        if (any(id) instanceof JudgedAudits.One.OfBoxes(AuditReport boxes)) {
            return boxes;
        }
        throw AuditProblem.OTHER_KIND.of("--audit", id, "boxes", "cajas");
    }

    /** The audit of the evidence of that id; refuses an id that there is not, or of another kind. */
    EvidenceReport evidence(String id) {
        if (any(id) instanceof JudgedAudits.One.OfEvidence(EvidenceReport evidence)) {
            return evidence;
        }
        throw AuditProblem.OTHER_KIND.of("--audit", id, "the evidence", "la evidencia");
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
