package org.cotejo.audit.night;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.audit.plot.Axis;
import org.cotejo.audit.plot.Chart;
import org.cotejo.audit.plot.Colour;
import org.cotejo.audit.plot.Mark;
import org.cotejo.audit.plot.Numerals;
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
                        "By the sheets that are known, if they are true. The order is that of the entries; inside one delivery it is that of its file, not of the night.",
                        "Según las actas conocidas, si son ciertas. El orden es el de los asientos; dentro de una entrega es el de su archivo, no el de la noche."),
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
        if (night.moments().stream().allMatch(moment -> moment.missing() == BoundsOverTime.UNKNOWN)) {
            return new Sentence(
                    "Never decided: without registers and a roll nobody can say how much was still out.",
                    "Nunca decidido: sin padrones por mesa ni padrón nacional nadie puede decir cuánto faltaba.");
        }
        return night.firstDecided()
                .map(moment -> Numerals.fill(
                        new Sentence(
                                "Decided after {0} of {1} stations: the lead of {2} was above the {3} votes still out.",
                                "Decidido tras {0} de {1} mesas: la ventaja de {2} superaba los {3} votos por llegar."),
                        moment.stations(),
                        night.known(),
                        moment.lead(),
                        moment.missing()))
                .orElse(new Sentence(
                        "Never decided by these sheets: what is still out could change who leads.",
                        "Nunca decidido con estas actas: lo que falta podría cambiar quién va delante."));
    }
}
