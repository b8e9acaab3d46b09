package org.cotejo.audit.night;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cotejo.audit.plot.Axis;
import org.cotejo.audit.plot.Chart;
import org.cotejo.audit.plot.Colour;
import org.cotejo.audit.plot.Mark;
import org.cotejo.audit.plot.Point;
import org.cotejo.base.Sentence;

/** Draws how the bounds closed: the lead, and the most votes that were still out. */
public final class BoundsChart {
    private BoundsChart() {}

    /** The chart; it needs a moment at least. */
    public static Chart of(BoundsOverTime night, String id) {
        List<Point> lead = new ArrayList<>();
        List<Point> missing = new ArrayList<>();
        double most = 1;
        for (Moment moment : night.moments()) {
            lead.add(new Point(moment.stations(), moment.lead()));
            most = Math.max(most, (double) moment.lead());
            if (moment.missing() != BoundsOverTime.UNKNOWN) {
                missing.add(new Point(moment.stations(), moment.missing()));
                most = Math.max(most, (double) moment.missing());
            }
        }
        List<Mark> marks = new ArrayList<>();
        if (!missing.isEmpty()) {
            marks.add(new Mark.Line(
                    missing,
                    Mark.Stroke.DASHED,
                    Colour.BAD,
                    new Sentence("most votes still out", "máximo de votos por llegar")));
        }
        marks.add(new Mark.Line(lead, Mark.Stroke.SOLID, Colour.A, new Sentence("the lead", "la ventaja")));
        night.firstDecided()
                .ifPresent(moment -> marks.add(new Mark.Rule(
                        moment.stations(),
                        true,
                        Mark.Stroke.DOTTED,
                        Colour.GOOD,
                        new Sentence("decided from here", "decidido desde aquí"))));
        return new Chart(
                id,
                new Sentence("What was still out, and the lead", "Lo que faltaba y la ventaja"),
                alternative(night),
                new Sentence(
                        "By the sheets that are known, if they are true; order of arrival is that of the entries.",
                        "Según las actas conocidas, si son ciertas; el orden de llegada es el de los asientos."),
                Axis.linear(
                        new Sentence("stations known", "mesas conocidas"),
                        0,
                        Math.max(1, night.known()),
                        Axis.Unit.NUMBER),
                Axis.linear(new Sentence("votes", "votos"), 0, most, Axis.Unit.NUMBER)
                        .rounded(),
                marks);
    }

    private static Sentence alternative(BoundsOverTime night) {
        return night.firstDecided()
                .map(moment -> new Sentence(
                                "Decided after {0} of {1} stations: the lead of {2} was above the {3} votes still out.",
                                "Decidido tras {0} de {1} mesas: la ventaja de {2} superaba los {3} votos por llegar.")
                        .with(
                                String.format(Locale.ROOT, "%,d", moment.stations()),
                                String.format(Locale.ROOT, "%,d", night.known()),
                                String.format(Locale.ROOT, "%,d", moment.lead()),
                                String.format(Locale.ROOT, "%,d", moment.missing())))
                .orElse(new Sentence(
                        "Never decided by these sheets: what is still out could change who leads.",
                        "Nunca decidido con estas actas: lo que falta podría cambiar quién va delante."));
    }
}
