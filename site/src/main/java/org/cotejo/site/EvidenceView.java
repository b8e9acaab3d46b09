package org.cotejo.site;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cotejo.audit.evidence.EvidenceOutcome;
import org.cotejo.audit.evidence.EvidenceReport;
import org.cotejo.audit.evidence.EvidenceStation;
import org.cotejo.custody.EvidenceAsk;
import org.cotejo.custody.EvidencePlan;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.Contest;
import org.cotejo.definition.Custodian;
import org.cotejo.definition.CustodianId;

/** One audit of the evidence as its page shows it: plan, limits, and each drawn sheet beside the papers that were asked for. */
record EvidenceView(Page page, EvidenceReport audit) {
    /** Most stations of an audit that the page lists; the data has all. */
    private static final int STATIONS_MOST = 1_000;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    Words words() {
        return page.words();
    }

    boolean isOpen() {
        return audit.plan() != null && audit.claim() != null;
    }

    String title() {
        EvidencePlan plan = audit.plan();
        return plan == null
                ? audit.id()
                : words().say("evidence.of", audit.id(), words().in(plan.claim().sentence()));
    }

    String verdict() {
        return words().in(audit.verdict().sentence());
    }

    String why() {
        return words().in(audit.why().capitalised());
    }

    /** What the plan fixes, line by line. */
    List<String> facts() {
        EvidencePlan plan = java.util.Objects.requireNonNull(audit.plan());
        List<String> facts = new ArrayList<>();
        facts.add(words().say(
                        "evidence.sheets",
                        plan.sheets(),
                        name(plan.winner().value()),
                        name(plan.losers().getFirst().value()),
                        plan.lead()));
        Integer fewest = plan.fewest();
        facts.add(
                fewest == null
                        ? words().say("evidence.fewest.unknown")
                        : fewest > plan.sheets()
                                ? words().say("evidence.fewest.never")
                                : words().say("evidence.fewest", fewest));
        Integer outside = plan.fewestOutside();
        if (plan.outside() != null && outside != null) {
            facts.add(
                    outside == 0
                            ? words().say("evidence.outside.open", plan.outside())
                            : words().say("evidence.outside", plan.outside(), outside));
        }
        facts.add(words().say(
                        "evidence.stages",
                        percent(plan.confidence()),
                        plan.stages().stream().map(words()::number).collect(Collectors.joining(", "))));
        facts.add(words().say(
                        "evidence.asked",
                        plan.asked().stream().map(this::asked).collect(Collectors.joining("; ")),
                        plan.sides()));
        if (audit.seed() != null) {
            facts.add(words().say("auditpage.seed", audit.seed().text()));
        }
        return facts;
    }

    private String percent(BigDecimal share) {
        return words().decimal(share.multiply(HUNDRED).stripTrailingZeros());
    }

    /** A paper with the name of the body that it is asked of. */
    String asked(EvidenceAsk ask) {
        return body(ask.custodian()) + ": " + words().in(ask.paper().sentence());
    }

    private String body(CustodianId id) {
        return page.election()
                .dossier()
                .definition()
                .custodian(id)
                .map(Custodian::name)
                .orElse(id.value());
    }

    /** How many sheets agree, differ, are not produced or still out. */
    List<String> counts() {
        List<String> counts = new ArrayList<>();
        for (EvidenceOutcome outcome : EvidenceOutcome.values()) {
            int number = audit.count(outcome);
            if (number > 0) {
                counts.add(words().number(number) + " " + words().in(outcome.sentence()));
            }
        }
        audit.refusals().forEach((body, number) -> counts.add(words().say("evidence.refused", body(body), number)));
        return counts;
    }

    List<String> limits() {
        return audit.limits().stream()
                .map(limit -> words().say(
                                limit.confidence() == 1 ? "evidence.limit.all" : "evidence.limit",
                                limit.checked(),
                                limit.mismatches(),
                                limit.atMost(),
                                words().decimal(BigDecimal.valueOf(limit.confidence())
                                        .multiply(HUNDRED)
                                        .setScale(2, RoundingMode.HALF_UP)
                                        .stripTrailingZeros())))
                .toList();
    }

    List<EvidenceStation> stations() {
        return audit.stations().stream().limit(STATIONS_MOST).toList();
    }

    int more() {
        return Math.max(0, audit.stations().size() - STATIONS_MOST);
    }

    String outcome(EvidenceStation station) {
        List<String> figures = station.differing().stream().map(this::figure).toList();
        String said = words().in(station.outcome().sentence());
        return figures.isEmpty() ? said : said + ": " + String.join(", ", figures);
    }

    private String figure(String figure) {
        return switch (figure) {
            case "null" -> page.say("figure.NULL");
            case "blank" -> page.say("figure.BLANK");
            default -> name(figure);
        };
    }

    /** One paper of a station in words: who, what became of it, and its votes for the first two where it differs. */
    String paper(EvidenceStation.Held held) {
        String state = held.paper() == null
                ? words().say("evidence.awaited")
                : held.isAgreeing()
                        ? words().in(EvidenceOutcome.AGREES.sentence())
                        : held.isProduced()
                                ? votes(held.votes())
                                : words().in(held.paper().state().sentence());
        return asked(held.ask()) + " — " + state;
    }

    /** Votes of the first and the second by the sheets. */
    String votes(java.util.List<Long> votes) {
        EvidencePlan plan = java.util.Objects.requireNonNull(audit.plan());
        Contest contest = audit.auditedContest();
        return words().number(votes.get(contest.indexOf(plan.winner()))) + " · "
                + words().number(votes.get(contest.indexOf(plan.losers().getFirst())));
    }

    /** Whose votes {@link #votes} shows. */
    String shown() {
        EvidencePlan plan = java.util.Objects.requireNonNull(audit.plan());
        return name(plan.winner().value()) + " · "
                + name(plan.losers().getFirst().value());
    }

    private String name(String candidate) {
        Contest contest = audit.contest();
        return contest == null
                ? candidate
                : contest.candidates().stream()
                        .filter(one -> one.id().value().equals(candidate))
                        .map(Candidate::name)
                        .findFirst()
                        .orElse(candidate);
    }
}
