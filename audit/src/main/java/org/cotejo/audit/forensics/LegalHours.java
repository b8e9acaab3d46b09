package org.cotejo.audit.forensics;

import org.cotejo.base.Check;

/**
 * When stations may close, in minutes since 1970-01-01T00:00Z; {@link StationTable#UNKNOWN} for what is not known.
 *
 * @param earliest before which no station may close
 * @param latest after which no station may still take votes, if the law knows such an hour
 */
public record LegalHours(long earliest, long latest) {
    /** Nothing is known. */
    public static final LegalHours NONE = new LegalHours(StationTable.UNKNOWN, StationTable.UNKNOWN);

    public LegalHours {
        Check.that(
                earliest >= StationTable.UNKNOWN && latest >= StationTable.UNKNOWN, "from %d to %d", earliest, latest);
        Check.that(
                earliest == StationTable.UNKNOWN || latest == StationTable.UNKNOWN || earliest <= latest,
                "from %d to %d",
                earliest,
                latest);
    }

    boolean isTooEarly(long closing) {
        return closing != StationTable.UNKNOWN && earliest != StationTable.UNKNOWN && closing < earliest;
    }

    boolean isTooLate(long closing) {
        return closing != StationTable.UNKNOWN && latest != StationTable.UNKNOWN && closing > latest;
    }
}
