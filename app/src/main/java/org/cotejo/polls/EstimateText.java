package org.cotejo.polls;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.audit.quickcount.Condition;
import org.cotejo.audit.quickcount.Coverage;
import org.cotejo.audit.quickcount.Figure;
import org.cotejo.audit.quickcount.LateSensitivity;
import org.cotejo.audit.quickcount.LateStations;
import org.cotejo.audit.quickcount.PublishingRule;
import org.cotejo.audit.quickcount.QuickEstimate;
import org.cotejo.audit.quickcount.Verdict;
import org.cotejo.audit.survey.Estimate;

/** A quick count's estimate in words and tables: first whether it may be published, then what it says, then what it does not. */
public final class EstimateText {
    private static final double SHOWN = 0.95;
    private static final int STRATA_MOST = 40;

    private EstimateText() {}

    /** The lines to print. */
    public static List<String> lines(
            QuickEstimate estimate, Verdict verdict, PublishingRule rule, int outside, String language) {
        Lines lines = new Lines(language);
        verdict(lines, verdict);
        lines.gap();
        lines.say(
                "{0} of {1} stations of the sample have reported; {2} reports of other stations were left out.",
                "Reportaron {0} de {1} mesas de la muestra; {2} reportes de otras mesas quedaron fuera.",
                estimate.reported(),
                estimate.planned(),
                outside);
        shares(lines, estimate);
        lead(lines, estimate, rule);
        late(lines, estimate);
        strata(lines, estimate);
        lines.gap();
        lines.say(
                "The intervals are of chance in the draw alone. They do not know wrong sheets, a draw that was not kept secret, or why a station is late.",
                "Los intervalos son sólo del azar del sorteo. No saben de actas falsas, de un sorteo que se conoció antes ni de por qué falta una mesa.");
        return lines.all();
    }

    private static void verdict(Lines lines, Verdict verdict) {
        switch (verdict.call()) {
            case PUBLISH ->
                lines.say("PUBLISH: every condition is met.", "PUBLICAR: se cumplen todas las condiciones.");
            case TOO_CLOSE ->
                lines.say(
                        "TOO CLOSE: the lead is not larger than what chance and the allowance explain.",
                        "DEMASIADO CERRADO: la ventaja no supera lo que explican el azar y el margen.");
            case NOT_YET ->
                lines.say(
                        "NOT YET: a condition is not met, and reports are missing that could change it.",
                        "TODAVÍA NO: falta una condición, y hay reportes por llegar que podrían cambiarla.");
        }
        for (Condition condition : verdict.conditions()) {
            String mark = switch (condition.answer()) {
                case MET -> lines.word("met", "sí");
                case NOT_MET -> lines.word("NOT MET", "NO");
                case CANNOT_SAY -> lines.word("CANNOT SAY", "NO SE SABE");
            };
            lines.say("  {0} [{1}]: {2}", "  {0} [{1}]: {2}", name(lines, condition), mark, condition.sentence());
        }
    }

    private static String name(Lines lines, Condition condition) {
        return switch (condition.kind()) {
            case STRATA -> lines.word("strata", "estratos");
            case STABLE -> lines.word("stable", "estable");
            case LATE -> lines.word("late stations", "mesas que faltan");
            case CLOSE -> lines.word("lead", "ventaja");
        };
    }

    private static void shares(Lines lines, QuickEstimate estimate) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "",
                lines.word("share", "proporción"),
                lines.word("std. error", "error est."),
                lines.word("95 % interval", "intervalo 95 %"),
                lines.word("votes", "votos")));
        for (int c = 0; c < estimate.shares().size(); c++) {
            Figure share = estimate.shares().get(c);
            rows.add(row(
                    lines,
                    share.name(),
                    share,
                    lines.numerals().number(Math.round(estimate.totals().get(c).value()))));
        }
        Figure turnout = estimate.turnout();
        if (turnout != null) {
            rows.add(row(lines, lines.word("(turnout)", "(participación)"), turnout, ""));
        }
        lines.table(rows);
    }

    private static List<String> row(Lines lines, String name, Figure figure, String votes) {
        Estimate estimate = figure.estimate();
        Estimate.Interval interval = estimate == null ? null : estimate.interval(SHOWN);
        return List.of(
                name,
                lines.share(figure.value()),
                estimate == null ? "-" : lines.share(estimate.standardError()),
                interval == null ? "-" : lines.share(interval.low()) + " .. " + lines.share(interval.high()),
                votes);
    }

    private static void lead(Lines lines, QuickEstimate estimate, PublishingRule rule) {
        String leader = estimate.candidates().get(estimate.leader());
        String runnerUp = estimate.candidates().get(estimate.runnerUp());
        Estimate lead = estimate.lead().estimate();
        if (lead == null) {
            lines.say(
                    "Lead of {0} over {1}: {2}, without an error, since some stratum has too few reports.",
                    "Ventaja de {0} sobre {1}: {2}, sin error, porque algún estrato tiene muy pocos reportes.",
                    leader,
                    runnerUp,
                    estimate.lead().value());
            return;
        }
        Estimate.Interval wide = lead.interval(rule.confidence());
        Double jackknife = estimate.jackknife();
        lines.say(
                "Lead of {0} over {1}: {2}, standard error {3} (jackknife {4}), z {5}; at {6}: {7} .. {8}.",
                "Ventaja de {0} sobre {1}: {2}, error estándar {3} (jackknife {4}), z {5}; al {6}: {7} .. {8}.",
                leader,
                runnerUp,
                lead.value(),
                lead.standardError(),
                jackknife == null ? (Object) "-" : jackknife,
                lead.standardError() == 0 ? "-" : lines.numerals().number(lead.zAgainst(0), 2),
                rule.confidence(),
                wide.low(),
                wide.high());
    }

    private static void late(Lines lines, QuickEstimate estimate) {
        LateStations late = estimate.late();
        if (late.missing() == 0) {
            return;
        }
        Estimate worst = late.worst();
        Estimate best = late.best();
        if (worst == null || best == null) {
            lines.say(
                    "Late stations: {0}, about {1} of the votes. Their registers are not all known, so no bound on the lead.",
                    "Mesas que faltan: {0}, alrededor de {1} de los votos. No se conocen todos sus registros: sin cota de la ventaja.",
                    late.missing(),
                    late.weight());
        } else {
            lines.say(
                    "Late stations: {0}, about {1} of the votes. Whatever they say, the lead lies between {2} and {3} (and the draw's error).",
                    "Mesas que faltan: {0}, alrededor de {1} de los votos. Digan lo que digan, la ventaja está entre {2} y {3} (más el error del sorteo).",
                    late.missing(),
                    late.weight(),
                    worst.value(),
                    best.value());
        }
        Double tipping = late.tipping();
        if (tipping != null) {
            lines.say(
                    tipping > 2
                            ? "They make no tie unless their lead is lower by {0} of the votes than at the others of their strata: more than votes can do."
                            : "They make a tie if their lead is lower by {0} of the votes than at the others of their strata.",
                    tipping > 2
                            ? "No hay empate salvo que su ventaja sea menor en {0} de los votos que en las demás de sus estratos: más de lo que pueden los votos."
                            : "Hay empate si su ventaja es menor en {0} de los votos que en las demás de sus estratos.",
                    tipping);
        }
        unlike(lines, late.sensitivity());
    }

    /** What if late stations are not like the others of their strata. */
    private static void unlike(Lines lines, LateSensitivity other) {
        for (LateSensitivity.Alike alike : other.alike()) {
            String known = switch (alike.known()) {
                case REGISTER -> lines.word("registered voters", "electores inscritos");
                case PAST -> lines.word("past lead", "ventaja pasada");
            };
            lines.say(
                    "If they are like those of their stratum and class by {0} ({1} classes, of which {2} to {3} reported): lead {4}.",
                    "Si son como las de su estrato y clase por {0} ({1} clases, de las que reportaron de {2} a {3}): ventaja {4}.",
                    known,
                    alike.classes(),
                    alike.lowestRate(),
                    alike.highestRate(),
                    alike.lead());
        }
        if (other.tilted().size() > 1) {
            String leads = other.tilted().stream()
                    .skip(1)
                    .map(tilted -> lines.numerals().number(tilted.odds(), 2) + ": " + lines.share(tilted.lead()))
                    .collect(java.util.stream.Collectors.joining("; "));
            lines.say(
                    "If the votes decide who is late, the odds of being late multiplied so for each ten points less of lead: {0}.",
                    "Si los votos deciden quién falta, multiplicándose así las posibilidades de faltar por cada diez puntos menos de ventaja: {0}.",
                    leads);
            Double tipping = other.tippingOdds();
            lines.say(
                    tipping == null
                            ? "No odds up to {0} make a tie."
                            : "Odds of {1} make a tie. Nothing that has reported can show whether it is so.",
                    tipping == null
                            ? "Ningún factor hasta {0} hace un empate."
                            : "Un factor de {1} hace un empate. Nada de lo reportado puede mostrar si es así.",
                    lines.numerals().number(LateSensitivity.ODDS_MOST, 0),
                    tipping == null ? "" : lines.numerals().number(tipping, 2));
        }
    }

    private static void strata(Lines lines, QuickEstimate estimate) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                lines.word("stratum", "estrato"),
                lines.word("reported", "reportaron"),
                lines.word("drawn", "sorteadas"),
                ""));
        List<Coverage> lacking = estimate.coverage().stream()
                .filter(stratum -> stratum.reported() < stratum.planned())
                .toList();
        for (Coverage stratum : lacking.subList(0, Math.min(STRATA_MOST, lacking.size()))) {
            rows.add(List.of(
                    stratum.stratum(),
                    lines.numerals().number(stratum.reported()),
                    lines.numerals().number(stratum.planned()),
                    stratum.isMerged() ? lines.word("merged into ", "unido a ") + stratum.group() : ""));
        }
        if (lacking.isEmpty()) {
            lines.say(
                    "All {0} strata have reported whole.",
                    "Los {0} estratos reportaron completos.",
                    estimate.coverage().size());
        } else {
            lines.say(
                    "{0} of {1} strata have not reported whole:",
                    "{0} de {1} estratos no reportaron completos:",
                    lacking.size(),
                    estimate.coverage().size());
            lines.table(rows);
            if (lacking.size() > STRATA_MOST) {
                lines.say("  ... and {0} more", "  ... y {0} más", lacking.size() - STRATA_MOST);
            }
        }
    }
}
