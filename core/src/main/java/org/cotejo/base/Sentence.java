package org.cotejo.base;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One statement for people, in English and in Spanish; both are whole sentences in plain words. */
public record Sentence(String en, String es) {
    private static final Pattern PLACE = Pattern.compile("\\{([0-9]{1,2})\\}");

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

    /** The same, beginning with a capital letter: for what stands alone here and inside another sentence elsewhere. */
    public Sentence capitalised() {
        return new Sentence(capitalised(en), capitalised(es));
    }

    private static String capitalised(String text) {
        int end = text.offsetByCodePoints(0, 1);
        return text.substring(0, end).toUpperCase(java.util.Locale.ROOT) + text.substring(end);
    }

    private static String fill(String text, @Nullable Object... values) {
        return PLACE.matcher(text).replaceAll(place -> {
            int index = Integer.parseInt(place.group(1));
            String filled = index < values.length ? String.valueOf(values[index]) : place.group();
            return Matcher.quoteReplacement(filled);
        });
    }
}
