package org.cotejo.site;

import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Prints one JSON value, indented, with keys in the order in which they are given. */
final class Json {
    private final StringBuilder text = new StringBuilder(4096);
    private int depth;
    private boolean isFirst = true;

    Json object(Runnable members) {
        return nest('{', members, '}');
    }

    Json array(Runnable elements) {
        return nest('[', elements, ']');
    }

    private Json nest(char open, Runnable inside, char close) {
        text.append(open);
        depth++;
        isFirst = true;
        inside.run();
        depth--;
        if (!isFirst) {
            newLine();
        }
        text.append(close);
        isFirst = false;
        return this;
    }

    /** Begins a member of an object; its value follows. */
    Json key(String key) {
        element();
        quote(key);
        text.append(": ");
        return this;
    }

    /** Begins an element of an array; its value follows. */
    Json element() {
        if (!isFirst) {
            text.append(',');
        }
        newLine();
        isFirst = false;
        return this;
    }

    Json value(String value) {
        quote(value);
        return this;
    }

    Json value(@Nullable Number value) {
        text.append(value);
        return this;
    }

    Json value(OptionalLong value) {
        text.append(value.isPresent() ? Long.toString(value.getAsLong()) : "null");
        return this;
    }

    Json nothing() {
        text.append("null");
        return this;
    }

    private void newLine() {
        text.append('\n').append("  ".repeat(depth));
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < 0x20 || c == '<' || c == 0x2028 || c == 0x2029) {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }

    /** What was printed so far. */
    @Override
    public String toString() {
        return text.toString();
    }
}
