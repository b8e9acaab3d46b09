package org.cotejo.audit.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotejo.audit.boxes.AuditEvent;
import org.cotejo.audit.boxes.AuditFault;
import org.cotejo.audit.boxes.AuditState;
import org.cotejo.audit.boxes.BoundNote;
import org.cotejo.audit.copies.ForgerBound;
import org.cotejo.base.Sentence;
import org.cotejo.custody.AuditDraw;
import org.cotejo.custody.EvidenceAsk;
import org.cotejo.custody.EvidencePaper;
import org.cotejo.custody.EvidencePlan;
import org.cotejo.definition.SideId;
import org.cotejo.definition.StationCode;
import org.jspecify.annotations.Nullable;

/** Says what an audit of the evidence answers once all its entries were taken in. */
final class EvidenceJudge {
    private final EvidenceFold fold;

    EvidenceJudge(EvidenceFold fold) {
        this.fold = fold;
    }

    EvidenceReport report() {
        EvidenceClaim.Sheets claim = fold.claim;
        EvidencePlan plan = fold.plan;
        if (claim == null || plan == null) {
            EvidenceAnswer answer = EvidenceAnswer.of(
                    EvidenceVerdict.NOT_YET,
                    new Sentence("nothing is committed to yet", "aún no se ha comprometido nada"));
            return report(faulty(answer), List.of(), List.of(), List.of());
        }
        List<EvidenceStation> stations = stations(claim, plan);
        List<EvidenceReport.Limit> limits = limits(claim, plan, stations);
        EvidenceAnswer answer = new EvidenceAnswers(plan, claim, isFull(), stations, limits).answer(fold.state());
        return report(faulty(published(answer)), stations, limits, notes(claim, stations));
    }

    private boolean isFull() {
        AuditDraw draw = fold.draw();
        return draw != null && draw.isFull();
    }

    private EvidenceReport report(
            EvidenceAnswer answer,
            List<EvidenceStation> stations,
            List<EvidenceReport.Limit> limits,
            List<Sentence> notes) {
        AuditEvent event = answer.event();
        AuditState state =
                event == null ? fold.state() : fold.state().after(event).orElse(fold.state());
        return new EvidenceReport(
                fold.id(),
                fold.steps(),
                state,
                answer.verdict(),
                answer.why(),
                fold.faults(),
                fold.plan,
                fold.claim,
                fold.contest,
                fold.seed(),
                fold.draw(),
                stations,
                limits,
                notes);
    }

    /** Whatever the figures say, an audit whose rules were not kept says nothing. */
    private EvidenceAnswer faulty(EvidenceAnswer answer) {
        return fold.gravest()
                .map(found -> EvidenceAnswer.of(
                        found.fault().weight() == AuditFault.Weight.VOID
                                ? EvidenceVerdict.VOID
                                : EvidenceVerdict.NOT_SHOWN,
                        found.sentence()))
                .orElse(answer);
    }

    private EvidenceAnswer published(EvidenceAnswer answer) {
        boolean isGood = answer.verdict() == EvidenceVerdict.HOLDS || answer.verdict() == EvidenceVerdict.SHEETS_HOLD;
        return fold.isUnpublished() && isGood ? EvidenceAnswer.of(EvidenceVerdict.UNPUBLISHED, answer.why()) : answer;
    }

    private List<EvidenceStation> stations(EvidenceClaim.Sheets claim, EvidencePlan plan) {
        AuditDraw drawn = fold.draw();
        if (drawn == null) {
            return List.of();
        }
        List<EvidenceStation> stations = new ArrayList<>();
        for (int i = 0; i < drawn.draws().size(); i++) {
            stations.add(station(claim, plan, drawn.draws().get(i), i + 1));
        }
        if (drawn.isFull()) {
            Set<StationCode> sampled = new HashSet<>(drawn.draws());
            IntStream.range(0, claim.size())
                    .mapToObj(claim.results()::station)
                    .filter(code -> !sampled.contains(code))
                    .forEach(code -> stations.add(station(claim, plan, code, 0)));
        }
        return stations;
    }

    private EvidenceStation station(EvidenceClaim.Sheets claim, EvidencePlan plan, StationCode code, int number) {
        List<EvidenceStation.Held> papers =
                plan.asked().stream().map(ask -> held(code, ask)).toList();
        int row = claim.results().find(code);
        return new EvidenceStation(
                code,
                claim.placeOf(code),
                number,
                IntStream.range(0, claim.results().candidates().size())
                        .mapToObj(c -> (long) claim.results().votes(row, c))
                        .toList(),
                outcome(papers, plan.sides()),
                papers);
    }

    private EvidenceStation.Held held(StationCode code, EvidenceAsk ask) {
        List<EvidencePaper> all = fold.papers.getOrDefault(new EvidenceFold.Key(code, ask), List.of());
        @Nullable EvidencePaper newest = all.isEmpty() ? null : all.getLast();
        PaperRule rule = Objects.requireNonNull(fold.rule);
        return new EvidenceStation.Held(
                ask,
                Objects.requireNonNull(fold.sides.get(ask)),
                newest,
                all.size(),
                newest == null ? List.of() : rule.votes(newest),
                newest == null ? List.of() : rule.differing(newest));
    }

    private static EvidenceOutcome outcome(List<EvidenceStation.Held> papers, int sides) {
        if (papers.stream().anyMatch(EvidenceStation.Held::isAgainst)) {
            return EvidenceOutcome.DIFFERS;
        }
        if (papers.stream().anyMatch(held -> held.paper() == null)) {
            return EvidenceOutcome.OUT;
        }
        long agreeing = papers.stream()
                .filter(EvidenceStation.Held::isAgreeing)
                .map(EvidenceStation.Held::side)
                .distinct()
                .count();
        return agreeing >= sides ? EvidenceOutcome.AGREES : EvidenceOutcome.NOT_PRODUCED;
    }

    /** One limit for each stage that is drawn. What is not on record yet counts against the sheets, so who answers late chooses nothing. */
    private List<EvidenceReport.Limit> limits(
            EvidenceClaim.Sheets claim, EvidencePlan plan, List<EvidenceStation> stations) {
        AuditDraw drawn = fold.draw();
        List<EvidenceReport.Limit> limits = new ArrayList<>();
        double confidence = EvidencePlanner.ofStage(plan);
        for (int stage : plan.stages()) {
            if (drawn != null && stage <= drawn.draws().size()) {
                List<EvidenceStation> some = stations.subList(0, stage);
                int mismatches = mismatches(some.stream());
                limits.add(new EvidenceReport.Limit(
                        stage,
                        confidence,
                        mismatches,
                        out(some.stream()),
                        ForgerBound.of(claim.size(), stage, mismatches, confidence)
                                .atMost()));
            }
        }
        if (isFull()) {
            int mismatches = mismatches(stations.stream());
            limits.add(new EvidenceReport.Limit(claim.size(), 1, mismatches, out(stations.stream()), mismatches));
        }
        return limits;
    }

    private static int mismatches(Stream<EvidenceStation> stations) {
        return (int) stations.filter(station -> station.outcome() != EvidenceOutcome.AGREES)
                .count();
    }

    private static int out(Stream<EvidenceStation> stations) {
        return (int) stations.filter(station -> station.outcome() == EvidenceOutcome.OUT)
                .count();
    }

    private List<Sentence> notes(EvidenceClaim.Sheets claim, List<EvidenceStation> stations) {
        List<Sentence> notes = new ArrayList<>(BoundNote.of(fold.isRegisterImported, claim.bounds()));
        Set<SideId> agreeing = new HashSet<>();
        for (EvidenceStation station : stations) {
            if (station.outcome() == EvidenceOutcome.AGREES) {
                station.papers().stream()
                        .filter(EvidenceStation.Held::isAgreeing)
                        .map(EvidenceStation.Held::side)
                        .forEach(agreeing::add);
            }
        }
        if (agreeing.size() == 1) {
            notes.add(new Sentence(
                            "Every paper that agrees was shown by one side ({0}). Where that side also published the sheet, it agrees with itself: the limit is then worth as much as the custody of these papers",
                            "Todos los papeles que coinciden los mostró una sola parte ({0}). Donde esa parte publicó también el acta, coincide consigo misma: la cota vale entonces lo que valga la custodia de esos papeles")
                    .with(agreeing.iterator().next()));
        }
        return notes;
    }
}
