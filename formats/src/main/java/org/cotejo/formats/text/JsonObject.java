package org.cotejo.formats.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cotejo.base.Where;

/** An object of a JSON file: its keys in the order of the file. */
public final class JsonObject {
    private final Map<String, JsonValue> values;
    private final Where where;

    JsonObject(Map<?, ?> values, Where where) {
        this.values = values.entrySet().stream()
                .collect(Collectors.toMap(
                        e -> (String) e.getKey(),
                        e -> (JsonValue) e.getValue(),
                        (a, _) -> a,
                        java.util.LinkedHashMap::new));
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
