package org.cotejo.base;

/**
 * Something that the world sent and that is refused: a stable public code, the place, and a sentence that says what was
 * found and what was expected.
 *
 * @param code public and stable, such as {@code CSV-104}; listed in docs/codes.md
 */
public record Problem(String code, Where where, Sentence sentence) {
    public Problem {
        Check.that(code.matches("[A-Z]+-[0-9]{3}"), "not a problem code: %s", code);
    }

    /** The same problem, seen in a named file. */
    public Problem in(String file) {
        return new Problem(code, new Where(file, where.line(), where.field()), sentence);
    }

    /** One line for a person: place, code and sentence. */
    public String line(String language) {
        String place = where.toString();
        return (place.isEmpty() ? "" : place + ": ") + code + ": " + sentence.in(language);
    }
}
