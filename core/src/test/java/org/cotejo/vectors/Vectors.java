package org.cotejo.vectors;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value of a published JSON file, with the accessors that tests need; what is not as expected fails the test. The files are
 * well-formed and known, so this reads no more of JSON than they use.
 */
public final class Vectors {
    private final @Nullable Object value;

    private Vectors(@Nullable Object value) {
        this.value = value;
    }

    /** A file of the folder {@code vectors}; tests are skipped where the shared data is absent. */
    public static Path file(String name) {
        Path file = Path.of(System.getProperty("cotejo.shared", "../shared"), "vectors", name);
        assumeTrue(Files.exists(file), () -> "no shared data at " + file.toAbsolutePath());
        return file;
    }

    /** The bytes of a file of the folder {@code vectors}. */
    public static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException problem) {
            throw new UncheckedIOException("reading " + name, problem);
        }
    }

    /** A JSON file of the folder {@code vectors}. */
    public static Vectors read(String name) {
        return new Vectors(new Reader(new String(bytes(name), StandardCharsets.UTF_8)).value());
    }

    /** A member that must be there, whatever it is. */
    public Vectors get(String key) {
        return new Vectors(members().get(key));
    }

    public boolean has(String key) {
        return members().get(key) != null;
    }

    /** The elements of a list; none of null. */
    public List<Vectors> list() {
        return value == null
                ? List.of()
                : ((List<?>) value).stream().map(Vectors::new).toList();
    }

    public String text() {
        return (String) Objects.requireNonNull(value);
    }

    /** The text as UTF-8. */
    public byte[] utf8() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /** The bytes of a base64 text. */
    public byte[] base64() {
        return Base64.getDecoder().decode(text());
    }

    public long number() {
        return Long.parseUnsignedLong(((StringBuilder) Objects.requireNonNull(value)).toString());
    }

    public boolean flag() {
        return (Boolean) Objects.requireNonNull(value);
    }

    private Map<?, ?> members() {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }

    /** Objects are maps, lists are lists, numbers their characters. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        @Nullable
        Object value() {
            skip();
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
            while (more('}')) {
                String key = string();
                skip();
                at++;
                members.put(key, value());
            }
            return members;
        }

        private List<@Nullable Object> elements() {
            List<@Nullable Object> elements = new ArrayList<>();
            at++;
            while (more(']')) {
                elements.add(value());
            }
            return elements;
        }

        private boolean more(char close) {
            skip();
            if (text.charAt(at) == ',') {
                at++;
                skip();
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
                char c = text.charAt(at);
                if (c == '\\') {
                    c = text.charAt(++at);
                    switch (c) {
                        case 'n' -> c = '\n';
                        case 'u' -> {
                            c = (char) Integer.parseInt(text.substring(at + 1, at + 5), 16);
                            at += 4;
                        }
                        default -> {}
                    }
                }
                read.append(c);
            }
            at++;
            return read.toString();
        }

        private @Nullable Object word(String word, @Nullable Object value) {
            at += word.length();
            return value;
        }

        private StringBuilder digits() {
            StringBuilder digits = new StringBuilder();
            while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
                digits.append(text.charAt(at++));
            }
            return digits;
        }

        private void skip() {
            while (Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }
}
