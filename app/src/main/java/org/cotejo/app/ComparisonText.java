package org.cotejo.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.cotejo.base.Sentence;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.CandidateId;
import org.cotejo.exchange.Comparison;
import org.cotejo.exchange.DefinitionDifferences;
import org.cotejo.exchange.StationRow;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.Totals;
import org.cotejo.verify.Answer;
import org.cotejo.verify.Verification;
import org.jspecify.annotations.Nullable;

/** Prints a comparison in plain words. */
final class ComparisonText {
    private static final int STATIONS_SHOWN = 20;

    private final CompareCommand.Side a;
    private final CompareCommand.Side b;
    private final Console console;

    ComparisonText(CompareCommand.Side a, CompareCommand.Side b, Console console) {
        this.a = a;
        this.b = b;
        this.console = console;
    }

    void write(DefinitionDifferences definition, List<Comparison> contests) {
        side("A", a);
        side("B", b);
        definition(definition);
        if (contests.isEmpty()) {
            console.print(new Sentence("They have no contest in common.", "No tienen ninguna contienda en común."));
        }
        contests.forEach(this::contest);
    }

    private void side(String name, CompareCommand.Side side) {
        console.print(name + "  " + side.compared().where() + ": " + what(side).in(console.language()));
    }

    private static Sentence what(CompareCommand.Side side) {
        Verification verification = side.verification();
        if (verification == null) {
            return new Sentence(
                            "an election folder of {0} entries; nobody vouches for it",
                            "una carpeta de elección de {0} asientos; nadie responde por ella")
                    .with(side.compared().entries());
        }
        Sentence verdict = verification.verdict() == Answer.UNCHECKED && verification.pinned() == null
                ? new Sentence(
                        "intact in itself at best, since no policy is pinned",
                        "a lo sumo íntegro en sí mismo, pues no se fijó ninguna política")
                : verification.verdict().sentence();
        String log = String.valueOf(side.compared().log());
        return new Sentence(
                "log \"" + log + "\", " + side.compared().entries() + " entries: " + verdict.en(),
                "registro «" + log + "», " + side.compared().entries() + " asientos: " + verdict.es());
    }

    private void definition(DefinitionDifferences definition) {
        if (definition.isSame()) {
            console.print(new Sentence(
                            "The definition, the register and the keys are the same: {0}.",
                            "La definición, el registro y las claves son los mismos: {0}.")
                    .with(definition.hashA().hex()));
            return;
        }
        console.print(new Sentence(
                        "Definition, register or keys are not the same: {0} in A, {1} in B.",
                        "La definición, el registro o las claves no son los mismos: {0} en A, {1} en B.")
                .with(definition.hashA().hex(), definition.hashB().hex()));
        definition.differences().forEach(one -> console.print("  - " + one.in(console.language())));
    }

    private void contest(Comparison contest) {
        Map<StationRow.Verdict, Integer> counts = contest.counts();
        long all = counts.values().stream().mapToLong(Integer::longValue).sum();
        console.print("");
        console.print("== " + contest.contest().title() + " ==");
        console.print(new Sentence(
                        "Of {0} stations, {1} have the same figures in both and {2} different ones; {3} have figures"
                                + " only in A, {4} only in B, {5} in neither.",
                        "De {0} mesas, {1} tienen las mismas cifras en ambos y {2} distintas; {3} tienen cifras solo"
                                + " en A, {4} solo en B, {5} en ninguno.")
                .with(
                        number(all),
                        number(count(counts, StationRow.Verdict.SAME)),
                        number(count(counts, StationRow.Verdict.DIFFERENT)),
                        number(count(counts, StationRow.Verdict.ONLY_A)),
                        number(count(counts, StationRow.Verdict.ONLY_B)),
                        number(count(counts, StationRow.Verdict.NEITHER))));
        if (count(counts, StationRow.Verdict.NOT_COMPARABLE) > 0) {
            console.print(new Sentence(
                            "{0} have figures in both, but none that the other has too: they could not be compared.",
                            "{0} tienen cifras en ambos, pero ninguna que tenga también el otro: no se pudieron"
                                    + " comparar.")
                    .with(number(count(counts, StationRow.Verdict.NOT_COMPARABLE))));
        }
        int announced = contest.announcedDifferent();
        if (announced > 0) {
            console.print(new Sentence(
                            "Of {0} stations the two have different results as announced.",
                            "De {0} mesas, los dos tienen resultados anunciados distintos.")
                    .with(number(announced)));
        }
        totals(contest);
        different(contest);
    }

    private static int count(Map<StationRow.Verdict, Integer> counts, StationRow.Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    private void totals(Comparison contest) {
        console.print(new Sentence(
                "Votes on the sheets that count (and as announced by station):",
                "Votos en las actas que cuentan (y como se anunciaron por mesa):"));
        console.print("  %14s %14s %16s %16s".formatted("A", "B", "A (*)", "B (*)"));
        List<String> figures = contest.figures();
        for (int i = 0; i < figures.size() - 2; i++) {
            CandidateId id = new CandidateId(figures.get(i));
            console.print("  %14s %14s %16s %16s  %s"
                    .formatted(
                            total(contest.resultA(), contest.resultA().totals(), id),
                            total(contest.resultB(), contest.resultB().totals(), id),
                            total(contest.resultA(), contest.resultA().announcedTotals(), id),
                            total(contest.resultB(), contest.resultB().announcedTotals(), id),
                            name(contest, id)));
        }
        console.print(new Sentence("  (*) as announced", "  (*) como se anunció"));
    }

    private static String name(Comparison contest, CandidateId id) {
        return contest.contest().candidates().stream()
                .filter(candidate -> candidate.id().equals(id))
                .map(Candidate::name)
                .findFirst()
                .orElse(id.value());
    }

    private String total(ContestResult result, @Nullable Totals totals, CandidateId id) {
        int index = result.contest().indexOf(id);
        OptionalLong sum = totals == null || index < 0 ? OptionalLong.empty() : totals.candidate(index);
        return sum.isPresent() ? number(sum.getAsLong()) : "-";
    }

    private void different(Comparison contest) {
        List<StationRow> shown = new ArrayList<>();
        int[] more = {0};
        contest.forEach(row -> {
            if (row.isDifferent() && shown.size() < STATIONS_SHOWN) {
                shown.add(row);
            } else if (row.isDifferent()) {
                more[0]++;
            }
        });
        if (!shown.isEmpty()) {
            console.print(new Sentence("Stations that differ:", "Mesas que difieren:"));
        }
        shown.forEach(row -> console.print("  " + row.station() + "  " + differences(contest, row)));
        if (more[0] > 0) {
            console.print(new Sentence(
                            "  ... and {0} more; --csv FILE writes all of them.",
                            "  ... y {0} más; --csv ARCHIVO las escribe todas.")
                    .with(number(more[0])));
        }
    }

    private String differences(Comparison contest, StationRow row) {
        StationRow.Has one = java.util.Objects.requireNonNull(row.a());
        StationRow.Has other = java.util.Objects.requireNonNull(row.b());
        List<String> said = new ArrayList<>();
        if (!row.different().isEmpty()) {
            said.add(pairs(contest, row.different(), one.figures(), other.figures()) + " (" + word(one.basis()) + " / "
                    + word(other.basis()) + ")");
        }
        if (!row.announcedDifferent().isEmpty()) {
            said.add(pairs(contest, row.announcedDifferent(), one.announced(), other.announced()) + " ("
                    + word(StationRow.Basis.ANNOUNCED) + ")");
        }
        return String.join("; ", said);
    }

    private static String pairs(Comparison contest, List<Integer> places, List<Integer> a, List<Integer> b) {
        return places.stream()
                .map(figure -> contest.names().get(figure) + " " + a.get(figure) + " ≠ " + b.get(figure))
                .collect(Collectors.joining("; "));
    }

    private String word(StationRow.Basis basis) {
        return basis(basis).in(console.language());
    }

    private static Sentence basis(StationRow.Basis basis) {
        return switch (basis) {
            case COPIES -> new Sentence("copies", "ejemplares");
            case ANNOUNCED -> new Sentence("announced", "anunciado");
            case NONE -> new Sentence("nothing", "nada");
        };
    }

    private String number(long number) {
        return String.format(console.language().equals("es") ? Locale.of("es") : Locale.ENGLISH, "%,d", number);
    }
}
