package org.cotejo.custody;

import java.time.Instant;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.StationCode;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened at a station, reported by a body; a code from a list, never free text.
 *
 * @param hour when, to the hour, if known
 */
public record Incident(
        StationCode station,
        Kind kind,
        CustodianId reporter,
        @Nullable Instant hour) {
    /** What happened; the order is part of the entries' format. */
    public enum Kind {
        LATE_OPENING,
        MACHINE_FAILED,
        VOTING_INTERRUPTED,
        VIOLENCE,
        INTIMIDATION,
        ASSISTED_VOTING_ABUSED,
        BALLOT_STUFFING,
        POLL_BOOK_IRREGULAR,
        CLOSING_DELAYED,
        COUNT_NOT_PUBLIC,
        SHEET_NOT_PRINTED,
        NOT_TRANSMITTED
    }

    public Incident {
        Hours.check(hour);
    }
}
