package org.cotejo.polls;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cotejo.audit.survey.HeldAndLacking;
import org.cotejo.audit.survey.HeldAndLacking.Place;
import org.cotejo.audit.survey.HeldAndLacking.Property;
import org.cotejo.audit.survey.Sensitivity;
import org.jspecify.annotations.Nullable;

/** The comparison of stations held with stations lacking, in words and as JSON (docs/formats/quickcount.md, section 6). */
public final class MissingText {
    private static final int PLACES_SHOWN = 8;

    private final HeldAndLacking compared;
    private final List<Property> properties;
    private final @Nullable Sensitivity sensitivity;
    private final List<String> firstTwo;
    private final String bound;

    /**
     * What to show.
     *
     * @param properties compared, each with its name as shown
     * @param sensitivity null where no station is held
     * @param firstTwo ids of the leader and the second at the stations held
     * @param bound the strict bound in words, which needs no assumption
     */
    public MissingText(
            HeldAndLacking compared,
            List<Property> properties,
            @Nullable Sensitivity sensitivity,
            List<String> firstTwo,
            String bound) {
        this.compared = compared;
        this.properties = List.copyOf(properties);
        this.sensitivity = sensitivity;
        this.firstTwo = List.copyOf(firstTwo);
        this.bound = bound;
    }

    /** The lines to print. */
    public List<String> lines(String language) {
        Lines lines = new Lines(language);
        lines.say(
                "Stations held: {0}; lacking: {1}.",
                "Mesas en poder: {0}; faltan: {1}.", compared.held(), compared.lacking());
        properties(lines);
        places(lines);
        sensitivity(lines);
        lines.say("{0}", "{0}", bound);
        lines.gap();
        lines.say(
                "Likeness in what was known before is no proof of likeness in what was voted, and a difference has innocent causes (distance, bad networks, small stations): a hint, not proof. The bound above needs no likeness.",
                "Parecerse en lo que ya se sabía no prueba parecerse en lo que se votó, y una diferencia tiene causas inocentes (distancia, mala red, mesas chicas): un indicio, no una prueba. La cota de arriba no necesita parecido.");
        return lines.all();
    }

    private void properties(Lines lines) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "",
                lines.word("held", "en poder"),
                "n",
                lines.word("lacking", "faltan"),
                "n",
                lines.word("effect", "efecto"),
                "z"));
        for (Property property : properties) {
            boolean isShare = !property.name().equals("registered");
            rows.add(List.of(
                    isShare
                            ? lines.word("past share of ", "proporción pasada de ") + property.name()
                            : lines.word("registered voters", "electores registrados"),
                    isShare ? lines.share(property.held()) : lines.numerals().number(property.held(), 1),
                    lines.numerals().number(property.heldStations()),
                    isShare ? lines.share(property.lacking()) : lines.numerals().number(property.lacking(), 1),
                    lines.numerals().number(property.lackingStations()),
                    lines.numerals().number(property.effect(), 3),
                    lines.numerals().number(property.z(), 1)));
        }
        if (properties.isEmpty()) {
            lines.say(
                    "Nothing known of both groups beforehand can be compared (two stations of each are needed).",
                    "Nada conocido de antemano de ambos grupos se puede comparar (hacen falta dos mesas de cada uno).");
        } else {
            lines.table(rows);
            lines.say(
                    "Effect: difference in standard deviations between stations; below 0.1 slight, above 0.5 large. With many stations z is large for slight differences too.",
                    "Efecto: diferencia en desviaciones estándar entre mesas; menos de 0,1 leve, más de 0,5 grande. Con muchas mesas z es grande también para diferencias leves.");
        }
    }

    private void places(Lines lines) {
        HeldAndLacking.ByPlace byPlace = compared.byPlace();
        lines.say(
                "By place: {0} places, chi-squared {1} with {2} degrees, p {3}, Cramér's V {4} (0 alike everywhere, 1 all or nothing).",
                "Por lugar: {0} lugares, chi cuadrado {1} con {2} grados, p {3}, V de Cramér {4} (0 igual en todas partes, 1 todo o nada).",
                byPlace.places().size(),
                lines.numerals().number(byPlace.chiSquared(), 1),
                byPlace.degrees(),
                String.format(Locale.ROOT, "%.2g", byPlace.p()),
                lines.numerals().number(byPlace.effect(), 3));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                lines.word("least held in", "menos en poder en"),
                lines.word("held", "en poder"),
                lines.word("lacking", "faltan"),
                lines.word("share held", "proporción")));
        for (Place place : byPlace.places().stream().limit(PLACES_SHOWN).toList()) {
            rows.add(List.of(
                    place.name(),
                    lines.numerals().number(place.held()),
                    lines.numerals().number(place.lacking()),
                    lines.share(place.share())));
        }
        lines.table(rows);
    }

    private void sensitivity(Lines lines) {
        Sensitivity found = sensitivity;
        if (found == null) {
            return;
        }
        lines.say(
                "Lead of {0} over {1}: {2} at the stations held; {3} if each lacking one is like those of its place.",
                "Ventaja de {0} sobre {1}: {2} en las mesas en poder; {3} si cada una que falta es como las de su lugar.",
                firstTwo.get(0),
                firstTwo.get(1),
                found.held(),
                found.samePlace());
        Double swing = found.swing();
        if (swing != null) {
            lines.say(
                    "{0} if each lacking one moved from its past result as those held did.",
                    "{0} si cada una que falta se movió desde su resultado pasado como las que están en poder.", swing);
        }
        Double tipping = found.tipping();
        if (tipping != null) {
            lines.say(
                    tipping > 2
                            ? "A tie needs a lead at the lacking ones (about {0} of the votes) lower by {1}: more than votes can do at the usual turnout."
                            : "A tie needs a lead at the lacking ones (about {0} of the votes) lower by {1}.",
                    tipping > 2
                            ? "Un empate necesita en las que faltan (cerca de {0} de los votos) una ventaja menor en {1}: más de lo que pueden los votos con la participación usual."
                            : "Un empate necesita en las que faltan (cerca de {0} de los votos) una ventaja menor en {1}.",
                    found.lackingWeight(),
                    tipping);
        }
    }

    /** Writes the comparison as one JSON object. */
    public void json(OutputStream to) {
        JsonOut.write(to, out -> {
            out.put("held", compared.held()).put("lacking", compared.lacking());
            out.list(
                    "properties",
                    properties,
                    (json, property) -> json.put("name", property.name())
                            .put("held", Double.valueOf(property.held()))
                            .put("n_held", property.heldStations())
                            .put("lacking", Double.valueOf(property.lacking()))
                            .put("n_lacking", property.lackingStations())
                            .put("effect", Double.valueOf(property.effect()))
                            .put("z", Double.valueOf(property.z())));
            HeldAndLacking.ByPlace byPlace = compared.byPlace();
            out.object(
                    "by_place",
                    json -> json.put("chi_squared", Double.valueOf(byPlace.chiSquared()))
                            .put("degrees", byPlace.degrees())
                            .put("p", Double.valueOf(byPlace.p()))
                            .put("cramers_v", Double.valueOf(byPlace.effect()))
                            .list(
                                    "places",
                                    byPlace.places(),
                                    (one, place) -> one.put("place", place.name())
                                            .put("held", place.held())
                                            .put("lacking", place.lacking())));
            Sensitivity found = sensitivity;
            if (found != null) {
                out.object(
                        "sensitivity",
                        json -> json.put("leader", firstTwo.get(0))
                                .put("runner_up", firstTwo.get(1))
                                .put("lead_held", Double.valueOf(found.held()))
                                .put("lead_same_place", Double.valueOf(found.samePlace()))
                                .put("lead_swing", found.swing())
                                .put("lacking_weight", Double.valueOf(found.lackingWeight()))
                                .put("tipping", found.tipping()));
            }
            out.put("caveat", "a hint, not proof");
        });
    }
}
