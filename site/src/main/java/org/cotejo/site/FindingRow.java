package org.cotejo.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cotejo.base.FindingCode;
import org.cotejo.base.Weight;
import org.cotejo.bounds.AnnouncementFinding;
import org.cotejo.bounds.Judgement;
import org.cotejo.dossier.DossierFinding;
import org.cotejo.dossier.Finding;
import org.cotejo.reconcile.ReconcileFinding;
import org.cotejo.tally.TallyRule;

/**
 * One kind of finding with how often it was found and where.
 *
 * @param examples stations, at most a few
 * @param first the first finding of the kind; empty if there is none
 */
record FindingRow(FindingCode kind, long count, List<Example> examples, Optional<Finding> first) {
    /** Most stations named as examples. */
    static final int EXAMPLES = 12;

    /** A station at which it was found. */
    record Example(Race race, int station) {}

    /** Every kind that there is, by weight and code. */
    private static final List<FindingCode> KINDS = Stream.<FindingCode[]>of(
                    TallyRule.values(),
                    DossierFinding.values(),
                    ReconcileFinding.values(),
                    AnnouncementFinding.values())
            .flatMap(Stream::of)
            .sorted(Comparator.comparingInt(FindingRow::rank).thenComparing(FindingCode::code))
            .toList();

    /** What weighs most comes first. */
    private static int rank(FindingCode kind) {
        return order().indexOf(kind.weight());
    }

    static List<Weight> order() {
        return List.of(Weight.CONTRADICTION, Weight.HINT, Weight.ABSENCE, Weight.NOTE);
    }

    /** All kinds, found or not; each finding is counted once, those of no contest too. */
    static List<FindingRow> all(Election election) {
        return rows(election, election.races());
    }

    /** The kinds found in one contest or in no special one. */
    static List<FindingRow> found(Race race) {
        return rows(race.election(), List.of(race)).stream()
                .filter(row -> row.count > 0)
                .toList();
    }

    private static List<FindingRow> rows(Election election, List<Race> races) {
        Map<String, Long> counts = new HashMap<>();
        Map<String, List<Example>> examples = new HashMap<>();
        Map<String, Finding> firsts = new HashMap<>();
        for (Finding finding : election.reconciliation().findings()) {
            Race race = finding.contest() == Finding.NOWHERE
                    ? races.getFirst()
                    : races.stream()
                            .filter(r -> r.index() == finding.contest())
                            .findFirst()
                            .orElse(null);
            if (race != null) {
                take(finding, race, counts, examples);
                firsts.putIfAbsent(finding.kind().code(), finding);
            }
        }
        for (Race race : races) {
            for (Judgement judgement : race.judgements()) {
                for (Finding finding : judgement.findings()) {
                    take(finding, race, counts, examples);
                    firsts.putIfAbsent(finding.kind().code(), finding);
                }
            }
        }
        return KINDS.stream()
                .map(kind -> new FindingRow(
                        kind,
                        counts.getOrDefault(kind.code(), 0L),
                        List.copyOf(examples.getOrDefault(kind.code(), List.of())),
                        Optional.ofNullable(firsts.get(kind.code()))))
                .toList();
    }

    private static void take(
            Finding finding, Race race, Map<String, Long> counts, Map<String, List<Example>> examples) {
        String code = finding.kind().code();
        counts.merge(code, 1L, Long::sum);
        if (finding.station() != Finding.NOWHERE) {
            List<Example> list = examples.computeIfAbsent(code, _ -> new ArrayList<>());
            boolean isNew = list.stream().noneMatch(example -> example.station() == finding.station());
            if (list.size() < EXAMPLES && isNew) {
                list.add(new Example(race, finding.station()));
            }
        }
    }

    String code() {
        return kind.code();
    }

    Weight weight() {
        return kind.weight();
    }

    /** Colour and sign of the weight. */
    String style() {
        return style(kind);
    }

    static String style(FindingCode kind) {
        return kind.weight().name().toLowerCase(Locale.ROOT);
    }

    /** The sentence as a pattern, with dots where each finding has its own values. */
    String pattern(Words words) {
        return words.in(kind.sentence()).replaceAll("[{][0-9]+[}]", "…");
    }

    /** What was found, if it was found once; else the first as an example. */
    String sentence(Words words) {
        String found = first.map(finding -> words.in(finding.sentence())).orElseGet(() -> pattern(words));
        return count > 1 ? words.say("findings.example") + " " + found : found;
    }

    String innocent(Words words) {
        return words.in(kind.innocent());
    }
}
