package org.cotejo.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.cotejo.base.Check;
import org.cotejo.base.Fraction;
import org.cotejo.base.Sentence;
import org.cotejo.bulletin.Percentage;

/**
 * The texts of the pages in one language, and numbers, shares and days as that language writes them. Texts are plain: what
 * they hold is escaped where it is printed. Safe for use by several threads.
 */
final class Words {
    /** Stands where there is no number. */
    static final String NONE = "–";

    private final Language language;
    private final Map<String, String> texts;
    private final DateTimeFormatter day;

    private Words(Language language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
        this.day = DateTimeFormatter.ofPattern(
                Objects.requireNonNull(texts.get("format.day"), "format.day"), language.locale());
    }

    /** Reads the texts of a language from this program. */
    static Words of(Language language) {
        String name = "messages_" + language.code() + ".properties";
        try (InputStream bytes = Objects.requireNonNull(Words.class.getResourceAsStream(name), name);
                Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            Map<String, String> texts = new HashMap<>();
            properties.forEach((key, text) -> texts.put((String) key, (String) text));
            return new Words(language, texts);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the texts " + name, e);
        }
    }

    Language language() {
        return language;
    }

    Set<String> keys() {
        return Set.copyOf(texts.keySet());
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }

    /** The text of a key as it is. */
    String say(String key) {
        String text = texts.get(key);
        Check.that(text != null, "no text '%s' in %s", key, language);
        return Objects.requireNonNull(text);
    }

    /** The text of a key with its places {@code {0}}, {@code {1}}, ... filled: whole numbers grouped, all else as it is. */
    String say(String key, Object... values) {
        return fill(say(key), values);
    }

    /** One text for the number one, another for all others; the number is {@code {0}}, the rest follows it. */
    String count(String key, long number, Object... more) {
        Object[] values = new Object[more.length + 1];
        values[0] = number;
        System.arraycopy(more, 0, values, 1, more.length);
        return say(key + (number == 1 ? ".one" : ".many"), values);
    }

    /** The sentence in this language. */
    String in(Sentence sentence) {
        return sentence.in(language.code());
    }

    private String fill(String text, Object... values) {
        StringBuilder filled = new StringBuilder(text.length() + 32);
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (close < 0) {
                return filled.append(text, at, text.length()).toString();
            }
            filled.append(text, at, open).append(write(values[Integer.parseInt(text.substring(open + 1, close))]));
            at = close + 1;
        }
        return filled.toString();
    }

    private String write(Object value) {
        return switch (value) {
            case Long number -> number(number);
            case Integer number -> number(number);
            case Sentence sentence -> in(sentence);
            default -> value.toString();
        };
    }

    /** A whole number with its thousands grouped: 1,234,567 or 1.234.567. */
    String number(long number) {
        if (number > -1000 && number < 1000) {
            return Long.toString(number);
        }
        String digits = Long.toString(Math.abs(number));
        StringBuilder grouped = new StringBuilder(digits.length() + 8);
        if (number < 0) {
            grouped.append('−');
        }
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                grouped.append(language.group());
            }
            grouped.append(digits.charAt(i));
        }
        return grouped.toString();
    }

    /** A text with a capital letter, as a sentence begins. */
    static String begun(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + text.substring(Character.charCount(first));
    }

    /** A whole number with its sign, as a difference is written. */
    String signed(long number) {
        return number > 0 ? "+" + number(number) : number < 0 ? "−" + number(-number) : "0";
    }

    /** A share in per cent with two decimals, halves rounded up; {@link #NONE} of nothing. */
    String share(long part, long whole) {
        return whole <= 0 ? NONE : share(Fraction.of(part, whole));
    }

    /** A share, given as a fraction of one, in per cent with two decimals. */
    String share(Fraction share) {
        return decimal(share.times(Fraction.of(100, 1)).decimal(2)) + say("format.percent");
    }

    /** A percentage with as many decimals as it was printed with. */
    String printed(Percentage percentage) {
        return decimal(percentage.printed()) + say("format.percent");
    }

    String decimal(BigDecimal value) {
        return value.toPlainString().replace('.', language.point());
    }

    /** A probability as 9.88 × 10⁻⁹ is written in plain text: {@code 9.88e-9}. */
    String tiny(Fraction chance) {
        return chance.scientific(3).replace('.', language.point());
    }

    /** As {@link #tiny} with four digits, for figures that others work out too. */
    String exact(Fraction chance) {
        return chance.scientific(4).replace('.', language.point());
    }

    /** A probability with four decimals, or by powers of ten where it is smaller than they show. */
    String chance(double p) {
        return p >= 0.001 || p == 0
                ? decimal(new BigDecimal(p).setScale(4, java.math.RoundingMode.HALF_UP))
                : String.format(Locale.ROOT, "%.2e", p).replace('.', language.point());
    }

    /** About one in so many, for a chance that is not 0. */
    String oneIn(Fraction chance) {
        Fraction tries = Fraction.ONE.over(chance);
        return tries.round().bitLength() < Long.SIZE - 1
                ? number(tries.round().longValueExact())
                : tries.scientific(2).replace('.', language.point());
    }

    String day(LocalDate date) {
        return day.format(date);
    }

    /** Day, hour and minute in UTC: the entries hold no other zone. */
    String moment(Instant instant) {
        ZonedDateTime utc = instant.atZone(ZoneOffset.UTC);
        return day(utc.toLocalDate()) + ", "
                + DateTimeFormatter.ofPattern("HH:mm", language.locale()).format(utc) + " UTC";
    }
}
