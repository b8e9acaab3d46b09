package org.cotejo.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.cotejo.audit.forensics.StationFiguresTable;
import org.cotejo.audit.night.BoundsOverTime;
import org.cotejo.base.Workers;
import org.cotejo.bounds.Bounds;
import org.cotejo.bounds.Judgement;
import org.cotejo.bounds.KnownVotes;
import org.cotejo.bounds.KnownVotes.Grade;
import org.cotejo.bounds.RegionBounds;
import org.cotejo.bulletin.Subject;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.dossier.Dossier;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.StationState;
import org.cotejo.reconcile.Totals;
import org.jspecify.annotations.Nullable;

/** One contest as pages show it: its candidates by votes, and the two that every table and chart sets side by side. */
final class Race {
    private final Election election;
    private final ContestReport report;
    private final List<Integer> byVotes;
    private final Map<Grade, BoundsOverTime> nights = new ConcurrentHashMap<>();
    private final FutureTask<List<RegionBounds>> regions = new FutureTask<>(this::workOutRegions);

    Race(Election election, ContestReport report) {
        this.election = election;
        this.report = report;
        this.byVotes = byVotes(report);
    }

    private static List<Integer> byVotes(ContestReport report) {
        Totals sheets = report.result().totals();
        Totals announced = report.result().announcedTotals();
        int candidates = report.result().contest().candidates().size();
        Comparator<Integer> mostFirst =
                Comparator.comparingLong(c -> -sheets.candidate(c).orElse(0));
        if (announced != null) {
            mostFirst = mostFirst.thenComparingLong(c -> -announced.candidate(c).orElse(0));
        }
        return IntStream.range(0, candidates).boxed().sorted(mostFirst).toList();
    }

    Election election() {
        return election;
    }

    ContestResult result() {
        return report.result();
    }

    Contest contest() {
        return result().contest();
    }

    /** 0-based place in the definition. */
    int index() {
        return result().index();
    }

    Bounds bounds() {
        return report.bounds();
    }

    Bounds strict() {
        return report.strict();
    }

    /** How the bounds of a grade closed while copies came in; worked out when it is first asked for. */
    BoundsOverTime night(Grade grade) {
        return Objects.requireNonNull(nights.computeIfAbsent(
                grade,
                wanted -> BoundsOverTime.of(
                        votes(), wanted, StationFiguresTable.arrivals(election.dossier(), result()))));
    }

    private KnownVotes votes() {
        Dossier dossier = election.dossier();
        return KnownVotes.of(
                result(), dossier.frame().register(), dossier.definition().roll());
    }

    List<Judgement> judgements() {
        return report.announcements();
    }

    /** By the first grade, the widest divisions of the country, the unlisted stations last; worked out when they are first asked for. */
    List<RegionBounds> regions() {
        return Workers.once(regions);
    }

    private List<RegionBounds> workOutRegions() {
        return RegionBounds.of(votes(), Grade.SHEETS_UNKNOWN, election.places(), 1);
    }

    /** The contest's title as written in headings; the election's own title is not said twice. */
    String title() {
        return contest().title();
    }

    int stations() {
        return result().listed() + result().unlisted();
    }

    int count(StationState state) {
        return result().counts().getOrDefault(state, 0);
    }

    /** Candidates' places in the definition, most votes on the sheets first. */
    List<Integer> byVotes() {
        return byVotes;
    }

    /** The first two by votes: less than two only if the contest has fewer candidates. */
    List<Integer> firstTwo() {
        return byVotes.subList(0, Math.min(2, byVotes.size()));
    }

    String name(int candidate) {
        return contest().candidates().get(candidate).name();
    }

    String name(@Nullable CandidateId candidate) {
        int index = candidate == null ? -1 : contest().indexOf(candidate);
        return index < 0 ? String.valueOf(candidate) : name(index);
    }

    /** Whether a candidate's votes are the sum of all names that voters wrote, so that nobody leads by them. */
    boolean isOfNames(int candidate) {
        return contest().candidates().get(candidate).id().equals(contest().writeIn());
    }

    /** The style of a candidate's bars: {@code a} and {@code b} for the first two, {@code o} for all others. */
    String style(int candidate) {
        int rank = byVotes.indexOf(candidate);
        return rank == 0 ? "a" : rank == 1 ? "b" : "o";
    }

    /** The candidates that an announced figure takes together; none if it is about no candidate. */
    List<Integer> candidatesOf(Subject subject) {
        return switch (subject) {
            case Subject.OfCandidate(CandidateId candidate) -> indexes(List.of(candidate));
            case Subject.OfGroup(var _, List<CandidateId> members) -> indexes(members);
            case Subject.OfCount(var _) -> List.of();
        };
    }

    private List<Integer> indexes(List<CandidateId> candidates) {
        List<Integer> indexes = new ArrayList<>();
        for (CandidateId candidate : candidates) {
            int index = contest().indexOf(candidate);
            if (index >= 0) {
                indexes.add(index);
            }
        }
        return indexes;
    }

    /** What an announced figure is about, in words. */
    String subject(Words words, Subject subject) {
        return switch (subject) {
            case Subject.OfCandidate(CandidateId candidate) -> name(candidate);
            case Subject.OfGroup(String name, List<CandidateId> members) ->
                words.say("subject.group", name, members.size());
            case Subject.OfCount(var count) -> words.say("figure." + count.name());
        };
    }
}
