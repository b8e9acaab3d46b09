package org.cotejo.bounds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cotejo.base.Check;
import org.jspecify.annotations.Nullable;

/** Reads the shared vector files, which are well-formed JSON without escapes beyond the quote: enough for tests. */
final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** A {@code Map}, {@code List}, {@code String}, {@code BigDecimal}, {@code Boolean} or null. */
    static @Nullable Object parse(String text) {
        return new Json(text).value();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(@Nullable Object value) {
        return (List<Object>) Objects.requireNonNull(value);
    }

    static BigDecimal number(@Nullable Object value) {
        return (BigDecimal) Objects.requireNonNull(value);
    }

    static long whole(@Nullable Object value) {
        return number(value).longValueExact();
    }

    private @Nullable Object value() {
        skipBlanks();
        return switch (text.charAt(at)) {
            case '{' -> members();
            case '[' -> elements();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> digits();
        };
    }

    private Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        at++;
        while (next('}')) {
            String name = string();
            skipBlanks();
            Check.that(text.charAt(at++) == ':', "no colon at %d", at);
            members.put(name, value());
        }
        return members;
    }

    private List<@Nullable Object> elements() {
        List<@Nullable Object> elements = new ArrayList<>();
        at++;
        while (next(']')) {
            elements.add(value());
        }
        return elements;
    }

    /** Moves to the next member or element; false past the closing sign. */
    private boolean next(char close) {
        skipBlanks();
        if (text.charAt(at) == ',') {
            at++;
            skipBlanks();
        }
        if (text.charAt(at) == close) {
            at++;
            return false;
        }
        return true;
    }

    private String string() {
        StringBuilder read = new StringBuilder();
        for (at++; text.charAt(at) != '"'; at++) {
            if (text.charAt(at) == '\\') {
                at++;
            }
            read.append(text.charAt(at));
        }
        at++;
        return read.toString();
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        Check.that(text.startsWith(word, at), "no value at %d", at);
        at += word.length();
        return value;
    }

    private BigDecimal digits() {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return new BigDecimal(text.substring(from, at));
    }

    private void skipBlanks() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
