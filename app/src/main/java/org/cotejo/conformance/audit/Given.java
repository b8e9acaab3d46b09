package org.cotejo.conformance.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cotejo.base.Check;
import org.cotejo.base.Sentence;
import org.cotejo.formats.text.JsonValue;
import org.cotejo.formats.text.JsonValue.JsonObject;

/**
 * The input of a case, or an object inside it. It remembers which members were read: one that nobody read says something that the
 * computation leaves out.
 */
final class Given {
    private static final Sentence NUMBER = new Sentence("a number", "un número");
    private static final Sentence WHOLE = new Sentence("a whole number", "un número entero");

    private final JsonValue value;
    private final Whole whole;
    private final Set<String> read = new HashSet<>();
    private final Map<String, Given> inside = new HashMap<>();

    /** What all parts of one case share: what it wants, its variant, and the files beside. */
    record Whole(String fn, List<String> asked, List<JsonValue> allCases, Function<String, Optional<byte[]>> beside) {}

    Given(JsonValue value, Whole whole) {
        this.value = value;
        this.whole = whole;
    }

    /** The input as it stands; whoever asks for it reads all of it. */
    JsonValue value() {
        if (value.isObject()) {
            read.addAll(value.anyObject().keys());
        }
        return value;
    }

    /** What the case says it computes ({@code fn}), or nothing. */
    String fn() {
        return whole.fn();
    }

    /** Names of the outputs, never their values; some hold a parameter, such as {@code p_at_0.3}. */
    List<String> asked() {
        return whole.asked();
    }

    /** The input of another case of the same file, which this one refers to. */
    Given ofCase(String id) {
        for (JsonValue one : whole.allCases()) {
            if (one.anyObject().get("id").rawText().equals(id)) {
                return new Given(one.anyObject().get("in"), whole);
            }
        }
        throw new IllegalArgumentException("no case " + id + " in this file");
    }

    private JsonObject object() {
        return value.anyObject();
    }

    List<String> keys() {
        return object().keys();
    }

    boolean has(String key) {
        return value.isObject() && object().find(key).isPresent();
    }

    JsonValue get(String key) {
        read.add(key);
        return object().get(key);
    }

    Optional<JsonValue> find(String key) {
        read.add(key);
        return object().find(key);
    }

    /** A member that says something to a reader and nothing to the computation. */
    void note(String... keys) {
        read.addAll(List.of(keys));
    }

    double number(String key) {
        return number(get(key));
    }

    static double number(JsonValue value) {
        String digits = value.digits(NUMBER);
        return digits.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(digits);
    }

    double number(String key, double otherwise) {
        return find(key).map(Given::number).orElse(otherwise);
    }

    long whole(String key) {
        return whole(get(key));
    }

    static long whole(JsonValue value) {
        String digits = value.digits(WHOLE);
        Check.that(digits.matches("-?[0-9]{1,18}"), "'%s' is no whole number", digits);
        return Long.parseLong(digits);
    }

    long whole(String key, long otherwise) {
        return find(key).map(Given::whole).orElse(otherwise);
    }

    String text(String key) {
        return get(key).rawText();
    }

    boolean flag(String key) {
        return get(key).flag();
    }

    List<JsonValue> list(String key) {
        return get(key).list();
    }

    List<String> texts(String key) {
        return list(key).stream().map(JsonValue::rawText).toList();
    }

    double[] numbers(String key) {
        return list(key).stream().mapToDouble(Given::number).toArray();
    }

    long[] wholes(String key) {
        return list(key).stream().mapToLong(Given::whole).toArray();
    }

    /** An object inside, whose members must be read too. */
    Given inside(String key) {
        read.add(key);
        return inside.computeIfAbsent(key, name -> new Given(object().get(name), whole));
    }

    /** The table of rows that a member names, a CSV beside the file, plain or gzip. */
    CsvTable table(String key) {
        String name = text(key);
        byte[] bytes = whole.beside()
                .apply(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no " + name + " beside the file"));
        return CsvTable.read(name, bytes);
    }

    /** Members that nobody read, with their place. */
    List<String> unread() {
        if (!value.isObject()) {
            return List.of();
        }
        List<String> unread = new ArrayList<>();
        for (String key : keys()) {
            if (!read.contains(key)) {
                unread.add(key);
            }
        }
        inside.forEach((key, given) -> unread.addAll(
                given.unread().stream().map(member -> key + "." + member).toList()));
        return unread.stream().sorted().toList();
    }
}
