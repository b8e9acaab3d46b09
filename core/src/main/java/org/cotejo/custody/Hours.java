package org.cotejo.custody;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.cotejo.base.Check;
import org.jspecify.annotations.Nullable;

/** Times at a station are kept to the hour, so that nobody is found by the minute of a message. */
final class Hours {
    private Hours() {}

    static void check(@Nullable Instant hour) {
        Check.that(
                hour == null
                        || hour.getEpochSecond() >= 0
                                && hour.truncatedTo(ChronoUnit.HOURS).equals(hour),
                "%s is not a full hour",
                hour);
    }
}
