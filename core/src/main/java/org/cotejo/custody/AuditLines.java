package org.cotejo.custody;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.crypto.Hash;

/**
 * The lines of a file that an audit commits to (docs/formats/audit.md, section 2): UTF-8, each ended by a line feed, a word and
 * its value, or the fields of a row. Reading asks only what it needs; that the bytes are the one form of their value is seen by
 * printing the value again.
 */
final class AuditLines {
    /** Longest file in bytes. */
    static final int SIZE_MOST = 1 << 28;

    private static final int HEX = 2 * Hash.SIZE;
    private static final int DIGITS_MOST = 18;

    /** A line that is not what it should be. */
    static final class Bad extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Sentence expected;

        Bad(String en, String es) {
            super(en, null, false, false);
            this.expected = new Sentence(en, es);
        }
    }

    private final String text;
    private int at;
    private int number;

    private AuditLines(String text) {
        this.text = text;
    }

    /** Reads a value whose one form {@code print} gives; AUDIT-101 for all other bytes. */
    static <T> Result<T> read(byte[] bytes, Function<AuditLines, T> parse, Function<T, byte[]> print) {
        AuditLines lines = new AuditLines("");
        try {
            lines = new AuditLines(decode(bytes));
            T value = parse.apply(lines);
            lines.atEnd();
            return Arrays.equals(print.apply(value), bytes)
                    ? Result.ok(value)
                    : refused(0, new Sentence("its one canonical form", "su única forma canónica"));
        } catch (Bad e) {
            return refused(lines.number, e.expected);
        } catch (IllegalArgumentException e) {
            return refused(
                    lines.number,
                    new Sentence("values that fit together ({0})", "valores que encajen ({0})").with(e.getMessage()));
        }
    }

    private static String decode(byte[] bytes) {
        if (bytes.length > SIZE_MOST) {
            throw new Bad("at most " + SIZE_MOST + " bytes", "a lo sumo " + SIZE_MOST + " bytes");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Bad("text in UTF-8", "texto en UTF-8");
        }
    }

    private static <T> Result<T> refused(int line, Sentence expected) {
        return Result.refused(new Problem(
                AuditFileProblem.MALFORMED.code(),
                new Where("", line, ""),
                AuditFileProblem.MALFORMED.because(expected)));
    }

    /** A value that is not what it should be. */
    static Bad bad(String en, String es) {
        return new Bad(en, es);
    }

    boolean hasMore() {
        return at < text.length();
    }

    /** The next line without its end. */
    String next() {
        number++;
        int end = text.indexOf('\n', at);
        if (end < 0) {
            throw bad("a line that ends with a line feed", "una línea que termine en salto de línea");
        }
        String line = text.substring(at, end);
        at = end + 1;
        return line;
    }

    /** The next line, which must be this one. */
    void line(String expected) {
        if (!next().equals(expected)) {
            throw bad("'" + expected + "'", "'" + expected + "'");
        }
    }

    /** What follows a word and a blank in the next line. */
    String after(String word) {
        String line = next();
        if (!line.startsWith(word + " ")) {
            throw bad("'" + word + "' and its value", "'" + word + "' y su valor");
        }
        return line.substring(word.length() + 1);
    }

    /** Whether the next line begins with this word and a blank. */
    boolean isNext(String word) {
        return text.startsWith(word + " ", at);
    }

    long number(String word, long most) {
        return number(word, after(word), most);
    }

    static long number(String what, String digits, long most) {
        boolean isNumber =
                digits.length() <= DIGITS_MOST && digits.matches("0|[1-9][0-9]*") && Long.parseLong(digits) <= most;
        if (!isNumber) {
            throw bad(what + ": a whole number up to " + most, what + ": un número entero hasta " + most);
        }
        return Long.parseLong(digits);
    }

    Hash hash(String word) {
        String hex = after(word);
        if (hex.length() != HEX || !hex.matches("[0-9a-f]*")) {
            throw bad(word + ": 64 hexadecimal digits", word + ": 64 dígitos hexadecimales");
        }
        return Hash.ofHex(hex);
    }

    /** The fields of the next line, commas between them, in quotes where they hold commas or quotes. */
    List<String> row() {
        String line = next();
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && isQuoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == ',' && !isQuoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    /** As {@link #row()}, with so many fields. */
    List<String> row(int size) {
        List<String> fields = row();
        if (fields.size() != size) {
            throw bad(size + " fields", size + " campos");
        }
        return fields;
    }

    private void atEnd() {
        if (hasMore()) {
            number++;
            throw bad("the end of the file", "el final del archivo");
        }
    }

    /** Adds the fields of a row and its end. */
    static void row(StringBuilder to, List<String> fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                to.append(',');
            }
            field(to, fields.get(i));
        }
        to.append('\n');
    }

    static void field(StringBuilder to, String field) {
        if (field.indexOf(',') < 0 && field.indexOf('"') < 0) {
            to.append(field);
        } else {
            to.append('"').append(field.replace("\"", "\"\"")).append('"');
        }
    }

    static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
