package org.cotejo.station.words;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParsePosition;
import java.util.OptionalInt;
import org.cotejo.base.Check;

/**
 * Numbers of votes in words, as sheets carry them beside the digits, and back. The rules are those of Unicode's CLDR as ICU4J has
 * them, but for two things: its Spanish ones hold soft hyphens, which no sheet needs and which make words ambiguous to read back;
 * and its Arabic ones say hundreds as two words, where Arabic has one. Not safe for use by several threads.
 */
public final class NumberWords {
    /** The largest number that is written in words. */
    public static final int MOST = 999_999_999;

    private static final String SOFT_HYPHEN = "\u00ad";

    private final RuleBasedNumberFormat rules;

    private NumberWords(RuleBasedNumberFormat rules) {
        this.rules = rules;
    }

    public static NumberWords of(Language language) {
        ULocale locale = ULocale.forLanguageTag(language.tag());
        return switch (language) {
            case ARABIC -> new NumberWords(new RuleBasedNumberFormat(ownRules(language), locale));
            case SPANISH, ENGLISH, PORTUGUESE, FRENCH -> new NumberWords(unicode(locale));
        };
    }

    private static RuleBasedNumberFormat unicode(ULocale locale) {
        RuleBasedNumberFormat unicode = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
        if (!unicode.toString().contains(SOFT_HYPHEN)) {
            return unicode;
        }
        String chosen = unicode.getDefaultRuleSetName();
        RuleBasedNumberFormat plain =
                new RuleBasedNumberFormat(unicode.toString().replace(SOFT_HYPHEN, ""), locale);
        plain.setDefaultRuleSet(chosen);
        return plain;
    }

    private static String ownRules(Language language) {
        String name = "numbers." + language.tag() + ".rules";
        try (InputStream in = NumberWords.class.getResourceAsStream(name)) {
            Check.that(in != null, "there is no file %s", name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the rules " + name, e);
        }
    }

    /** A number in words, such as {@code trescientos cuarenta}. */
    public String say(int number) {
        Check.that(number >= 0 && number <= MOST, "a number in words is 0 to %d, not %d", MOST, number);
        return rules.format(number);
    }

    /** The number of which these are the words; empty if they are the words of none. */
    public OptionalInt read(String words) {
        ParsePosition at = new ParsePosition(0);
        Number number = rules.parse(words, at);
        boolean isRead = !words.isEmpty()
                && at.getIndex() == words.length()
                && number instanceof Long
                && number.longValue() >= 0
                && number.longValue() <= MOST
                && say(number.intValue()).equals(words);
        return isRead ? OptionalInt.of(number.intValue()) : OptionalInt.empty();
    }
}
