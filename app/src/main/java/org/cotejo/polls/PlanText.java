package org.cotejo.polls;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cotejo.audit.quickcount.Plan;
import org.cotejo.audit.quickcount.StratumPlan;
import org.cotejo.audit.survey.SampleSize;

/** A plan in words, and as JSON (docs/formats/quickcount.md, section 5). */
public final class PlanText {
    private static final int STRATA_MOST = 60;

    private PlanText() {}

    /** The lines to print. */
    public static List<String> lines(Plan plan, String spreadOf, String language) {
        Lines lines = new Lines(language);
        SampleSize size = plan.size();
        if (plan.spreadOf() < 0) {
            lines.say(
                    "Stations differ by {0} (stated): the standard deviation of a share between stations.",
                    "Las mesas difieren en {0} (declarado): la desviación estándar de una proporción entre mesas.",
                    plan.spread());
        } else {
            lines.say(
                    "Stations of one stratum differ by {0} in the share of {1} in the past election, more than in any other's.",
                    "Las mesas de un mismo estrato difieren en {0} en la proporción de {1} en la elección pasada, más que en ninguna otra.",
                    plan.spread(),
                    spreadOf);
        }
        if (size != null) {
            lines.say(
                    "For an error of {0} at {1}: n0 = {2}, of the stations there are n = {3}.",
                    "Para un error de {0} al {1}: n0 = {2}; de las mesas que hay, n = {3}.",
                    plan.order().error(),
                    plan.order().confidence(),
                    lines.numerals().number(size.unlimited(), 1),
                    size.stations());
        }
        lines.say(
                "The plan draws {0} stations; the error of a share is then about {1}, of the lead between the first two up to twice that.",
                "El plan sortea {0} mesas; el error de una proporción es entonces cerca de {1}, y el de la ventaja entre los dos primeros hasta el doble.",
                plan.stations(),
                plan.expectedError());
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                lines.word("stratum", "estrato"),
                lines.word("stations", "mesas"),
                lines.word("units", "unidades"),
                lines.word("spread", "dispersión"),
                lines.word("allocation", "asignación"),
                lines.word("to draw", "por sortear")));
        List<StratumPlan> shown =
                plan.strata().subList(0, Math.min(STRATA_MOST, plan.strata().size()));
        for (StratumPlan stratum : shown) {
            rows.add(List.of(
                    stratum.name(),
                    lines.numerals().number(stratum.stations()),
                    lines.numerals().number(stratum.units()),
                    stratum.spread() == 0 ? "-" : lines.numerals().number(stratum.spread(), 1),
                    lines.numerals().number(stratum.exact(), 2),
                    lines.numerals().number(stratum.drawn())));
        }
        lines.table(rows);
        if (shown.size() < plan.strata().size()) {
            lines.say("  ... and {0} more", "  ... y {0} más", plan.strata().size() - shown.size());
        }
        return lines.all();
    }

    /**
     * Writes the plan as one JSON object.
     *
     * @param drawn number of stations drawn, -1 if nothing was drawn
     */
    public static void json(Plan plan, String spreadOf, int drawn, OutputStream to) {
        JsonOut.write(to, out -> {
            SampleSize size = plan.size();
            out.put("spread", Double.valueOf(plan.spread()))
                    .put("spread_of", plan.spreadOf() < 0 ? null : spreadOf)
                    .put("error", Double.valueOf(plan.order().error()))
                    .put("confidence", Double.valueOf(plan.order().confidence()))
                    .put("allocation", plan.order().allocation().name().toLowerCase(Locale.ROOT))
                    .put("n0", size == null ? null : Double.valueOf(size.unlimited()))
                    .put("n", size == null ? null : Double.valueOf((double) size.stations()))
                    .put("stations", plan.stations())
                    .put("expected_error", Double.valueOf(plan.expectedError()))
                    .put("drawn", drawn < 0 ? null : Double.valueOf(drawn));
            out.list(
                    "strata",
                    plan.strata(),
                    (json, stratum) -> json.put("stratum", stratum.name())
                            .put("stations", stratum.stations())
                            .put("units", stratum.units())
                            .put("spread", Double.valueOf(stratum.spread()))
                            .put("allocation", Double.valueOf(stratum.exact()))
                            .put("draw", stratum.drawn()));
        });
    }
}
