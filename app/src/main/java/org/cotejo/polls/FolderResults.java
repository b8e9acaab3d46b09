package org.cotejo.polls;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.cotejo.audit.exitpoll.ComparedResult;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.bulletin.AnnouncedFigure;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Subject;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.Reconciliation;
import org.cotejo.reconcile.Totals;
import org.jspecify.annotations.Nullable;

/** Results that a poll can be held beside: what the sheets of a folder give, what was announced in it, or what the user states. */
public final class FolderResults {
    private static final String OTHER = "other";

    private FolderResults() {}

    /** A result as the user types it: {@code A=120,B=99,other=3}; each candidate of the poll must be there. */
    public static ComparedResult stated(String text, List<String> candidates, Sentence name) {
        List<Long> votes = new ArrayList<>(Collections.nCopies(candidates.size(), -1L));
        long others = 0;
        for (String pair : text.split(",", -1)) {
            int equals = pair.lastIndexOf('=');
            String id = equals < 0 ? pair.strip() : pair.substring(0, equals).strip();
            String number = equals < 0 ? "" : pair.substring(equals + 1).strip();
            int place = candidates.indexOf(id);
            if (place < 0 && !id.equals(OTHER)) {
                throw PollProblem.CHOICE.at(
                        Where.field("--official"), id, String.join(", ", candidates) + ", " + OTHER);
            }
            if (!number.matches("[0-9]{1,10}")) {
                throw PollProblem.NO_NUMBER.at(Where.field("--official " + id));
            }
            long count = Long.parseLong(number);
            if (place < 0) {
                others += count;
            } else {
                votes.set(place, count);
            }
        }
        if (votes.contains(-1L)) {
            throw PollProblem.NO_NUMBER.at(Where.field("--official " + candidates.get(votes.indexOf(-1L))));
        }
        if (votes.stream().mapToLong(Long::longValue).sum() + others == 0) {
            throw PollProblem.ZERO.at(Where.field("--official"));
        }
        return new ComparedResult(name, votes, others);
    }

    /** What the sheets give, and each announcement that has a count for every candidate of the poll. */
    public static List<ComparedResult> of(
            Reconciliation result, @Nullable String contestId, String folder, List<String> candidates) {
        ContestResult contest = FolderStations.contest(result, contestId, folder);
        List<String> ids = FolderStations.candidates(contest);
        for (String candidate : candidates) {
            if (!ids.contains(candidate)) {
                throw PollProblem.CANDIDATE_UNKNOWN.at(
                        Where.file(folder), contest.contest().id().value(), candidate, String.join(", ", ids));
            }
        }
        List<ComparedResult> results = new ArrayList<>();
        long[] sheets = new long[ids.size()];
        Totals totals = contest.totals();
        for (int c = 0; c < sheets.length; c++) {
            sheets[c] = totals.candidate(c).orElse(0);
        }
        add(results, new Sentence("the sheets of this folder", "las actas de esta carpeta"), sheets, ids, candidates);
        for (Announcement announcement : result.dossier().announcements()) {
            if (announcement.contest().equals(contest.contest().id())) {
                announced(announcement, ids)
                        .ifPresent(votes -> add(
                                results,
                                new Sentence("what was announced, {0}", "lo anunciado, {0}").with(announcement.id()),
                                votes,
                                ids,
                                candidates));
            }
        }
        return results;
    }

    /** The announced count of each candidate; of a group its whole, at its first member; empty without counts. */
    private static java.util.Optional<long[]> announced(Announcement announcement, List<String> ids) {
        long[] votes = new long[ids.size()];
        for (AnnouncedFigure figure : announcement.figures()) {
            Long count = figure.count();
            switch (figure.subject()) {
                case Subject.OfCandidate(var candidate) -> {
                    int place = ids.indexOf(candidate.toString());
                    if (place >= 0) {
                        votes[place] += Objects.requireNonNullElse(count, 0L);
                    }
                }
                case Subject.OfGroup group -> {
                    int place = ids.indexOf(group.members().getFirst().toString());
                    if (place >= 0) {
                        votes[place] += Objects.requireNonNullElse(count, 0L);
                    }
                }
                case Subject.OfCount _ -> {
                    // null, blank, registered: not of the poll
                }
            }
        }
        long sum = 0;
        for (long count : votes) {
            sum += count;
        }
        return sum == 0 ? java.util.Optional.empty() : java.util.Optional.of(votes);
    }

    private static void add(
            List<ComparedResult> results, Sentence name, long[] votes, List<String> ids, List<String> candidates) {
        List<Long> polled = new ArrayList<>();
        long sum = 0;
        for (long count : votes) {
            sum += count;
        }
        long mine = 0;
        for (String candidate : candidates) {
            long count = votes[ids.indexOf(candidate)];
            polled.add(count);
            mine += count;
        }
        if (sum > 0) {
            results.add(new ComparedResult(name, polled, sum - mine));
        }
    }
}
