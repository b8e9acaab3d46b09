package org.cotejo.conformance;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.Sentence;
import org.cotejo.formats.text.JsonValue;
import org.cotejo.formats.text.JsonValue.JsonObject;

/** The forms in which published files write their values; what is not in its form is refused or an illegal argument. */
final class Read {
    private static final Sentence WHOLE = new Sentence("a whole number", "un número entero");

    private Read() {}

    static String text(JsonObject object, String key) {
        return object.get(key).rawText();
    }

    static byte[] utf8(JsonObject object, String key) {
        return text(object, key).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    static byte[] hex(JsonObject object, String key) {
        return hex(text(object, key));
    }

    static byte[] base64(JsonValue value) {
        return Base64.getDecoder().decode(value.rawText());
    }

    static byte[] base64(JsonObject object, String key) {
        return base64(object.get(key));
    }

    /** The elements of a list that may be null or missing. */
    static List<JsonValue> list(JsonObject object, String key) {
        return object.find(key).map(JsonValue::list).orElse(List.of());
    }

    /** A whole number of any size; those that no {@code long} holds become the largest one, which is no size of anything. */
    static long number(JsonValue value) {
        BigInteger number = new BigInteger(value.digits(WHOLE));
        return number.bitLength() < Long.SIZE ? number.longValue() : Long.MAX_VALUE;
    }

    static long number(JsonObject object, String key) {
        return number(object.get(key));
    }

    /** What a case calls itself, else its place in the list. */
    static String id(JsonValue value, int place, String... keys) {
        if (value.isObject()) {
            JsonObject object = value.anyObject();
            for (String key : keys) {
                Optional<JsonValue> name = object.find(key);
                if (name.isPresent()) {
                    return name.get().isText()
                            ? name.get().rawText()
                            : key + " " + name.get().digits(WHOLE);
                }
            }
        }
        return "case " + (place + 1);
    }
}
