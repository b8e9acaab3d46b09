package org.cotejo.audit.boxes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.cotejo.audit.risk.BatchAudit;
import org.cotejo.audit.risk.BatchBounds;
import org.cotejo.audit.risk.BatchContest;
import org.cotejo.audit.risk.BatchCount;
import org.cotejo.audit.risk.PValues;
import org.cotejo.base.Fraction;
import org.cotejo.base.Sentence;
import org.cotejo.custody.AuditDraw;
import org.cotejo.custody.AuditPlan;
import org.cotejo.custody.BallotManifest;
import org.cotejo.custody.BoxCount;
import org.cotejo.custody.BoxCounts;
import org.cotejo.definition.StationCode;
import org.jspecify.annotations.Nullable;

/** Says what an audit answers once all its entries were taken in. */
final class AuditJudge {
    private final AuditFold fold;

    AuditJudge(AuditFold fold) {
        this.fold = fold;
    }

    /** A verdict with what it rests on, and what the figures say to the state. */
    private record Answer(
            AuditVerdict verdict, Sentence why, @Nullable AuditEvent event) {}

    AuditReport report() {
        Answer fault = fault();
        AuditPlan plan = fold.plan;
        BoxClaim.Auditable claim = fold.claim;
        if (plan == null || claim == null) {
            Answer answer = fault != null
                    ? fault
                    : new Answer(
                            AuditVerdict.NOT_YET,
                            new Sentence("nothing is committed to yet", "aún no se ha comprometido nada"),
                            null);
            return report(answer, 0, List.of(), List.of());
        }
        BatchAudit math = new BatchAudit(bounds(claim, plan));
        List<BatchAudit.Draw> reckoned = reckoned(claim);
        List<TestHistory> tests = isOverfull()
                ? unbounded(plan, reckoned.size())
                : tests(math, plan, reckoned, bounds(claim, plan).isSafe());
        Answer answer = fault != null ? fault : published(answer(math, claim, plan, reckoned, tests.getFirst()));
        return report(answer, reckoned.size(), boxes(claim, math), tests);
    }

    private static BatchBounds.Known bounds(BoxClaim.Auditable claim, AuditPlan plan) {
        return AuditPlanner.bounds(claim, plan.winners().size());
    }

    private AuditReport report(Answer answer, int reckoned, List<BoxReport> boxes, List<TestHistory> tests) {
        AuditState state = answer.event() == null
                ? fold.state()
                : fold.state().after(answer.event()).orElse(fold.state());
        return new AuditReport(
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
                reckoned,
                boxes,
                tests,
                fold.claim == null ? List.of() : BoundNote.of(fold.isRegisterImported, fold.claim.manifest()));
    }

    private @Nullable Answer fault() {
        return fold.gravest()
                .map(found -> new Answer(
                        found.fault().weight() == AuditFault.Weight.VOID ? AuditVerdict.VOID : AuditVerdict.NOT_SHOWN,
                        found.sentence(),
                        null))
                .orElse(null);
    }

    /** What is confirmed where no public log held the plan before the seed is so for those present alone. */
    private Answer published(Answer answer) {
        return fold.isUnpublished() && answer.verdict() == AuditVerdict.CONFIRMED
                ? new Answer(AuditVerdict.UNPUBLISHED, answer.why(), null)
                : answer;
    }

    /** Whether the newest count of any box says that it holds more than it can. */
    private boolean isOverfull() {
        return fold.counts.values().stream().anyMatch(counts -> counts.getLast().state() == BoxCount.State.OVERFULL);
    }

    private @Nullable BoxCount newest(StationCode station) {
        List<BoxCount> all = fold.counts.get(station);
        return all == null ? null : all.getLast();
    }

    /** The draws up to the first whose box is still out: leaving one out would let the counters choose. */
    private List<BatchAudit.Draw> reckoned(BoxClaim.Auditable claim) {
        List<BatchAudit.Draw> draws = new ArrayList<>();
        AuditDraw drawn = fold.draw();
        for (StationCode station : drawn == null ? List.<StationCode>of() : drawn.draws()) {
            BoxCount count = newest(station);
            if (count == null) {
                break;
            }
            draws.add(new BatchAudit.Draw(claim.manifest().find(station), mathOf(count)));
        }
        return draws;
    }

    private BatchCount mathOf(BoxCount count) {
        return count.state() == BoxCount.State.COUNTED
                ? new BatchCount.Counted(votes(count))
                : new BatchCount.Missing();
    }

    private List<Long> votes(BoxCount count) {
        var contest = Objects.requireNonNull(fold.contest);
        return CountRule.votes(BoxCounts.figuresOf(contest), count, contest);
    }

    /** Every test where the bounds can't be trusted: P is 1, whatever the boxes hold. */
    private static List<TestHistory> unbounded(AuditPlan plan, int draws) {
        List<TestHistory> tests = new ArrayList<>();
        for (AuditPlan.Test test : AuditPlan.Test.values()) {
            boolean isBinding = test == plan.test();
            tests.add(
                    isBinding ? 0 : tests.size(),
                    new TestHistory(test, isBinding, Collections.nCopies(draws, 1.0), 1, null));
        }
        return tests;
    }

    private static List<TestHistory> tests(
            BatchAudit math, AuditPlan plan, List<BatchAudit.Draw> draws, boolean isSafe) {
        List<TestHistory> tests = new ArrayList<>();
        BatchAudit.Assessment assessment = isSafe ? null : math.assess(draws);
        for (AuditPlan.Test test : AuditPlan.Test.values()) {
            boolean isBinding = test == plan.test();
            TestHistory history;
            if (assessment == null) {
                history = new TestHistory(test, isBinding, List.of(), 0, 0);
            } else {
                PValues p = assessment.by(AuditPlanner.mathOf(test));
                OptionalInt further =
                        math.further(AuditPlanner.mathOf(test), plan.limit().doubleValue(), draws);
                history = new TestHistory(
                        test,
                        isBinding,
                        p.stream().boxed().toList(),
                        p.anytime(),
                        further.isPresent() ? further.getAsInt() : null);
            }
            tests.add(isBinding ? 0 : tests.size(), history);
        }
        return tests;
    }

    private Answer answer(
            BatchAudit math,
            BoxClaim.Auditable claim,
            AuditPlan plan,
            List<BatchAudit.Draw> draws,
            TestHistory binding) {
        return switch (fold.state()) {
            case AuditState.Planned _, AuditState.Committed _ ->
                new Answer(
                        AuditVerdict.NOT_YET,
                        new Sentence("the seed is not thrown yet", "aún no se echó la semilla"),
                        null);
            case AuditState.Seeded _ ->
                new Answer(AuditVerdict.NOT_YET, new Sentence("nothing is drawn yet", "aún no se sorteó nada"), null);
            case AuditState.FullCount _ -> fullCount(claim, plan);
            case AuditState.Counting _, AuditState.Confirmed _, AuditState.Refuted _ ->
                sample(math, claim, plan, draws, binding);
        };
    }

    private Answer sample(
            BatchAudit math,
            BoxClaim.Auditable claim,
            AuditPlan plan,
            List<BatchAudit.Draw> draws,
            TestHistory binding) {
        if (isOverfull() || !bounds(claim, plan).isSafe() && math.assess(draws).isBroken()) {
            return broken();
        }
        if (binding.smallest() <= plan.limit().doubleValue()) {
            return new Answer(
                    AuditVerdict.CONFIRMED,
                    bounds(claim, plan).isSafe()
                            ? new Sentence(
                                    "all boxes together can't hold an error that turns the outcome",
                                    "todas las cajas juntas no pueden tener un error que cambie el resultado")
                            : new Sentence(
                                            "{0} draws on record, P {1}, risk limit {2}",
                                            "{0} sorteos anotados, P {1}, límite de riesgo {2}")
                                    .with(
                                            draws.size(),
                                            shown(binding.smallest()),
                                            plan.limit().toPlainString()),
                    new AuditEvent.LimitReached());
        }
        long out = Objects.requireNonNull(fold.draw()).draws().stream()
                .distinct()
                .filter(station -> newest(station) == null)
                .count();
        if (out > 0) {
            return new Answer(
                    AuditVerdict.NOT_YET,
                    new Sentence(
                                    "{0} boxes that were drawn are still out; P is {1} so far",
                                    "faltan {0} cajas sorteadas; P es {1} hasta ahora")
                            .with(out, shown(binding.smallest())),
                    null);
        }
        Integer further = binding.further();
        if (further == null) {
            return new Answer(
                    AuditVerdict.FULL_COUNT_NEEDED,
                    new Sentence(
                                    "P is {0}, and no number of clean boxes brings it down to {1}",
                                    "P es {0}, y ninguna cantidad de cajas limpias la baja a {1}")
                            .with(shown(binding.smallest()), plan.limit().toPlainString()),
                    null);
        }
        return new Answer(
                AuditVerdict.NOT_YET,
                new Sentence(
                                "P is {0}; {1} more draws would do if their boxes are clean",
                                "P es {0}; bastarían {1} sorteos más si sus cajas están limpias")
                        .with(shown(binding.smallest()), further),
                null);
    }

    private static Answer broken() {
        return new Answer(
                AuditVerdict.FULL_COUNT_NEEDED,
                new Sentence(
                        "a box holds more than it can, so none of the bounds can be trusted",
                        "una caja tiene más de lo que puede, así que no se puede confiar en ninguna cota"),
                null);
    }

    /** A probability with three digits, for a sentence. */
    static String shown(double p) {
        return p >= 0.001 || p == 0
                ? new java.math.BigDecimal(p)
                        .round(new java.math.MathContext(3))
                        .stripTrailingZeros()
                        .toPlainString()
                : String.format(java.util.Locale.ROOT, "%.2e", p);
    }

    /** Every box: what was not counted may hold anything up to its bound. */
    private Answer fullCount(BoxClaim.Auditable claim, AuditPlan plan) {
        int candidates = claim.results().candidates().size();
        long[] votes = new long[candidates];
        long unknown = plan.unauditable();
        int out = 0;
        for (BallotManifest.Box box : claim.manifest().boxes()) {
            BoxCount count = newest(box.station());
            out += count == null ? 1 : 0;
            if (count == null || count.state() != BoxCount.State.COUNTED) {
                unknown += box.ballotsAtMost();
                continue;
            }
            List<Long> counted = votes(count);
            for (int c = 0; c < candidates; c++) {
                votes[c] += counted.get(c);
            }
        }
        if (isOverfull()) {
            return overfull(out);
        }
        BatchContest contest = claim.contest(plan.winners().size());
        long smallest = contest.pairs().stream()
                .mapToLong(pair -> votes[pair.winner()] - votes[pair.loser()])
                .min()
                .orElseThrow();
        if (smallest > unknown) {
            return new Answer(
                    AuditVerdict.CONFIRMED,
                    new Sentence(
                                    "counted by hand, the smallest lead is {0} votes; boxes that were not counted hold {1} ballots at most",
                                    "contada a mano, la menor ventaja es de {0} votos; las cajas no contadas tienen a lo sumo {1} papeletas")
                            .with(smallest, unknown),
                    new AuditEvent.FullCountAgreed());
        }
        if (out == 0 && smallest < 0 && -smallest > unknown) {
            return new Answer(
                    AuditVerdict.REFUTED,
                    new Sentence(
                                    "counted by hand, a claimed winner is {0} votes behind; boxes that were not counted hold {1} ballots at most",
                                    "contado a mano, un ganador afirmado queda {0} votos atrás; las cajas no contadas tienen a lo sumo {1} papeletas")
                            .with(-smallest, unknown),
                    new AuditEvent.FullCountContradicted());
        }
        return new Answer(
                out > 0 ? AuditVerdict.NOT_YET : AuditVerdict.FULL_COUNT_NEEDED,
                new Sentence(
                                "{0} boxes are still out; those not counted hold {1} ballots at most, and the smallest lead is {2}",
                                "faltan {0} cajas; las no contadas tienen a lo sumo {1} papeletas, y la menor ventaja es {2}")
                        .with(out, unknown, smallest),
                null);
    }

    /** A box that holds more than its bound, nobody knows how much more: it can turn any lead. */
    private Answer overfull(int out) {
        long overfull = fold.counts.values().stream()
                .filter(counts -> counts.getLast().state() == BoxCount.State.OVERFULL)
                .count();
        return new Answer(
                AuditVerdict.FULL_COUNT_NEEDED,
                new Sentence(
                                "{0} boxes hold more than they can, and nobody knows how much more, so no lead suffices; {1} boxes are still out",
                                "{0} cajas tienen más de lo que pueden, y nadie sabe cuánto más, así que ninguna ventaja basta; faltan {1} cajas")
                        .with(overfull, out),
                null);
    }

    private List<BoxReport> boxes(BoxClaim.Auditable claim, BatchAudit math) {
        AuditDraw drawn = fold.draw();
        if (drawn == null) {
            return List.of();
        }
        Map<StationCode, List<Integer>> numbers = new LinkedHashMap<>();
        for (int i = 0; i < drawn.draws().size(); i++) {
            numbers.computeIfAbsent(drawn.draws().get(i), _ -> new ArrayList<>())
                    .add(i + 1);
        }
        if (drawn.isFull()) {
            claim.manifest().boxes().forEach(box -> numbers.putIfAbsent(box.station(), List.of()));
        }
        List<BoxReport> boxes = new ArrayList<>();
        numbers.forEach((station, draws) -> boxes.add(box(claim, math, station, draws)));
        return boxes;
    }

    private BoxReport box(BoxClaim.Auditable claim, BatchAudit math, StationCode station, List<Integer> draws) {
        int place = claim.manifest().find(station);
        int result = claim.results().find(station);
        List<Long> claimed = result < 0
                ? List.of()
                : IntStream.range(0, claim.results().candidates().size())
                        .mapToObj(c -> (long) claim.results().votes(result, c))
                        .toList();
        List<BoxCount> all = fold.counts.getOrDefault(station, List.of());
        @Nullable BoxCount count = newest(station);
        @Nullable
        Fraction taint = count == null || math.nullMean() <= 0
                ? null
                : math.taint(new BatchAudit.Draw(place, mathOf(count))).taint();
        return new BoxReport(
                claim.manifest().boxes().get(place),
                claimed,
                draws,
                count,
                all.isEmpty() ? List.of() : all.subList(0, all.size() - 1),
                count == null || count.counts().isEmpty() ? List.of() : votes(count),
                taint);
    }
}
