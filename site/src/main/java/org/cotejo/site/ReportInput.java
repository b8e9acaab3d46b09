package org.cotejo.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import org.cotejo.audit.boxes.BoxAudits;
import org.cotejo.audit.evidence.JudgedAudits;
import org.cotejo.base.Check;
import org.cotejo.base.Sentence;
import org.cotejo.base.Workers;
import org.cotejo.bounds.AnnouncementJudge;
import org.cotejo.bounds.Bounds;
import org.cotejo.bounds.Judgement;
import org.cotejo.bounds.KnownVotes;
import org.cotejo.bounds.RegionBounds;
import org.cotejo.bulletin.Announcement;
import org.cotejo.dossier.Dossier;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.Reconciler;
import org.cotejo.reconcile.Reconciliation;

/**
 * All that a report shows.
 *
 * @param contests one for each contest of the reconciliation, in the same order
 * @param audits as judged from the same entries
 * @param obstacles one for each contest, in the same order: why boxes can't be held against what was announced in it; empty where they can
 */
public record ReportInput(
        Reconciliation reconciliation,
        List<ContestReport> contests,
        JudgedAudits audits,
        List<Optional<Sentence>> obstacles) {
    public ReportInput {
        contests = List.copyOf(contests);
        obstacles = List.copyOf(obstacles);
        Check.that(obstacles.size() == contests.size(), "%d obstacles", obstacles.size());
        Check.that(
                contests.stream().map(ContestReport::result).toList().equals(reconciliation.contests()),
                "%d contests reported of %d",
                contests.size(),
                reconciliation.contests().size());
    }

    /** A report of an election without audits. */
    public ReportInput(Reconciliation reconciliation, List<ContestReport> contests) {
        this(reconciliation, contests, JudgedAudits.NONE, obstacles(reconciliation));
    }

    /** Reconciles an election without audits, as {@link #of(Dossier, JudgedAudits)}. */
    public static ReportInput of(Dossier dossier) {
        return of(dossier, JudgedAudits.NONE);
    }

    /** Reconciles an election and works out everything that pages and data say, once for all who show it. */
    public static ReportInput of(Dossier dossier, JudgedAudits audits) {
        Reconciliation reconciliation = Reconciler.reconcile(dossier);
        FutureTask<List<ContestReport>> contests = new FutureTask<>(() -> reconciliation.contests().stream()
                .map(result -> contest(reconciliation, result))
                .toList());
        FutureTask<List<Optional<Sentence>>> obstacles = new FutureTask<>(() -> obstacles(reconciliation));
        Workers.run(List.of(contests, obstacles));
        return new ReportInput(reconciliation, Workers.await(contests), audits, Workers.await(obstacles));
    }

    private static List<Optional<Sentence>> obstacles(Reconciliation reconciliation) {
        return reconciliation.contests().stream()
                .map(result -> BoxAudits.notAuditable(reconciliation, result))
                .toList();
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
        // Each goes through all stations, and none waits for another.
        FutureTask<Bounds> bounds = new FutureTask<>(() -> Bounds.of(votes, KnownVotes.Grade.SHEETS_UNKNOWN));
        FutureTask<Bounds> strict = new FutureTask<>(() -> Bounds.of(votes, KnownVotes.Grade.STRICT));
        FutureTask<List<RegionBounds>> regions = new FutureTask<>(() -> RegionBounds.of(
                votes, KnownVotes.Grade.SHEETS_UNKNOWN, dossier.frame().places(), 1));
        Workers.run(List.of(bounds, strict, regions));
        return new ContestReport(
                result, Workers.await(bounds), Workers.await(strict), judgements, Workers.await(regions));
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
