package org.cotejo.audit.quickcount;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.audit.plot.Numerals;
import org.cotejo.audit.quickcount.Condition.Answer;
import org.cotejo.audit.quickcount.Condition.Kind;
import org.cotejo.audit.survey.Estimate;
import org.cotejo.base.Check;
import org.cotejo.base.Sentence;

/** Applies a publishing rule to the estimates so far. */
public final class Publisher {
    private final PublishingRule rule;
    private final List<QuickEstimate> updates;
    private final QuickEstimate newest;

    private Publisher(PublishingRule rule, List<QuickEstimate> updates) {
        this.rule = rule;
        this.updates = updates;
        this.newest = updates.getLast();
    }

    /** The verdict on the newest of some estimates, which stand in the order in which they were made. */
    public static Verdict judge(PublishingRule rule, List<QuickEstimate> updates) {
        Check.that(!updates.isEmpty(), "nothing to judge");
        return new Publisher(rule, updates).verdict();
    }

    private Verdict verdict() {
        List<Condition> conditions = List.of(strata(), stable(), late(), close());
        boolean isEnough = conditions.stream()
                .filter(condition -> condition.kind() != Kind.CLOSE)
                .allMatch(condition -> condition.answer() == Answer.MET);
        boolean isClear = conditions.getLast().answer() == Answer.MET;
        return new Verdict(
                !isEnough ? Verdict.Call.NOT_YET : isClear ? Verdict.Call.PUBLISH : Verdict.Call.TOO_CLOSE, conditions);
    }

    private Condition strata() {
        boolean hasErrors = newest.lead().estimate() != null;
        List<String> few = newest.coverage().stream()
                .filter(stratum -> stratum.reported() < Math.min(2, stratum.planned()) && !stratum.isMerged())
                .map(Coverage::stratum)
                .toList();
        long merged = newest.coverage().stream().filter(Coverage::isMerged).count();
        Sentence sentence = hasErrors
                ? Numerals.fill(
                        new Sentence(
                                "every stratum has two reports or more ({0} of {1} stations; {2} strata merged as planned)",
                                "cada estrato tiene dos reportes o más ({0} de {1} mesas; {2} estratos unidos según el plan)"),
                        newest.reported(),
                        newest.planned(),
                        merged)
                : Numerals.fill(
                        new Sentence(
                                "{0} strata have fewer than two reports: {1}",
                                "{0} estratos tienen menos de dos reportes: {1}"),
                        few.size(),
                        few.size() > 12 ? few.subList(0, 12) + " ..." : few);
        return new Condition(Kind.STRATA, hasErrors ? Answer.MET : Answer.NOT_MET, sentence);
    }

    private Condition stable() {
        if (newest.isComplete()) {
            return new Condition(
                    Kind.STABLE,
                    Answer.MET,
                    new Sentence(
                            "every station of the sample has reported: nothing more can move the estimate",
                            "todas las mesas de la muestra reportaron: nada más puede mover la estimación"));
        }
        Estimate worst = newest.late().worst();
        if (worst != null && worst.interval(rule.confidence()).low() > 0) {
            return new Condition(
                    Kind.STABLE,
                    Answer.MET,
                    new Sentence(
                            "need not have settled: even the worst case of the late stations keeps the leader",
                            "no hace falta que se haya asentado: aun el peor caso de las mesas que faltan mantiene al primero"));
        }
        if (updates.size() < rule.updates()) {
            return new Condition(
                    Kind.STABLE,
                    Answer.CANNOT_SAY,
                    Numerals.fill(
                            new Sentence(
                                    "{0} updates were wanted, there are {1}",
                                    "se querían {0} actualizaciones, hay {1}"),
                            rule.updates(),
                            updates.size()));
        }
        List<QuickEstimate> last = updates.subList(updates.size() - rule.updates(), updates.size());
        Estimate.Interval interval = newest.leadInterval(rule.confidence());
        boolean isStable = interval != null
                && last.stream()
                        .allMatch(update -> update.leader() == newest.leader()
                                && update.runnerUp() == newest.runnerUp()
                                && update.lead().value() >= interval.low()
                                && update.lead().value() <= interval.high());
        return new Condition(
                Kind.STABLE,
                interval == null ? Answer.CANNOT_SAY : isStable ? Answer.MET : Answer.NOT_MET,
                Numerals.fill(
                        new Sentence(
                                "the last {0} updates have the same first two, with a lead inside the newest interval: {1}",
                                "las últimas {0} actualizaciones tienen los mismos dos primeros, con una ventaja dentro del intervalo más nuevo: {1}"),
                        rule.updates(),
                        leads(last)));
    }

    private static String leads(List<QuickEstimate> last) {
        List<String> leads = new ArrayList<>();
        last.forEach(update -> leads.add(Numerals.of("en").share(update.lead().value(), 2)));
        return String.join(", ", leads);
    }

    private Condition late() {
        LateStations late = newest.late();
        if (late.missing() == 0) {
            return new Condition(
                    Kind.LATE,
                    Answer.MET,
                    new Sentence("no station of the sample is late", "ninguna mesa de la muestra falta"));
        }
        Estimate worst = late.worst();
        if (worst != null && worst.interval(rule.confidence()).low() > 0) {
            return new Condition(
                    Kind.LATE,
                    Answer.MET,
                    Numerals.fill(
                            new Sentence(
                                    "even if all voters of the {0} late stations had voted for the runner-up, the lead would be {1}",
                                    "aunque todos los electores de las {0} mesas que faltan hubieran votado por el segundo, la ventaja sería {1}"),
                            late.missing(),
                            worst.value()));
        }
        Estimate.Interval interval = newest.leadInterval(rule.confidence());
        if (interval == null) {
            return new Condition(
                    Kind.LATE,
                    Answer.CANNOT_SAY,
                    Numerals.fill(
                            new Sentence(
                                    "there is no interval yet, and {0} stations are late",
                                    "aún no hay intervalo y faltan {0} mesas"),
                            late.missing()));
        }
        boolean isMet = interval.low() - rule.delta() * late.weight() > 0;
        return new Condition(
                Kind.LATE,
                isMet ? Answer.MET : Answer.NOT_MET,
                Numerals.fill(
                        new Sentence(
                                "worst case of the {0} late stations: lead {1}; if their lead were lower by {2} of the votes than at the others of their strata, the lower limit would be {3}; a tie needs {4}",
                                "peor caso de las {0} mesas que faltan: ventaja {1}; si su ventaja fuera menor en {2} de los votos que en las demás de sus estratos, el límite inferior sería {3}; un empate necesita {4}"),
                        late.missing(),
                        worst == null ? (Object) "-" : worst.value(),
                        rule.delta(),
                        interval.low() - rule.delta() * late.weight(),
                        late.tipping() == null ? (Object) "-" : late.tipping()));
    }

    private Condition close() {
        Estimate.Interval interval = newest.leadInterval(rule.confidence());
        if (interval == null) {
            return new Condition(
                    Kind.CLOSE,
                    Answer.CANNOT_SAY,
                    new Sentence("there is no interval of the lead yet", "aún no hay intervalo de la ventaja"));
        }
        boolean isClear = interval.low() > rule.allowance();
        return new Condition(
                Kind.CLOSE,
                isClear ? Answer.MET : Answer.NOT_MET,
                Numerals.fill(
                        new Sentence(
                                "lead {0}, less {1} for chance ({2}), must be above the allowance of {3} for what is not chance",
                                "la ventaja {0}, menos {1} por el azar ({2}), debe superar el margen de {3} por lo que no es azar"),
                        newest.lead().value(),
                        interval.half(),
                        rule.confidence(),
                        rule.allowance()));
    }
}
