package org.cotejo.polls;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.audit.plot.Axis;
import org.cotejo.audit.plot.Chart;
import org.cotejo.audit.plot.Colour;
import org.cotejo.audit.plot.Mark;
import org.cotejo.audit.plot.Numerals;
import org.cotejo.audit.plot.Point;
import org.cotejo.audit.quickcount.QuickEstimate;
import org.cotejo.audit.survey.Estimate;
import org.cotejo.base.Sentence;

/** The lead as reports came in, with its interval and with what late stations could still make of it. */
public final class EstimateChart {
    private static final double CONFIDENCE = 0.95;

    private EstimateChart() {}

    /** The chart of some updates, the newest last; the lead is that of the newest leader throughout. */
    public static Chart of(List<QuickEstimate> updates) {
        QuickEstimate newest = updates.getLast();
        String leader = newest.candidates().get(newest.leader());
        String second = newest.candidates().get(newest.runnerUp());
        List<Point> line = new ArrayList<>();
        List<Point> low = new ArrayList<>();
        List<Point> high = new ArrayList<>();
        List<Point> worst = new ArrayList<>();
        List<Point> best = new ArrayList<>();
        for (QuickEstimate update : updates) {
            double lead = update.shares().get(newest.leader()).value()
                    - update.shares().get(newest.runnerUp()).value();
            line.add(new Point(update.reported(), lead));
            boolean isSame = update.leader() == newest.leader() && update.runnerUp() == newest.runnerUp();
            Estimate.Interval interval = update.leadInterval(CONFIDENCE);
            if (isSame && interval != null) {
                low.add(new Point(update.reported(), Math.max(-1, interval.low())));
                high.add(new Point(update.reported(), Math.min(1, interval.high())));
            }
            Estimate worstLead = update.late().worst();
            Estimate bestLead = update.late().best();
            if (isSame && worstLead != null && bestLead != null) {
                worst.add(new Point(update.reported(), worstLead.value()));
                best.add(new Point(update.reported(), bestLead.value()));
            }
        }
        List<Mark> marks = marks(line, low, high, worst, best);
        return new Chart(
                "quickcount-lead",
                Numerals.fill(
                        new Sentence("Quick count: lead of {0} over {1}", "Conteo rápido: ventaja de {0} sobre {1}"),
                        leader,
                        second),
                alternative(newest, leader, second),
                new Sentence(
                        "Chance in the draw alone: no interval knows wrong sheets, or why a station is late.",
                        "Sólo el azar del sorteo: ningún intervalo sabe de actas falsas ni de por qué falta una mesa."),
                Axis.linear(
                        new Sentence(
                                "stations of the sample that had reported", "mesas de la muestra que habían reportado"),
                        0,
                        newest.planned(),
                        Axis.Unit.NUMBER),
                yAxis(line, low, high, worst, best),
                marks);
    }

    private static List<Mark> marks(
            List<Point> line, List<Point> low, List<Point> high, List<Point> worst, List<Point> best) {
        List<Mark> marks = new ArrayList<>();
        if (!low.isEmpty()) {
            marks.add(new Mark.Band(low, high, Colour.A, new Sentence("95 % interval", "intervalo del 95 %")));
        }
        if (!worst.isEmpty()) {
            Sentence label =
                    new Sentence("bounds: late stations all one way", "cotas: todas las que faltan a un solo lado");
            marks.add(new Mark.Line(worst, Mark.Stroke.DASHED, Colour.B, label));
            marks.add(new Mark.Line(best, Mark.Stroke.DASHED, Colour.B, null));
        }
        marks.add(new Mark.Rule(0, false, Mark.Stroke.DOTTED, Colour.INK, new Sentence("tie", "empate")));
        marks.add(new Mark.Line(line, Mark.Stroke.SOLID, Colour.A, new Sentence("estimate", "estimación")));
        marks.add(new Mark.Points(List.of(line.getLast()), Mark.Shape.DISC, Colour.A, null));
        return marks;
    }

    @SafeVarargs
    private static Axis yAxis(List<Point>... series) {
        double least = 0;
        double most = 0.01;
        for (List<Point> points : series) {
            for (Point point : points) {
                least = Math.min(least, point.y());
                most = Math.max(most, point.y());
            }
        }
        return Axis.linear(
                        new Sentence("lead, share of the votes", "ventaja, proporción de los votos"),
                        least,
                        most,
                        Axis.Unit.SHARE)
                .rounded();
    }

    private static Sentence alternative(QuickEstimate newest, String leader, String second) {
        Estimate.Interval interval = newest.leadInterval(CONFIDENCE);
        return interval == null
                ? Numerals.fill(
                        new Sentence(
                                "After {0} of {1} stations the lead of {2} over {3} is {4}; there is no interval yet.",
                                "Con {0} de {1} mesas la ventaja de {2} sobre {3} es {4}; aún no hay intervalo."),
                        newest.reported(),
                        newest.planned(),
                        leader,
                        second,
                        newest.lead().value())
                : Numerals.fill(
                        new Sentence(
                                "After {0} of {1} stations the lead of {2} over {3} is {4}, with a 95 % interval from {5} to {6}.",
                                "Con {0} de {1} mesas la ventaja de {2} sobre {3} es {4}, con un intervalo del 95 % de {5} a {6}."),
                        newest.reported(),
                        newest.planned(),
                        leader,
                        second,
                        newest.lead().value(),
                        interval.low(),
                        interval.high());
    }
}
