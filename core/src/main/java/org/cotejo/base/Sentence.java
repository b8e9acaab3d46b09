package org.cotejo.base;

import org.jspecify.annotations.Nullable;

/** One statement for people, in English and in Spanish; both are whole sentences in plain words. */
public record Sentence(String en, String es) {
    public Sentence {
        Check.that(!en.isBlank() && !es.isBlank(), "a sentence needs both languages: '%s' / '%s'", en, es);
    }

    /** The sentence in the language of a two-letter code: {@code es} gives Spanish, all else English. */
    public String in(String language) {
        return language.equals("es") ? es : en;
    }

    /** Puts the values into both languages' {@code {0}}, {@code {1}}, ... places, as they are. */
    public Sentence with(@Nullable Object... values) {
        return new Sentence(fill(en, values), fill(es, values));
    }

    private static String fill(String text, @Nullable Object... values) {
        String filled = text;
        for (int i = 0; i < values.length; i++) {
            filled = filled.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return filled;
    }
}
