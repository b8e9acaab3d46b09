package org.cotejo.sim;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** The days of the simulated election, a Sunday in October 2029; no clock is asked. */
final class Days {
    static final LocalDate ELECTION = LocalDate.of(2029, 10, 14);
    static final Instant REGISTER = Instant.parse("2029-08-01T12:00:00Z");
    static final Instant CLOSING = Instant.parse("2029-10-14T22:00:00Z");
    static final Instant RESULTS = Instant.parse("2029-10-15T04:00:00Z");
    static final Instant BULLETIN = Instant.parse("2029-10-15T04:30:00Z");
    static final Instant DUMP = Instant.parse("2029-10-25T12:00:00Z");
    static final Instant REWRITING = Instant.parse("2029-11-05T12:00:00Z");
    private static final Instant COPIES = Instant.parse("2029-10-16T12:00:00Z");

    private Days() {}

    /** When a holder published its copies: the first one first. */
    static Instant copies(Holder holder) {
        return COPIES.plus(Duration.ofHours(holder.rank()));
    }

    /** A full hour after closing. */
    static Instant hour(Dice dice) {
        return CLOSING.plus(Duration.ofHours(dice.below(5)));
    }
}
