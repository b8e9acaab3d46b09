package org.cotejo.conformance.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.formats.text.JsonValue;
import org.cotejo.formats.text.JsonValue.JsonObject;

/** Recomputes the cases of a file with {@code method}, {@code tolerance} and {@code vectors}. */
public final class AuditVectors {
    /** Members of a file that must be there. */
    public static final List<String> NEEDED = List.of("method", "tolerance", "vectors");

    /** Members of a file that say something to a reader. */
    public static final List<String> NOTES = List.of(
            "about",
            "algorithm",
            "formula",
            "paper",
            "provenance",
            "published_table_russia_excess_stations",
            "reference",
            "tolerance_note");

    private static final Set<String> CASE_NOTES = Set.of("source", "note", "notes", "reading", "expect", "made_by");

    private static final String PUBLISHED = "published";
    private static final Sentence NUMBER = new Sentence("a number", "un número");

    private final Method method;
    private final Tolerance tolerance;
    private final List<JsonValue> cases;
    private final Function<String, Optional<byte[]>> beside;

    private AuditVectors(
            Method method, Tolerance tolerance, List<JsonValue> cases, Function<String, Optional<byte[]>> beside) {
        this.method = method;
        this.tolerance = tolerance;
        this.cases = cases;
        this.beside = beside;
    }

    /**
     * One outcome for each case; a method that nobody knows is one failure.
     *
     * @param beside gives the bytes of a file that lies beside this one
     */
    public static List<Outcome> recompute(JsonObject file, Function<String, Optional<byte[]>> beside) {
        String name = file.get("method").rawText();
        Optional<Method> method = Methods.named(name);
        if (method.isEmpty()) {
            List<String> known = Methods.ALL.stream().map(Method::name).toList();
            return List.of(Outcome.failed("-", "the unknown method " + name, "one of " + String.join(", ", known)));
        }
        AuditVectors vectors = new AuditVectors(
                method.get(),
                Tolerance.of(file.get("tolerance")),
                file.get("vectors").list(),
                beside);
        List<Outcome> outcomes = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < vectors.cases.size(); i++) {
            outcomes.add(vectors.outcome(i, ids));
        }
        return outcomes;
    }

    private Outcome outcome(int place, Set<String> ids) {
        String id = "case " + (place + 1);
        try {
            JsonObject one = cases.get(place).anyObject();
            id = one.get("id").rawText();
            if (!ids.add(id)) {
                return Outcome.failed(id, "an id that stands twice", "one case of an id");
            }
            return outcome(id, one);
        } catch (RefusedException
                | IllegalArgumentException
                | ArithmeticException
                | IndexOutOfBoundsException
                | java.util.NoSuchElementException e) {
            return Outcome.failed(id, "a case that can't be recomputed: " + e.getMessage(), "a case of a known form");
        }
    }

    private Outcome outcome(String id, JsonObject one) {
        JsonValue wanted = one.get("out");
        String fn = one.find("fn").map(JsonValue::rawText).orElse("");
        List<String> asked = wanted.isObject() ? wanted.anyObject().keys() : List.of();
        Given given = new Given(one.get("in"), new Given.Whole(fn, asked, cases, beside));
        Computed computed = method.recompute(given);
        Judge judge = new Judge();
        for (String key : one.keys()) {
            judgeMember(key, one, judge);
        }
        Tolerance here = one.find("tolerance")
                .map(value -> tolerance.within(Double.parseDouble(value.digits(NUMBER))))
                .orElse(tolerance);
        List<String> further =
                method.furtherOutputs().stream().filter(one.keys()::contains).toList();
        if (further.isEmpty()) {
            judge.compare("", wanted, computed, here);
        } else if (computed instanceof Computed.Members members) {
            judge.compare("", wanted, members.members().getOrDefault("out", computed), here);
            for (String key : further) {
                Computed value = members.members().getOrDefault(key, new Computed.Nothing());
                judge.compare(key, one.get(key), value, here);
            }
        }
        for (String unread : given.unread()) {
            judge.different("in." + unread, "an unknown member of the input", "a known member");
        }
        return judge.outcome(id);
    }

    private void judgeMember(String key, JsonObject one, Judge judge) {
        boolean isKnown = Set.of("id", "in", "out", "fn", "tolerance").contains(key)
                || CASE_NOTES.contains(key)
                || key.startsWith(PUBLISHED)
                || method.furtherOutputs().contains(key);
        if (!isKnown && one.find(key).isPresent()) {
            judge.different(key, "an unknown member of the case", "a known member");
        }
    }
}
