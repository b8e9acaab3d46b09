package org.cotejo.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cotejo.audit.boxes.AuditReport;
import org.cotejo.audit.boxes.BoxClaim;
import org.cotejo.audit.boxes.BoxReport;
import org.cotejo.audit.boxes.TestHistory;
import org.cotejo.audit.plot.Chart;
import org.cotejo.base.Sentence;
import org.cotejo.custody.AuditPlan;
import org.cotejo.custody.BoxCount;
import org.cotejo.definition.CandidateId;

/** The page of audits: what can be audited at all, and each audit with its plan, its draw, what was found, and what follows. */
record AuditsPage(Page page, List<Announced> announced, List<AuditReport> audits, List<EvidenceView> evidence) {
    /** Most boxes of an audit that the page lists; the data has all. */
    private static final int BOXES_MOST = 1_000;

    /** Whether what was announced in a contest can be audited. */
    record Announced(String contest, boolean isAuditable, String why) {}

    static AuditsPage of(Page page) {
        Election election = page.election();
        List<Announced> announced = new ArrayList<>();
        for (int i = 0; i < election.races().size(); i++) {
            Race race = election.races().get(i);
            Sentence why = election.obstacles().get(i).orElse(null);
            announced.add(new Announced(
                    race.title(),
                    why == null,
                    why == null ? "" : Words.begun(page.words().in(why))));
        }
        return new AuditsPage(
                page,
                announced,
                election.input().audits().boxes(),
                election.input().audits().evidence().stream()
                        .map(audit -> new EvidenceView(page, audit))
                        .toList());
    }

    Words words() {
        return page.words();
    }

    boolean isOpen(AuditReport audit) {
        return audit.plan() != null && audit.claim() != null;
    }

    String claim(AuditReport audit) {
        return words().in(plan(audit).claim().sentence());
    }

    AuditPlan plan(AuditReport audit) {
        return Objects.requireNonNull(audit.plan());
    }

    /** What the plan fixes, line by line. */
    List<String> facts(AuditReport audit) {
        AuditPlan plan = plan(audit);
        BoxClaim.Auditable claim = audit.audited();
        List<String> facts = new ArrayList<>();
        facts.add(
                words().say("auditpage.boxes", claim.manifest().boxes().size(), claim.phantoms(), claim.unauditable()));
        for (CandidateId winner : plan.winners()) {
            for (CandidateId loser : plan.losers()) {
                long margin = votes(claim, winner) - votes(claim, loser) - claim.unauditable();
                facts.add(words().say("auditpage.pair", name(plan, winner), name(plan, loser), margin));
            }
        }
        facts.add(words().say(
                        "auditpage.test",
                        words().decimal(plan.limit().movePointRight(2).stripTrailingZeros()),
                        plan.test().key(),
                        words().decimal(plan.totalBound().decimal(3)),
                        plan.draws()));
        if (audit.seed() != null) {
            facts.add(words().say("auditpage.seed", audit.seed().text()));
        }
        return facts;
    }

    private static long votes(BoxClaim.Auditable claim, CandidateId candidate) {
        return claim.results().total(claim.results().candidates().indexOf(candidate));
    }

    private String name(AuditPlan plan, CandidateId id) {
        return page.election().races().stream()
                .filter(race -> race.contest().id().equals(plan.contest()))
                .flatMap(race -> race.contest().candidates().stream())
                .filter(candidate -> candidate.id().equals(id))
                .map(candidate -> candidate.name())
                .findFirst()
                .orElse(id.value());
    }

    boolean hasChart(AuditReport audit) {
        return RiskChart.hasDraws(audit);
    }

    /** P over the draws; its number in the list of audits makes its id. */
    Chart chart(AuditReport audit) {
        return RiskChart.of(audit, "risk-" + (audits.indexOf(audit) + 1));
    }

    String test(TestHistory test) {
        Integer further = test.further();
        return words().say(
                        test.isBinding() ? "auditpage.binding" : "auditpage.other",
                        test.test().key(),
                        words().chance(test.last()),
                        test.p().size(),
                        further == null ? Words.NONE : words().number(further));
    }

    List<BoxReport> boxes(AuditReport audit) {
        return audit.boxes().stream().limit(BOXES_MOST).toList();
    }

    int more(AuditReport audit) {
        return Math.max(0, audit.boxes().size() - BOXES_MOST);
    }

    String draws(BoxReport box) {
        return box.draws().stream().map(String::valueOf).collect(java.util.stream.Collectors.joining(", "));
    }

    String state(BoxReport box) {
        BoxCount count = box.count();
        return page.say("box." + (count == null ? "OUT" : count.state().name()));
    }

    /** The first winner and the first loser of the plan, whose votes the table shows; the data has all. */
    String shown(AuditReport audit) {
        AuditPlan plan = plan(audit);
        return name(plan, plan.winners().getFirst()) + " · "
                + name(plan, plan.losers().getFirst());
    }

    String votes(AuditReport audit, List<Long> votes) {
        if (votes.isEmpty()) {
            return Words.NONE;
        }
        List<CandidateId> candidates = audit.audited().results().candidates();
        AuditPlan plan = plan(audit);
        return words().number(votes.get(candidates.indexOf(plan.winners().getFirst()))) + " · "
                + words().number(votes.get(candidates.indexOf(plan.losers().getFirst())));
    }

    String taint(BoxReport box) {
        return box.taint() == null ? Words.NONE : words().decimal(box.taint().decimal(4));
    }
}
