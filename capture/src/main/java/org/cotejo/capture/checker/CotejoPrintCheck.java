package org.cotejo.capture.checker;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotejo.capture.form.PrintedCell;
import org.cotejo.capture.form.PrintedFact;
import org.cotejo.capture.form.PrintedForm;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.BallotOption;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.Contest;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/**
 * Checks sheets that a machine of Cotejo printed and whose code is missing. Without the code there is no signature, so they are held
 * against everything else: names of the ballot in their order, words, sums by candidate and in all, and the register.
 */
final class CotejoPrintCheck {
    private final @Nullable Known known;

    CotejoPrintCheck(@Nullable Known known) {
        this.known = known;
    }

    Checked check(PrintedForm form) {
        Reasons reasons = new Reasons();
        if (known == null) {
            reasons.against(CheckProblem.NO_DEFINITION.with());
            return new Checked.Doubtful(Optional.empty(), List.of(), reasons.all());
        }
        Optional<Contest> contest = form.fact("contest").flatMap(fact -> known.contest(fact.text()));
        Optional<String> station =
                form.fact("code").filter(PrintedFact::isTwice).map(PrintedFact::text);
        if (contest.isEmpty()) {
            reasons.against(CheckProblem.CONTEST.with(
                    form.fact("contest").map(PrintedFact::text).orElse("?")));
        }
        if (station.isEmpty()) {
            reasons.against(CheckProblem.PRINT_CODE.with());
        }
        if (contest.isEmpty() || station.isEmpty()) {
            return new Checked.Doubtful(Optional.empty(), List.of(), reasons.all());
        }
        return held(form, contest.get(), station.get(), reasons);
    }

    private Checked held(PrintedForm form, Contest contest, String station, Reasons reasons) {
        List<String> names = names(contest);
        List<String> rows = new ArrayList<>();
        for (int i = 1; i <= names.size(); i++) {
            rows.add("votes " + i);
        }
        List<Figure.Count> stated = new ArrayList<>();
        for (Figure.Count count : Figure.Count.values()) {
            if (count != Figure.Count.VALID && form.cell(count.toString()).isPresent()) {
                stated.add(count);
                rows.add(count.toString());
            }
        }
        Map<String, Integer> numbers = PrintCheck.agreed(form, rows, reasons);
        named(form, names, reasons);
        if (numbers.size() < rows.size()) {
            return new Checked.Doubtful(Optional.empty(), List.of(), reasons.all());
        }
        List<Integer> positions = rows.subList(0, names.size()).stream()
                .map(row -> numbers.getOrDefault(row, 0))
                .toList();
        long valid = Votes.sum(positions);
        int nulls = numbers.getOrDefault("null", 0);
        int blank = numbers.getOrDefault("blank", 0);
        PrintCheck.sum(form, "valid", "valid", valid, reasons);
        PrintCheck.sum(form, "total", "total", valid + nulls + blank, reasons);
        Map<Figure.Count, Integer> counts = new EnumMap<>(Figure.Count.class);
        stated.forEach(count -> counts.put(count, numbers.getOrDefault(count.toString(), 0)));
        ContestVotes votes = Votes.of(contest, positions, counts);
        candidates(form, contest, votes, reasons);
        registered(station, numbers, valid + nulls + blank, reasons);
        SheetReading reading = new SheetReading(
                SheetKind.COTEJO,
                station,
                StationFigures.Paper.FINAL,
                List.of(votes),
                List.of("print " + station + ' ' + contest.id() + ' ' + votes.cells()),
                null);
        return PrintCheck.verdict(known, reading, reasons);
    }

    /** What stands in front of the votes of each position. */
    private static List<String> names(Contest contest) {
        if (contest.options().isEmpty()) {
            return contest.candidates().stream().map(Candidate::name).toList();
        }
        return contest.options().stream()
                .map(BallotOption::candidate)
                .map(id -> contest.candidates().get(contest.indexOf(id)).name())
                .toList();
    }

    private static void named(PrintedForm form, List<String> names, Reasons reasons) {
        for (int i = 0; i < names.size(); i++) {
            Optional<PrintedCell> cell = form.cell("votes " + (i + 1));
            if (cell.isPresent() && !cell.get().isNamed(names.get(i))) {
                reasons.against(CheckProblem.PRINT_NAME.with(i + 1, names.get(i)));
                return;
            }
        }
    }

    /** Where a contest has several positions a candidate, their sums are printed too. */
    private static void candidates(PrintedForm form, Contest contest, ContestVotes votes, Reasons reasons) {
        if (contest.options().isEmpty()) {
            return;
        }
        List<Candidate> candidates = contest.candidates();
        for (int i = 0; i < candidates.size(); i++) {
            int sum = votes.byCandidate().getOrDefault(candidates.get(i).id().value(), 0);
            PrintCheck.sum(form, "candidate " + (i + 1), candidates.get(i).name(), sum, reasons);
        }
    }

    private void registered(String station, Map<String, Integer> numbers, long cast, Reasons reasons) {
        int index = known == null ? -1 : known.station(station);
        Integer printed = numbers.get("registered");
        if (known == null || index < 0) {
            reasons.against(CheckProblem.STATION.with(station));
        } else if (printed == null || known.registered(index) < 0) {
            reasons.against(CheckProblem.PRINT_STATION.with(station));
        } else if (known.registered(index) != printed) {
            reasons.against(CheckProblem.PRINT_REGISTERED.with(printed, station, known.registered(index)));
        } else if (cast > printed) {
            reasons.against(CheckProblem.BOUND.with(cast, printed));
        }
    }
}
