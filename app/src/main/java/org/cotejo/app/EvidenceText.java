package org.cotejo.app;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cotejo.audit.boxes.AuditFault;
import org.cotejo.audit.evidence.EvidenceOutcome;
import org.cotejo.audit.evidence.EvidenceReport;
import org.cotejo.audit.evidence.EvidenceStation;
import org.cotejo.base.Sentence;
import org.cotejo.custody.EvidenceAsk;
import org.cotejo.custody.EvidencePlan;

/** Prints an audit of the evidence for a person. */
final class EvidenceText {
    private static final int SHOWN_MOST = 40;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Console console;

    EvidenceText(Console console) {
        this.console = console;
    }

    /** What a plan fixes. */
    void plan(EvidencePlan plan) {
        console.print(new Sentence(
                        "Audit {0} of the evidence for {1}, contest {2}",
                        "Auditoría {0} de la evidencia de {3}, contienda {2}")
                .with(
                        plan.audit(),
                        plan.claim().sentence().en(),
                        plan.contest(),
                        plan.claim().sentence().es()));
        console.print(new Sentence(
                        "  {0} sheets; {1} before {2}: lead {3}", "  {0} actas; {1} por delante de {2}: ventaja {3}")
                .with(plan.sheets(), plan.winner(), plan.losers().getFirst(), plan.lead()));
        console.print(new Sentence(
                        "  false sheets needed to turn it: {0}; with the {1} voters of stations without a sheet at"
                                + " their worst: {2}",
                        "  actas falsas necesarias para darla vuelta: {3}; con los {4} electores de mesas sin acta en"
                                + " su peor caso: {5}")
                .with(
                        needed(plan.fewest(), plan, "unknown"),
                        plan.outside() == null ? "unknown" : plan.outside(),
                        needed(plan.fewestOutside(), plan, "unknown"),
                        needed(plan.fewest(), plan, "no se sabe"),
                        plan.outside() == null ? "?" : plan.outside(),
                        needed(plan.fewestOutside(), plan, "no se sabe")));
        console.print(new Sentence(
                        "  confidence {0} %; stations to draw: {1}; sides that must agree: {2}",
                        "  confianza {0} %; mesas por sortear: {1}; partes que deben coincidir: {2}")
                .with(
                        percent(plan.confidence()),
                        plan.stages().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                        plan.sides()));
        console.print(new Sentence("  asked for: {0}", "  se pide: {0}")
                .with(plan.asked().stream().map(EvidenceAsk::toString).collect(Collectors.joining(", "))));
    }

    private static String needed(@org.jspecify.annotations.Nullable Integer fewest, EvidencePlan plan, String unknown) {
        return fewest == null ? unknown : fewest > plan.sheets() ? "> " + plan.sheets() : fewest.toString();
    }

    private static String percent(BigDecimal share) {
        return share.multiply(HUNDRED)
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The stations whose papers are asked for, place by place. */
    void pullList(EvidenceReport audit) {
        Map<String, List<EvidenceStation>> byPlace = new TreeMap<>();
        for (EvidenceStation station : audit.stations()) {
            byPlace.computeIfAbsent(station.place(), _ -> new ArrayList<>()).add(station);
        }
        console.print(new Sentence("{0} stations:", "{0} mesas:")
                .with(audit.stations().size()));
        byPlace.forEach((place, stations) -> {
            console.print("  " + (place.isEmpty() ? "-" : place));
            stations.forEach(station -> console.print("    " + station.station()
                    + (station.outcome() == EvidenceOutcome.OUT
                            ? ""
                            : "  [" + station.outcome().key() + "]")));
        });
    }

    /** Says which audit of its claim one is, where it is not the first. */
    void earlier(List<EvidenceReport> all, EvidenceReport audit) {
        EvidencePlan plan = audit.plan();
        if (plan != null) {
            PlanMaking.earlier(console, all, audit.id(), plan.contest(), plan.claim());
        }
    }

    /** What it answers, and what that rests on. */
    void risk(EvidenceReport audit) {
        EvidencePlan plan = audit.plan();
        if (plan != null && audit.claim() != null) {
            plan(plan);
            audit.limits().forEach(this::limit);
            outcomes(audit);
        } else {
            console.print(new Sentence("Audit {0}", "Auditoría {0}").with(audit.id()));
        }
        for (AuditFault.Found found : audit.faults()) {
            console.print("  " + found.fault().code() + "  " + found.sentence().in(console.language()));
        }
        audit.notes().forEach(note -> PlanMaking.note(console, note));
        Sentence why = audit.why().capitalised();
        console.print(new Sentence("{0}. {1}.", "{2}. {3}.")
                .with(
                        audit.verdict().sentence().en(),
                        why.en(),
                        audit.verdict().sentence().es(),
                        why.es()));
    }

    private void limit(EvidenceReport.Limit limit) {
        console.print((limit.confidence() == 1
                        ? new Sentence(
                                "  all {0} sheets: {1} do not match or were not shown ({2} of them still out)",
                                "  las {0} actas: {1} no coinciden o no se mostraron ({2} de ellas aún no constan)")
                        : new Sentence(
                                "  {0} drawn: {1} do not match or were not shown ({2} of them still out): with"
                                        + " confidence {4} % at most {3} false",
                                "  {0} sorteadas: {1} no coinciden o no se mostraron ({2} de ellas aún no constan):"
                                        + " con confianza {4} % a lo sumo {3} falsas"))
                .with(
                        limit.checked(),
                        limit.mismatches(),
                        limit.out(),
                        limit.atMost(),
                        percent(BigDecimal.valueOf(limit.confidence()))));
    }

    private void outcomes(EvidenceReport audit) {
        for (EvidenceOutcome outcome : EvidenceOutcome.values()) {
            int number = audit.count(outcome);
            if (number > 0) {
                console.print("  " + number + " " + outcome.sentence().in(console.language()));
            }
        }
        audit.refusals()
                .forEach((body, number) ->
                        console.print(new Sentence("  papers not shown by {0}: {1}", "  papeles que no mostró {0}: {1}")
                                .with(body, number)));
        List<EvidenceStation> bad = audit.stations().stream()
                .filter(station -> station.outcome() == EvidenceOutcome.DIFFERS
                        || station.outcome() == EvidenceOutcome.NOT_PRODUCED)
                .toList();
        bad.stream().limit(SHOWN_MOST).forEach(this::station);
        if (bad.size() > SHOWN_MOST) {
            console.print(
                    new Sentence("    ... and {0} more (--json has all)", "    ... y {0} más (--json las trae todas)")
                            .with(bad.size() - SHOWN_MOST));
        }
    }

    private void station(EvidenceStation station) {
        StringBuilder line = new StringBuilder("    ")
                .append(station.station())
                .append("  ")
                .append(station.outcome().sentence().in(console.language()));
        if (!station.differing().isEmpty()) {
            line.append(": ").append(String.join(", ", station.differing()));
        }
        for (EvidenceStation.Held held : station.papers()) {
            if (!held.isAgreeing()) {
                line.append("; ").append(held.ask()).append(' ').append(what(held));
            }
        }
        console.print(line.toString());
    }

    private String what(EvidenceStation.Held held) {
        if (held.paper() == null) {
            return new Sentence("awaited", "se espera").in(console.language());
        }
        return held.isProduced()
                ? held.votes().toString()
                : held.paper().state().sentence().in(console.language());
    }
}
