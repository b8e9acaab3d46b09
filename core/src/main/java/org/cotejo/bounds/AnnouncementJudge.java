package org.cotejo.bounds;

import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.base.Sentence;
import org.cotejo.bounds.Judgement.Verdict;
import org.cotejo.bulletin.Announcement;
import org.cotejo.definition.CustodianId;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.StationState;
import org.jspecify.annotations.Nullable;

/**
 * Judges an announced total: impossible, contradicted, consistent or unproven, the first that fits (DESIGN.md, section 6),
 * with every limit that was computed and every finding about it.
 */
public final class AnnouncementJudge {
    private final Announcement announcement;
    private final int contest;
    private final KnownVotes votes;
    private final AnnouncedResults results;
    private final boolean isOfRecord;

    private AnnouncementJudge(
            Announcement announcement,
            int contest,
            @Nullable CustodianId ofRecord,
            KnownVotes votes,
            AnnouncedResults results) {
        this.announcement = announcement;
        this.contest = contest;
        this.votes = votes;
        this.results = results;
        this.isOfRecord = announcement.announcer().equals(ofRecord);
    }

    /**
     * Judges an announcement about the contest of a reconciled result.
     *
     * @param votes of the same result, as {@link KnownVotes#of} gives them
     * @param results what announcers published station by station in that contest
     */
    public static Judgement judge(
            Announcement announcement, ContestResult result, KnownVotes votes, AnnouncedResults results) {
        Check.that(
                announcement.contest().equals(result.contest().id()),
                "announcement %s is about %s, not %s",
                announcement.id(),
                announcement.contest(),
                result.contest().id());
        return judge(announcement, result.index(), result.announcer(), votes, results);
    }

    /** The same for known votes that come from elsewhere: the contest's place in the definition, the announcer of record. */
    static Judgement judge(
            Announcement announcement,
            int contest,
            @Nullable CustodianId ofRecord,
            KnownVotes votes,
            AnnouncedResults results) {
        return new AnnouncementJudge(announcement, contest, ofRecord, votes, results).judge();
    }

    private Judgement judge() {
        CoverageReadings coverage = CoverageReadings.of(votes);
        List<Reading> readings = coverage.readings(announcement.coverage());
        KnownSheets sheets = new KnownSheets(votes);
        List<FigureCheck> checks = new Reachability(announcement, votes, sheets, readings).checks();
        OwnStations own = new OwnStations(announcement, votes, results, readings);
        CoveredStations covered = new CoveredStations(announcement, votes, readings);
        RoundingBack roundingBack = RoundingBack.of(announcement).orElse(null);
        boolean isImpossible = isImpossible(readings, checks);
        boolean holdsContradicted = isOfRecord && covered.mustHoldContradicted(own.isComplete());

        FindingList findings = new FindingList(announcement, contest);
        findings.coverage(coverage);
        findings.ownArithmetic(new OwnArithmetic(announcement), votes.candidates());
        List<OwnStations.Mismatch> notSums = own.mismatches();
        findings.ownStations(own.isEmpty(), notSums);
        if (roundingBack != null) {
            findings.roundingBack(roundingBack);
        }
        if (isImpossible) {
            findings.impossible(sheets.count(), readings, checks);
        }
        if (announcement.isCalledIrreversible()) {
            findings.irreversible(new Irreversible(announcement, votes, readings).open());
        }
        if (holdsContradicted) {
            findings.add(AnnouncementFinding.COVERS_CONTRADICTED, covered.count(StationState.CONTRADICTED));
        }

        Headline headline = new Headline(votes, readings, checks);
        Verdict verdict = isImpossible
                ? Verdict.IMPOSSIBLE
                : holdsContradicted || !notSums.isEmpty()
                        ? Verdict.CONTRADICTED
                        : covered.bearOut() ? Verdict.CONSISTENT : Verdict.UNPROVEN;
        Sentence sentence = switch (verdict) {
            case IMPOSSIBLE -> headline.impossible();
            case CONTRADICTED -> Headline.contradicted(!holdsContradicted);
            case CONSISTENT -> headline.consistent();
            case UNPROVEN -> headline.unproven();
        };
        return new Judgement(announcement, verdict, sentence, readings, checks, roundingBack, findings.byCode());
    }

    /** Whether every reading makes some figure impossible, the same or different ones. */
    private static boolean isImpossible(List<Reading> readings, List<FigureCheck> checks) {
        return readings.stream()
                .allMatch(reading -> checks.stream().anyMatch(c -> c.reading().equals(reading) && c.isImpossible()));
    }
}
