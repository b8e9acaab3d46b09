package org.cotejo.sheet;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.cotejo.base.Check;

/**
 * When a station opened and closed by its own clock, to the minute, and how far that clock is from UTC.
 *
 * @param closing not before the opening
 * @param offset -12:00 to +14:00 in quarters of an hour
 */
public record SheetHours(LocalDateTime opening, LocalDateTime closing, ZoneOffset offset) {
    static final int FIRST_YEAR = 1970;
    static final int LAST_YEAR = 9999;
    static final int OFFSET_LEAST_MINUTES = -12 * 60;
    static final int OFFSET_MOST_MINUTES = 14 * 60;
    static final int OFFSET_STEP_MINUTES = 15;

    public SheetHours {
        check(opening);
        check(closing);
        Check.that(!closing.isBefore(opening), "closed at %s, opened at %s", closing, opening);
        int seconds = offset.getTotalSeconds();
        Check.that(
                seconds % (OFFSET_STEP_MINUTES * 60) == 0
                        && seconds >= OFFSET_LEAST_MINUTES * 60
                        && seconds <= OFFSET_MOST_MINUTES * 60,
                "offset %s",
                offset);
    }

    private static void check(LocalDateTime time) {
        Check.that(
                time.getYear() >= FIRST_YEAR
                        && time.getYear() <= LAST_YEAR
                        && time.getSecond() == 0
                        && time.getNano() == 0,
                "%s is no full minute of the years %d to %d",
                time,
                FIRST_YEAR,
                LAST_YEAR);
    }
}
