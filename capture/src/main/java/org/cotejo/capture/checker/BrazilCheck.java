package org.cotejo.capture.checker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.formats.brazil.BuOffice;
import org.cotejo.formats.brazil.BuPart;
import org.cotejo.formats.brazil.BuReport;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/**
 * Checks ballot box reports: the chain of SHA-512 hashes shows that no character was misread, so one decoder is enough. Contests are
 * named {@code cargo-} and the number of the office, candidates by what the voter types (docs/formats/brazil.md).
 */
final class BrazilCheck {
    private static final String CONTEST = "cargo-";

    private final @Nullable Known known;

    BrazilCheck(@Nullable Known known) {
        this.known = known;
    }

    /** Checks the parts that one picture, or several of one report, gave. */
    List<Checked> check(List<String> texts) {
        List<Checked> checked = new ArrayList<>();
        Map<BuPart, String> textOf = new LinkedHashMap<>();
        for (String text : texts) {
            switch (BuPart.read(text)) {
                case Result.Refused<BuPart>(Problem problem) ->
                    checked.add(new Checked.Doubtful(Optional.empty(), List.of(text), List.of(problem)));
                case Result.Ok<BuPart>(BuPart part) -> textOf.putIfAbsent(part, text);
            }
        }
        for (List<BuPart> report : reports(textOf.keySet())) {
            List<String> own =
                    report.stream().map(part -> textOf.getOrDefault(part, "")).toList();
            checked.add(
                    switch (BuReport.of(report)) {
                        case Result.Refused<BuReport>(Problem problem) ->
                            new Checked.Doubtful(Optional.empty(), own, List.of(problem));
                        case Result.Ok<BuReport>(BuReport whole) -> held(whole, own);
                    });
        }
        return checked;
    }

    /** Parts do not say whose they are, but the hash of each is over those before it. What continues no other stands alone. */
    private static List<List<BuPart>> reports(Set<BuPart> parts) {
        Set<BuPart> left = new LinkedHashSet<>(parts);
        List<List<BuPart>> reports = new ArrayList<>();
        for (BuPart first : parts) {
            if (first.number() == 1) {
                List<BuPart> report = new ArrayList<>(List.of(first));
                left.remove(first);
                boolean grows = true;
                while (grows) {
                    grows = false;
                    for (BuPart next : left) {
                        report.add(next);
                        if (BuReport.isChain(report)) {
                            left.remove(next);
                            grows = true;
                            break;
                        }
                        report.removeLast();
                    }
                }
                reports.add(report);
            }
        }
        left.forEach(alone -> reports.add(List.of(alone)));
        return reports;
    }

    private Checked held(BuReport report, List<String> texts) {
        Reasons reasons = new Reasons();
        reasons.note(CheckProblem.SIGNED_BUT_UNKNOWN.with());
        List<ContestVotes> contests = new ArrayList<>();
        for (BuOffice office : report.offices()) {
            contests.add(votes(office));
            if (known != null) {
                contest(known, office, reasons);
            }
        }
        if (known != null) {
            int station = known.station(report.station());
            if (station < 0 && known.knowsAllStations()) {
                reasons.against(CheckProblem.STATION.with(report.station()));
            }
            long registered = known.registered(station);
            if (registered >= 0 && report.voters() > registered) {
                reasons.note(CheckProblem.BOUND.with(report.voters(), registered));
            }
        }
        SheetReading reading = new SheetReading(
                SheetKind.BRAZIL_BU, report.station(), StationFigures.Paper.FINAL, contests, texts, null);
        if (known == null) {
            reasons.note(CheckProblem.NO_DEFINITION.with());
            return new Checked.Unchecked(reading, reasons.all());
        }
        return reasons.isClean()
                ? new Checked.Taken(reading, Checked.Proof.HASH, reasons.notes())
                : new Checked.Doubtful(Optional.of(reading), texts, reasons.all());
    }

    private static void contest(Known known, BuOffice office, Reasons reasons) {
        Optional<Contest> contest = known.contest(CONTEST + office.office());
        Set<String> candidates = new TreeSet<>();
        contest.ifPresent(defined -> defined.candidates().stream()
                .map(Candidate::id)
                .map(CandidateId::value)
                .forEach(candidates::add));
        if (!candidates.containsAll(office.votes().keySet())) {
            reasons.against(CheckProblem.CONTEST.with(CONTEST + office.office()));
        }
    }

    private static ContestVotes votes(BuOffice office) {
        List<Figure> figures = new ArrayList<>();
        List<Integer> cells = new ArrayList<>();
        office.votes().forEach((candidate, votes) -> {
            figures.add(new Figure.OfCandidate(new CandidateId(candidate)));
            cells.add(votes);
        });
        figures.add(Figure.Count.NULL);
        cells.add(office.nullVotes());
        figures.add(Figure.Count.BLANK);
        cells.add(office.blank());
        return new ContestVotes(CONTEST + office.office(), office.votes(), figures, cells);
    }
}
