package org.cotejo.site;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.audit.boxes.AuditReport;
import org.cotejo.audit.boxes.TestHistory;
import org.cotejo.audit.plot.Axis;
import org.cotejo.audit.plot.Chart;
import org.cotejo.audit.plot.Colour;
import org.cotejo.audit.plot.Mark;
import org.cotejo.audit.plot.Numerals;
import org.cotejo.audit.plot.Point;
import org.cotejo.base.Sentence;

/** P over the draws of an audit, on a scale of powers of ten, with the risk limit; the deciding test lies on top. */
final class RiskChart {
    /** Shown where P is 0, or smaller than anybody needs. */
    private static final double SMALLEST = 1e-12;

    private RiskChart() {}

    /** Whether there is a draw to show. */
    static boolean hasDraws(AuditReport audit) {
        return audit.tests().stream().anyMatch(test -> !test.p().isEmpty());
    }

    /** The chart; it needs a draw at least. */
    static Chart of(AuditReport audit, String id) {
        double limit = audit.plan() == null ? 1 : audit.plan().limit().doubleValue();
        double least = limit / 3;
        int draws = 1;
        List<Mark> marks = new ArrayList<>();
        for (TestHistory test : audit.tests().reversed()) {
            for (double p : test.p()) {
                least = Math.min(least, shown(p));
            }
            draws = Math.max(draws, test.p().size());
            marks.add(line(test, marks.size()));
        }
        Sentence limited = percent(limit);
        marks.add(new Mark.Rule(
                limit,
                false,
                Mark.Stroke.DASHED,
                Colour.BAD,
                Numerals.fill(new Sentence("risk limit {0}", "límite de riesgo {0}"), limited)));
        return new Chart(
                id,
                new Sentence("P after each draw", "P tras cada sorteo"),
                alternative(audit, limit, limited),
                new Sentence(
                        "P is the largest chance of such counts if the outcome is wrong; it is not the chance that the outcome is wrong.",
                        "P es la mayor probabilidad de tales recuentos si el resultado es falso; no es la probabilidad de que el resultado sea falso."),
                Axis.linear(new Sentence("draws", "sorteos"), 0, draws, Axis.Unit.NUMBER),
                Axis.log(new Sentence("P, powers of ten", "P, potencias de diez"), least, 1, Axis.Unit.NUMBER)
                        .rounded(),
                marks);
    }

    /** The deciding test is a full line; the others differ in their dashes. */
    private static Mark line(TestHistory test, int before) {
        String key = test.test().key();
        return test.isBinding()
                ? new Mark.Line(
                        points(test),
                        Mark.Stroke.SOLID,
                        Colour.A,
                        new Sentence("{0}, which decides", "{0}, que decide").with(key))
                : new Mark.Line(
                        points(test),
                        before % 2 == 0 ? Mark.Stroke.DOTTED : Mark.Stroke.DASHED,
                        Colour.OTHER,
                        new Sentence("{0}", "{0}").with(key));
    }

    /** A limit as people say it: 5 %, 0.5 %. */
    private static Sentence percent(double limit) {
        String plain = java.math.BigDecimal.valueOf(limit)
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
        return new Sentence(plain + "\u00a0%", plain.replace('.', ',') + "\u00a0%");
    }

    private static List<Point> points(TestHistory test) {
        List<Point> points = new ArrayList<>(test.p().size() + 1);
        points.add(new Point(0, 1));
        for (double p : test.p()) {
            points.add(new Point(points.size(), shown(p)));
        }
        return points;
    }

    private static double shown(double p) {
        return Math.min(1, Math.max(p, SMALLEST));
    }

    /** What the deciding test says at its last draw; without one, the first of the others. */
    private static Sentence alternative(AuditReport audit, double limit, Sentence limited) {
        TestHistory told = audit.tests().stream()
                .filter(TestHistory::isBinding)
                .findFirst()
                .orElse(audit.tests().getFirst());
        return Numerals.fill(
                told.last() <= limit
                        ? new Sentence(
                                "After {0} draws P by {1} lies at or below the risk limit of {2}.",
                                "Tras {0} sorteos, P según {1} está en el límite de riesgo de {2} o por debajo.")
                        : new Sentence(
                                "After {0} draws P by {1} still lies above the risk limit of {2}.",
                                "Tras {0} sorteos, P según {1} sigue por encima del límite de riesgo de {2}."),
                told.p().size(),
                told.test().key(),
                limited);
    }
}
