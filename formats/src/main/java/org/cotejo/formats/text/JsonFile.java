package org.cotejo.formats.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Where;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reads a small JSON file strictly: no key twice, nothing after the value; comments with {@code //} are passed over. */
final class JsonFile {
    /** Most bytes of such a file. */
    static final int BYTES_MOST = 1 << 24;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxStringLength(10_000)
                    .maxNameLength(1_000)
                    .maxNumberLength(40)
                    .build())
            .build();

    private final String name;
    private final JsonParser parser;

    private JsonFile(String name, JsonParser parser) {
        this.name = name;
        this.parser = parser;
    }

    /** The one value of the file. */
    static JsonValue read(String name, byte[] bytes) {
        if (bytes.length > BYTES_MOST) {
            throw JsonProblem.LARGE.at(Where.file(name), bytes.length, BYTES_MOST);
        }
        String text = TextLines.text(name, bytes);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new JsonFile(name, parser).whole();
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            throw JsonProblem.SYNTAX.at(new Where(name, line, ""), column);
        }
    }

    private JsonValue whole() {
        JsonValue value = value(parser.nextToken(), "");
        if (parser.nextToken() != null) {
            throw syntax(where(""));
        }
        return value;
    }

    private JsonValue value(@Nullable JsonToken token, String path) {
        Where where = where(path);
        if (token == null) {
            throw syntax(where);
        }
        return switch (token) {
            case START_OBJECT -> new JsonValue(object(path), where);
            case START_ARRAY -> new JsonValue(list(path), where);
            case VALUE_STRING -> scalar(JsonValue.Form.TEXT, where);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(JsonValue.Form.NUMBER, where);
            case VALUE_TRUE, VALUE_FALSE -> scalar(JsonValue.Form.FLAG, where);
            case VALUE_NULL -> scalar(JsonValue.Form.NULL, where);
            default -> throw syntax(where);
        };
    }

    private RefusedException syntax(Where where) {
        return JsonProblem.SYNTAX.at(where, parser.currentTokenLocation().getColumnNr());
    }

    private JsonValue scalar(JsonValue.Form form, Where where) {
        return new JsonValue(new JsonValue.Scalar(form, parser.getString()), where);
    }

    private Map<String, JsonValue> object(String path) {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            String inner = path.isEmpty() ? TextProblem.shown(key) : path + "." + TextProblem.shown(key);
            if (values.containsKey(key)) {
                throw JsonProblem.KEY_TWICE.at(where(inner), TextProblem.shown(key));
            }
            values.put(key, value(parser.nextToken(), inner));
        }
        return values;
    }

    private List<JsonValue> list(String path) {
        List<JsonValue> values = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            values.add(value(token, path + "[" + (values.size() + 1) + "]"));
        }
        return values;
    }

    private Where where(String path) {
        return new Where(name, Math.max(0, parser.currentTokenLocation().getLineNr()), path);
    }
}
