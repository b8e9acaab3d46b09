package org.cotejo.formats.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.base.Texts;
import org.cotejo.base.Where;

/**
 * One value of a JSON file with its place in it. Each accessor says what it expects and refuses everything else with that
 * place, so that a reader of a format is a list of expectations.
 */
public final class JsonValue {
    private static final Sentence TEXT = new Sentence("a text", "un texto");
    private static final Sentence FLAG = new Sentence("true or false", "true o false");
    private static final Sentence LIST = new Sentence("a list [ ]", "una lista [ ]");
    private static final Sentence OBJECT = new Sentence("an object { }", "un objeto { }");

    /** Content: {@link Scalar}, a list of values, or a map of them. */
    private final Object content;

    private final Where where;

    /** A value without parts: its characters in the file and what it is. */
    record Scalar(Form form, String characters) {}

    /** What a value without parts is. */
    enum Form {
        TEXT,
        NUMBER,
        FLAG,
        NULL
    }

    /** The one value of a JSON file; comments with {@code //} are passed over, and nothing else that is no JSON. */
    public static JsonValue read(String name, byte[] bytes) {
        return JsonFile.read(name, bytes);
    }

    JsonValue(Object content, Where where) {
        this.content = content;
        this.where = where;
    }

    /** Its place, for a refusal. */
    public Where where() {
        return where;
    }

    public boolean isNull() {
        return content instanceof Scalar(Form form, String _) && form == Form.NULL;
    }

    public boolean isText() {
        return content instanceof Scalar(Form form, String _) && form == Form.TEXT;
    }

    public boolean isList() {
        return content instanceof List;
    }

    public boolean isObject() {
        return content instanceof Map;
    }

    /** The text, tidy (composed, trimmed). */
    public String text() {
        return Texts.tidy(scalar(Form.TEXT, TEXT));
    }

    /** The text as it is. */
    public String rawText() {
        return scalar(Form.TEXT, TEXT);
    }

    public boolean flag() {
        return scalar(Form.FLAG, FLAG).equals("true");
    }

    /** A whole number from 0 to {@code most}. */
    public long number(long most) {
        Sentence expected = new Sentence("a whole number from 0 to " + most, "un número entero de 0 a " + most);
        String characters = scalar(Form.NUMBER, expected);
        if (!characters.matches("[0-9]{1,18}") || Long.parseLong(characters) > most) {
            throw refusal(expected);
        }
        return Long.parseLong(characters);
    }

    /** The characters of a number, or of a text that holds one, as written with all its decimals. */
    public String digits(Sentence expected) {
        if (content instanceof Scalar(Form form, String characters) && (form == Form.NUMBER || form == Form.TEXT)) {
            return characters.strip();
        }
        throw kind(expected);
    }

    /** The values of a list. */
    public List<JsonValue> list() {
        if (content instanceof List<?> values) {
            return values.stream().map(JsonValue.class::cast).toList();
        }
        throw kind(LIST);
    }

    /** The object, of which no other keys than these are taken. */
    public JsonObject object(String... knownKeys) {
        JsonObject object = anyObject();
        object.refuseUnknown(List.of(knownKeys));
        return object;
    }

    /** An object whose keys are names that the user chose. */
    public JsonObject anyObject() {
        if (content instanceof Map<?, ?> map) {
            return new JsonObject(map, where);
        }
        throw kind(OBJECT);
    }

    /** What is thrown where the value is of the right kind and still can't be used. */
    public RefusedException refusal(Sentence expected) {
        return JsonProblem.VALUE.at(where, TextProblem.shown(shown()), expected);
    }

    private String scalar(Form wanted, Sentence expected) {
        if (content instanceof Scalar(Form form, String characters) && form == wanted) {
            return characters;
        }
        throw kind(expected);
    }

    private RefusedException kind(Sentence expected) {
        return JsonProblem.KIND.at(where, TextProblem.shown(shown()), expected);
    }

    private String shown() {
        return switch (content) {
            case Scalar(Form _, String characters) -> characters;
            case List<?> _ -> "[ ]";
            default -> "{ }";
        };
    }

    /** An object of a JSON file: its keys in the order of the file. */
    public static final class JsonObject {
        private final Map<String, JsonValue> values;
        private final Where where;

        JsonObject(Map<?, ?> values, Where where) {
            this.values = values.entrySet().stream()
                    .collect(Collectors.toMap(
                            e -> (String) e.getKey(), e -> (JsonValue) e.getValue(), (a, _) -> a, LinkedHashMap::new));
            this.where = where;
        }

        void refuseUnknown(List<String> known) {
            values.forEach((key, value) -> {
                if (!known.contains(key)) {
                    throw JsonProblem.UNKNOWN_KEY.at(value.where(), TextProblem.shown(key), String.join(", ", known));
                }
            });
        }

        /** Its place, for a refusal. */
        public Where where() {
            return where;
        }

        /** The keys in the order of the file. */
        public List<String> keys() {
            return List.copyOf(values.keySet());
        }

        /** The value of a key that must be there. */
        public JsonValue get(String key) {
            return find(key).orElseThrow(() -> JsonProblem.NO_KEY.at(where, key));
        }

        /** The value of a key that may be missing or null. */
        public Optional<JsonValue> find(String key) {
            return Optional.ofNullable(values.get(key)).filter(value -> !value.isNull());
        }
    }
}
