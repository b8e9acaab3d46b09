package org.cotejo.station.words;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.text.ParsePosition;
import java.util.OptionalInt;
import org.cotejo.base.Check;

/**
 * Numbers of votes in words, as sheets carry them beside the digits, and back. The rules are those of Unicode's CLDR by ICU4J. Not
 * safe for use by several threads.
 */
public final class NumberWords {
    /** The largest number that is written in words. */
    public static final int MOST = 999_999_999;

    private final RuleBasedNumberFormat rules;

    private NumberWords(RuleBasedNumberFormat rules) {
        this.rules = rules;
    }

    public static NumberWords of(Language language) {
        return new NumberWords(
                new RuleBasedNumberFormat(ULocale.forLanguageTag(language.tag()), RuleBasedNumberFormat.SPELLOUT));
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
        return at.getIndex() == words.length() && number != null && number.longValue() <= MOST
                ? OptionalInt.of(number.intValue())
                : OptionalInt.empty();
    }
}
