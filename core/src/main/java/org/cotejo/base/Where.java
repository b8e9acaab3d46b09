package org.cotejo.base;

/**
 * The place of a problem in what was handed in.
 *
 * @param file the file's name as the user gave it, or what stands for it; empty if there is none
 * @param line 1-based line or row, 0 if it does not apply
 * @param field column, JSON path or field name; empty if it does not apply
 */
public record Where(String file, long line, String field) {
    public Where {
        Check.that(line >= 0, "a line is not negative: %d", line);
    }

    /** A whole file. */
    public static Where file(String file) {
        return new Where(file, 0, "");
    }

    /** A field without a file, as a command line option is. */
    public static Where field(String field) {
        return new Where("", 0, field);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(text.isEmpty() ? "line " : ":").append(line);
        }
        if (!field.isEmpty()) {
            text.append(text.isEmpty() ? "" : " ").append('[').append(field).append(']');
        }
        return text.toString();
    }
}
