package org.cotejo.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.cotejo.audit.evidence.JudgedAudits;
import org.cotejo.base.Check;
import org.cotejo.bounds.AnnouncementJudge;
import org.cotejo.bounds.Bounds;
import org.cotejo.bounds.Judgement;
import org.cotejo.bounds.KnownVotes;
import org.cotejo.bulletin.Announcement;
import org.cotejo.dossier.Dossier;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.Reconciler;
import org.cotejo.reconcile.Reconciliation;

/**
 * All that a verdict rests on, and that every report shows. What pages alone show is worked out by them.
 *
 * @param contests one for each contest of the reconciliation, in the same order
 * @param audits as judged from the same entries
 */
public record ReportInput(Reconciliation reconciliation, List<ContestReport> contests, JudgedAudits audits) {
    public ReportInput {
        contests = List.copyOf(contests);
        Check.that(
                contests.stream().map(ContestReport::result).toList().equals(reconciliation.contests()),
                "%d contests reported of %d",
                contests.size(),
                reconciliation.contests().size());
    }

    /** A report of an election without audits. */
    public ReportInput(Reconciliation reconciliation, List<ContestReport> contests) {
        this(reconciliation, contests, JudgedAudits.NONE);
    }

    /** Reconciles an election without audits, as {@link #of(Dossier, JudgedAudits)}. */
    public static ReportInput of(Dossier dossier) {
        return of(dossier, JudgedAudits.NONE);
    }

    /** Reconciles an election and works out what follows, once for all who show it. */
    public static ReportInput of(Dossier dossier, JudgedAudits audits) {
        Reconciliation reconciliation = Reconciler.reconcile(dossier);
        List<ContestReport> contests = reconciliation.contests().stream()
                .map(result -> contest(reconciliation, result))
                .toList();
        return new ReportInput(reconciliation, contests, audits);
    }

    private static ContestReport contest(Reconciliation reconciliation, ContestResult result) {
        Dossier dossier = reconciliation.dossier();
        KnownVotes votes = KnownVotes.of(
                result, dossier.frame().register(), dossier.definition().roll());
        AnnouncedByStation announced = new AnnouncedByStation(reconciliation, result);
        List<Judgement> judgements = new ArrayList<>();
        for (Announcement announcement : dossier.announcements()) {
            if (announcement.contest().equals(result.contest().id())) {
                judgements.add(AnnouncementJudge.judge(announcement, result, votes, announced));
            }
        }
        Map<KnownVotes.Grade, Bounds> bounds = Bounds.byGrade(votes);
        return new ContestReport(
                result,
                Objects.requireNonNull(bounds.get(KnownVotes.Grade.SHEETS_UNKNOWN)),
                Objects.requireNonNull(bounds.get(KnownVotes.Grade.STRICT)),
                judgements);
    }

    /** Number of findings by public code, those about announcements included. */
    public Map<String, Long> findingCounts() {
        Map<String, Long> counts = new TreeMap<>(reconciliation.findingCounts());
        for (ContestReport contest : contests) {
            for (Judgement judgement : contest.announcements()) {
                judgement.findings().forEach(f -> counts.merge(f.kind().code(), 1L, Long::sum));
            }
        }
        return counts;
    }
}
