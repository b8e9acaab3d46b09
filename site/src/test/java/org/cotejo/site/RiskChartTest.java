package org.cotejo.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.cotejo.audit.boxes.AuditReport;
import org.cotejo.audit.boxes.AuditState;
import org.cotejo.audit.boxes.AuditVerdict;
import org.cotejo.audit.boxes.TestHistory;
import org.cotejo.audit.plot.Chart;
import org.cotejo.audit.plot.Mark;
import org.cotejo.base.Fraction;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.AuditClaim;
import org.cotejo.custody.AuditPlan;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.ContestId;
import org.junit.jupiter.api.Test;

class RiskChartTest {
    private static TestHistory history(AuditPlan.Test test, boolean isBinding, List<Double> p) {
        return new TestHistory(
                test, isBinding, p, p.stream().mapToDouble(d -> d).min().orElse(1), 0);
    }

    @SuppressWarnings("NullAway") // the claim may be null, which it does not read from the class file of a nested type
    private static AuditReport report(List<TestHistory> tests) {
        AuditPlan plan = new AuditPlan(
                "boxes-1",
                "paper-2031",
                new ContestId("president"),
                new AuditClaim.Sheets(),
                Sha256.of(new byte[] {1}),
                Sha256.of(new byte[] {2}),
                0,
                List.of(new CandidateId("AR")),
                List.of(new CandidateId("BM")),
                new BigDecimal("0.05"),
                AuditPlan.Test.KAPLAN_WALD,
                Fraction.of(7, 1),
                22,
                List.of());
        return new AuditReport(
                "boxes-1",
                List.of(),
                new AuditState.Counting(),
                AuditVerdict.NOT_YET,
                new Sentence("so far", "hasta ahora"),
                List.of(),
                plan,
                null,
                null,
                null,
                null,
                0,
                List.of(),
                tests,
                List.of());
    }

    private static List<Double> falling(int draws) {
        return IntStream.rangeClosed(1, draws).mapToObj(i -> Math.pow(0.87, i)).toList();
    }

    @Test
    void theCourseBeginsAtOneAndHasAPointForEachDraw() {
        Chart chart = RiskChart.of(report(List.of(history(AuditPlan.Test.KAPLAN_WALD, true, falling(22)))), "risk-1");
        Mark.Line line = (Mark.Line) chart.marks().getFirst();
        assertEquals(23, line.points().size());
        assertEquals(1, line.points().getFirst().y());
        assertEquals(Math.pow(0.87, 22), line.points().getLast().y(), 1e-15);
        assertEquals(22, chart.x().to());
        assertTrue(chart.y().from() <= Math.pow(0.87, 22) && chart.y().isLog());
    }

    @Test
    void whatTheDecidingTestSaysStandsInWordsWithTheLimit() {
        List<TestHistory> above = List.of(history(AuditPlan.Test.KAPLAN_WALD, true, falling(10)));
        List<TestHistory> below = List.of(history(AuditPlan.Test.KAPLAN_WALD, true, falling(22)));
        assertEquals(
                "After 10 draws P by kaplan-wald still lies above the risk limit of 5\u00a0%.",
                RiskChart.of(report(above), "risk-1").alternative().en());
        assertEquals(
                "Tras 22 sorteos, P según kaplan-wald está en el límite de riesgo de 5\u00a0% o por debajo.",
                RiskChart.of(report(below), "risk-1").alternative().es());
    }

    @Test
    void noTwoTestsLookAlikeAndTheDecidingOneLiesOnTop() {
        Chart chart = RiskChart.of(
                report(List.of(
                        history(AuditPlan.Test.KAPLAN_WALD, true, falling(5)),
                        history(AuditPlan.Test.KAPLAN_MARKOV, false, falling(5)),
                        history(AuditPlan.Test.ALPHA, false, falling(5)))),
                "risk-1");
        List<Mark.Stroke> strokes = chart.marks().stream()
                .filter(Mark.Line.class::isInstance)
                .map(mark -> ((Mark.Line) mark).stroke())
                .toList();
        assertEquals(List.of(Mark.Stroke.DOTTED, Mark.Stroke.DASHED, Mark.Stroke.SOLID), strokes);
    }

    @Test
    void aZeroIsDrawnAtTheFootAndNothingIsDrawnBeforeTheFirstDraw() {
        List<TestHistory> zero = List.of(history(AuditPlan.Test.KAPLAN_WALD, true, List.of(0.5, 0.0)));
        Chart chart = RiskChart.of(report(zero), "risk-1");
        assertEquals(
                chart.y().from(),
                ((Mark.Line) chart.marks().getFirst()).points().getLast().y(),
                1e-15);
        assertFalse(RiskChart.hasDraws(report(List.of())));
        assertFalse(RiskChart.hasDraws(report(List.of(history(AuditPlan.Test.KAPLAN_WALD, true, List.of())))));
    }
}
