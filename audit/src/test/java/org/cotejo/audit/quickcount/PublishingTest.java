package org.cotejo.audit.quickcount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import org.cotejo.audit.quickcount.Condition.Answer;
import org.cotejo.audit.quickcount.Condition.Kind;
import org.cotejo.audit.quickcount.Verdict.Call;
import org.cotejo.audit.survey.Estimate;
import org.junit.jupiter.api.Test;

/** What is published, what is too close and what must wait. */
class PublishingTest {
    private static Answer answer(Verdict verdict, Kind kind) {
        return verdict.conditions().stream()
                .filter(condition -> condition.kind() == kind)
                .findFirst()
                .orElseThrow()
                .answer();
    }

    private static Verdict judge(QuickEstimate... updates) {
        return Publisher.judge(PublishingRule.USUAL, List.of(updates));
    }

    /** Strata of four stations out of ten, each with 100 votes of 200 voters; A has so many of them at each. */
    private static QuickDesign design(int strata, boolean isGrouped) {
        List<PlannedStratum> planned = new ArrayList<>();
        List<SamplePoint> points = new ArrayList<>();
        for (int h = 0; h < strata; h++) {
            planned.add(new PlannedStratum("S" + h, 10, isGrouped ? "G" : "S" + h));
            for (int i = 0; i < 4; i++) {
                points.add(SamplePoint.of("S" + h + "." + i, "S" + h, OptionalLong.of(200)));
            }
        }
        return QuickDesign.of(planned, points);
    }

    private static List<Report> reports(QuickDesign design, int forA, int count) {
        List<Report> reports = new ArrayList<>();
        for (SamplePoint point : design.points()) {
            int a = forA + (reports.size() % 2 == 0 ? 1 : -1);
            reports.add(new Report(point.station(), List.of((long) a, 100L - a), 100, null));
        }
        return reports.subList(0, count);
    }

    private static QuickEstimate estimate(QuickDesign design, List<Report> reports) {
        return QuickCount.of(design, List.of("A", "B")).estimate(reports);
    }

    @Test
    void anElectionAsCloseAsMexico2006IsTooCloseWhicheverSampleWasDrawn() {
        SimulatedCountry country = new SimulatedCountry(60, 100, 0.0058, 0.055, 2006);
        assertEquals(0.0058, country.lead(), 0.004);
        Random random = new Random(2);
        for (int i = 0; i < 20; i++) {
            QuickEstimate estimate = country.estimate(country.draw(25, random));
            Estimate lead = Objects.requireNonNull(estimate.lead().estimate());
            assertEquals(0.0054, lead.interval(0.95).half(), 0.0015);
            assertEquals(Call.TOO_CLOSE, judge(estimate).call(), () -> lead.toString());
        }
    }

    @Test
    void theFixedAllowanceAloneHoldsBackALeadThatChanceDoesNot() {
        QuickDesign design = design(3, false);
        QuickEstimate estimate = estimate(design, reports(design, 54, 12));
        assertEquals(Call.PUBLISH, judge(estimate).call());
        PublishingRule strict = new PublishingRule(0.99, 0.08, 3, 0.1);
        assertEquals(Call.TOO_CLOSE, Publisher.judge(strict, List.of(estimate)).call());
    }

    @Test
    void aStratumWithOneReportGivesNoErrorAndMustWait() {
        QuickDesign design = design(3, false);
        QuickEstimate estimate = estimate(design, reports(design, 70, 9));
        assertNull(estimate.lead().estimate());
        assertNull(estimate.jackknife());
        assertEquals(0.4, estimate.lead().value(), 0.01);
        Verdict verdict = judge(estimate);
        assertEquals(Call.NOT_YET, verdict.call());
        assertEquals(Answer.NOT_MET, answer(verdict, Kind.STRATA));
        assertEquals(Answer.CANNOT_SAY, answer(verdict, Kind.CLOSE));
    }

    @Test
    void strataThatThePlanLetsMergeAreMergedOnlyIfTheyMust() {
        QuickDesign design = design(3, true);
        QuickEstimate merged = estimate(design, reports(design, 70, 9));
        assertNotNull(merged.lead().estimate());
        assertTrue(merged.coverage().stream().allMatch(Coverage::isMerged));
        assertEquals(30 * 70, merged.totals().getFirst().value(), 30);
        QuickEstimate whole = estimate(design, reports(design, 70, 12));
        assertTrue(whole.coverage().stream().noneMatch(Coverage::isMerged));
    }

    @Test
    void theWorstCaseOfLateStationsIsAllTheirVotersForTheSecond() {
        QuickDesign design = design(2, false);
        QuickEstimate estimate = estimate(design, reports(design, 70, 7));
        LateStations late = estimate.late();
        assertEquals(1, late.missing());
        // Every station stands for 2.5; seven give 100 votes and a gap of about 40, the late one 200 and -200.
        double gap = reports(design, 70, 7).stream()
                .mapToLong(report -> report.votes().get(0) - report.votes().get(1))
                .sum();
        assertEquals((gap - 200) / 900, Objects.requireNonNull(late.worst()).value(), 1e-12);
        assertEquals((gap + 200) / 900, Objects.requireNonNull(late.best()).value(), 1e-12);
        assertEquals(1.0 / 8, late.weight(), 1e-12);
        assertEquals(estimate.lead().value() * 8, Objects.requireNonNull(late.tipping()), 1e-9);
    }

    @Test
    void theTippingPointMakesATie() {
        QuickDesign design = design(2, false);
        List<Report> reports = reports(design, 60, 6);
        QuickEstimate estimate = estimate(design, reports);
        double tipping = Objects.requireNonNull(estimate.late().tipping());
        List<Report> whole = new ArrayList<>(reports);
        for (SamplePoint point : design.points().subList(6, 8)) {
            // The lead of the others of the stratum less the tipping point, in votes of a hundred.
            long gap = Math.round((estimate.lead().value() - tipping) * 100);
            whole.add(new Report(point.station(), List.of((100 + gap) / 2, (100 - gap) / 2), 100, null));
        }
        assertEquals(0, estimate(design, whole).lead().value(), 0.01);
    }

    @Test
    void withoutRegistersThereIsNoWorstCaseAndTheGrantedDifferenceDecides() {
        List<SamplePoint> points = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            points.add(SamplePoint.of("s" + i, "S", OptionalLong.empty()));
        }
        QuickDesign design = QuickDesign.of(List.of(PlannedStratum.of("S", 50)), points);
        List<Report> reports = reports(design, 60, 9);
        QuickEstimate estimate = estimate(design, reports);
        assertNull(estimate.late().worst());
        assertNull(estimate.turnout());
        Verdict verdict =
                judge(estimate(design, reports.subList(0, 7)), estimate(design, reports.subList(0, 8)), estimate);
        assertEquals(Answer.MET, answer(verdict, Kind.LATE));
        assertEquals(Call.PUBLISH, verdict.call());
        PublishingRule wary = new PublishingRule(0.99, 0.005, 3, 2);
        assertEquals(
                Call.NOT_YET,
                Publisher.judge(wary, List.of(estimate, estimate, estimate)).call());
    }

    @Test
    void anEstimateThatStillMovesMustWait() {
        QuickDesign design = design(4, false);
        List<Report> reports = new ArrayList<>(reports(design, 52, 14));
        QuickEstimate now = estimate(design, reports);
        List<Report> earlier = new ArrayList<>();
        for (Report report : reports) {
            earlier.add(new Report(report.station(), report.votes().reversed(), 100, null));
        }
        QuickEstimate before = estimate(design, earlier);
        assertEquals(Answer.NOT_MET, answer(judge(before, now, now), Kind.STABLE));
        assertEquals(Answer.MET, answer(judge(before, now, now, now), Kind.STABLE));
        assertEquals(Answer.CANNOT_SAY, answer(judge(now, now), Kind.STABLE));
    }

    @Test
    void reportsThatWereNotDrawnOrComeTwiceNeverEnter() {
        QuickDesign design = design(1, false);
        QuickCount count = QuickCount.of(design, List.of("A", "B"));
        Report stranger = new Report("elsewhere", List.of(1L, 2L), 3, null);
        assertThrows(IllegalArgumentException.class, () -> count.estimate(List.of(stranger)));
        Report one = new Report("S0.0", List.of(1L, 2L), 3, null);
        assertThrows(IllegalArgumentException.class, () -> count.estimate(List.of(one, one)));
        assertThrows(IllegalArgumentException.class, () -> new Report("S0.0", List.of(5L, 2L), 6, null));
        assertThrows(IllegalArgumentException.class, () -> new Report("S0.0", List.of(-5L, 2L), 6, null));
    }
}
