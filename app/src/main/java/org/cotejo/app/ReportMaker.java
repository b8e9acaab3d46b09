package org.cotejo.app;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.RefusedException;
import org.cotejo.bounds.AnnouncementJudge;
import org.cotejo.bounds.Bounds;
import org.cotejo.bounds.Judgement;
import org.cotejo.bounds.KnownVotes;
import org.cotejo.bounds.RegionBounds;
import org.cotejo.bulletin.Announcement;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.FoldException;
import org.cotejo.entry.EntryBlock;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.Reconciler;
import org.cotejo.reconcile.Reconciliation;
import org.cotejo.site.ContestReport;
import org.cotejo.site.ReportInput;

/** Reconciles a folder and works out everything that the report and the JSON say, once for both. */
final class ReportMaker {
    private ReportMaker() {}

    /** Reconciles a folder; refuses one that is damaged or holds nothing yet. */
    static ReportInput of(ElectionFolder folder) {
        List<EntryBlock> blocks = folder.blocks();
        Dossier dossier;
        try {
            dossier = Dossier.of(blocks);
        } catch (FoldException e) {
            throw new RefusedException(
                    AppProblem.UNUSABLE_FOLDER.at(folder.path().toString(), e.getMessage()));
        }
        return of(Reconciler.reconcile(dossier));
    }

    static ReportInput of(Reconciliation reconciliation) {
        List<ContestReport> contests = new ArrayList<>();
        for (ContestResult result : reconciliation.contests()) {
            KnownVotes votes = KnownVotes.of(
                    result,
                    reconciliation.dossier().frame().register(),
                    reconciliation.dossier().definition().roll());
            AnnouncedByStation announced = new AnnouncedByStation(reconciliation, result);
            List<Judgement> judgements = new ArrayList<>();
            for (Announcement announcement : reconciliation.dossier().announcements()) {
                if (announcement.contest().equals(result.contest().id())) {
                    judgements.add(AnnouncementJudge.judge(announcement, result, votes, announced));
                }
            }
            contests.add(new ContestReport(
                    result,
                    Bounds.of(votes, KnownVotes.Grade.SHEETS_UNKNOWN),
                    Bounds.of(votes, KnownVotes.Grade.STRICT),
                    judgements,
                    RegionBounds.of(
                            votes,
                            KnownVotes.Grade.SHEETS_UNKNOWN,
                            reconciliation.dossier().frame().places(),
                            1)));
        }
        return new ReportInput(reconciliation, contests);
    }
}
