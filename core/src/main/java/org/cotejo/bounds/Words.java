package org.cotejo.bounds;

import java.math.BigDecimal;
import java.util.Locale;
import org.cotejo.base.Sentence;
import org.cotejo.bulletin.Percentage;
import org.cotejo.bulletin.Subject;

/** Puts numbers into sentences as each language writes them: 1,566,131 and 76.94 in English, 1.566.131 and 76,94 in Spanish. */
final class Words {
    private Words() {}

    /**
     * A sentence with places {@code {0}}, {@code {1}}, ... filled: whole numbers grouped, decimals with the language's sign,
     * sentences in their language, all else as it is.
     */
    static Sentence say(String en, String es, Object... values) {
        return new Sentence(fill(en, false, values), fill(es, true, values));
    }

    /** What an announced figure counts, to stand after "the" or after a number: {@code votes for EG}. */
    static Sentence votes(Subject subject) {
        return switch (subject) {
            case Subject.OfCandidate(var candidate) -> say("votes for {0}", "votos de {0}", candidate);
            case Subject.OfGroup(String name, var _) -> say("votes for \"{0}\"", "votos de «{0}»", name);
            case Subject.OfCount(var count) ->
                switch (count) {
                    case VALID -> new Sentence("valid votes", "votos válidos");
                    case NULL -> new Sentence("null votes", "votos nulos");
                    case BLANK -> new Sentence("blank votes", "votos en blanco");
                    case REGISTERED -> new Sentence("registered voters", "electores inscritos");
                    case VOTERS -> new Sentence("voters", "votantes");
                    case BALLOTS -> new Sentence("ballots", "comprobantes");
                };
        };
    }

    private static String fill(String text, boolean isSpanish, Object... values) {
        StringBuilder filled = new StringBuilder(text.length() + 32);
        int at = 0;
        while (at < text.length()) {
            int close = text.charAt(at) == '{' ? text.indexOf('}', at) : -1;
            if (close < 0) {
                filled.append(text.charAt(at++));
            } else {
                filled.append(write(values[Integer.parseInt(text.substring(at + 1, close))], isSpanish));
                at = close + 1;
            }
        }
        return filled.toString();
    }

    private static String write(Object value, boolean isSpanish) {
        if (value instanceof Long || value instanceof Integer) {
            return grouped(((Number) value).longValue(), isSpanish);
        }
        if (value instanceof BigDecimal number) {
            return decimal(number.toPlainString(), isSpanish);
        }
        if (value instanceof Sentence sentence) {
            return isSpanish ? sentence.es() : sentence.en();
        }
        return value instanceof Percentage percentage ? decimal(percentage.toString(), isSpanish) : value.toString();
    }

    private static String grouped(long number, boolean isSpanish) {
        String english = String.format(Locale.ROOT, "%,d", number);
        return isSpanish ? english.replace(',', '.') : english;
    }

    private static String decimal(String number, boolean isSpanish) {
        return isSpanish ? number.replace('.', ',') : number;
    }
}
