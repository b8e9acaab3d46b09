package org.cotejo.conformance.audit;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.Sentence;
import org.cotejo.formats.text.JsonValue;
import org.cotejo.formats.text.JsonValue.JsonObject;

/**
 * How far a number may be off: by {@code abs}, or by {@code rel} of what is expected.
 *
 * @param simulated how far one may be off whose name ends in {@value #SIMULATED}
 * @param informative names of outputs that are told and not judged
 */
record Tolerance(double rel, double abs, double simulated, List<String> informative) {
    private static final String SIMULATED = "_simulated";
    private static final Sentence NUMBER = new Sentence("a number", "un número");

    /** What a file says; a member of another name is refused. */
    static Tolerance of(JsonValue value) {
        JsonObject object = value.object("rel", "abs", "simulated", "informative");
        List<String> informative = new ArrayList<>();
        object.find("informative").ifPresent(names -> names.list().forEach(name -> informative.add(name.rawText())));
        return new Tolerance(
                number(object, "rel"), number(object, "abs"), number(object, "simulated"), List.copyOf(informative));
    }

    private static double number(JsonObject object, String key) {
        return object.find(key)
                .map(value -> Double.parseDouble(value.digits(NUMBER)))
                .orElse(0.0);
    }

    /** The same with another absolute bound, which a single case states. */
    Tolerance within(double other) {
        return new Tolerance(rel, Math.max(abs, other), simulated, informative);
    }

    Tolerance under(String name) {
        return name.endsWith(SIMULATED) ? within(simulated) : this;
    }

    boolean agree(double got, double expected) {
        if (Double.isNaN(got) || Double.isNaN(expected)) {
            return false;
        }
        double off = Math.abs(got - expected);
        return got == expected || off <= abs || off <= rel * Math.abs(expected);
    }
}
