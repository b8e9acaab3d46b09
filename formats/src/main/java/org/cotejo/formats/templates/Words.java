package org.cotejo.formats.templates;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cotejo.base.Texts;
import org.cotejo.base.Where;
import org.cotejo.definition.Names;

/** Reads the small texts of which records consist, each refused with what was expected. */
final class Words {
    private static final LocalDate FIRST_DAY = LocalDate.EPOCH;
    private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

    private static final Instant LAST_TIME = Instant.parse("3000-01-01T00:00:00Z");

    private Words() {}

    /** One of the constants of a list, written in small letters such as {@code copy_refused}. */
    static <E extends Enum<E>> E of(Class<E> list, String text, Where where) {
        for (E constant : list.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
                return constant;
            }
        }
        List<String> known = Stream.of(list.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        throw TemplateProblem.WORD.at(where, TemplateProblem.shown(text), String.join(", ", known));
    }

    /** A time cut to the full hour, so that nobody is found by the minute of a message. */
    static Instant hour(String text, Where where) {
        return time(text, where).truncatedTo(ChronoUnit.HOURS);
    }

    /** A time of something public, cut to the second. */
    static Instant second(String text, Where where) {
        return time(text, where).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant time(String text, Where where) {
        try {
            Instant time = OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
            if (!time.isBefore(Instant.EPOCH) && time.isBefore(LAST_TIME)) {
                return time;
            }
        } catch (DateTimeException e) {
            // refused below, in our words
        }
        throw TemplateProblem.TIME.at(where, TemplateProblem.shown(text));
    }

    static LocalDate day(String text, Where where) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
                return day;
            }
        } catch (DateTimeException e) {
            // refused below, in our words
        }
        throw TemplateProblem.DAY.at(where, TemplateProblem.shown(text));
    }

    static String id(String text, Where where) {
        if (!Names.idFault(text).isEmpty()) {
            throw TemplateProblem.ID.at(where, TemplateProblem.shown(text));
        }
        return text;
    }

    /** The id of an announcement, decision or audit. */
    static String shortName(String text, Where where) {
        if (!text.matches("[A-Za-z0-9._-]{1,60}")) {
            throw TemplateProblem.SHORT_NAME.at(where, TemplateProblem.shown(text));
        }
        return text;
    }

    /** A public name or title. */
    static String name(String text, Where where) {
        if (text.isEmpty()) {
            throw TemplateProblem.TEXT.at(where, "", 1);
        }
        return title(text, where);
    }

    /** A public title that may be empty. */
    static String title(String text, Where where) {
        if (text.length() > Names.NAME_MOST || !Texts.isClean(text)) {
            throw TemplateProblem.TEXT.at(where, TemplateProblem.shown(text), 0);
        }
        return text;
    }
}
