package org.cotejo.custody;

import java.time.LocalDate;
import org.cotejo.base.Check;
import org.cotejo.crypto.Hash;

/**
 * A hash that an audit commits to before its draw, so that nothing can be chosen afterwards.
 *
 * @param audit the audit's id
 * @param file hash of the file committed to, which is shown when its time has come
 */
public record Commitment(String audit, Kind kind, LocalDate day, Hash file) {
    /** What is committed to; the order is part of the entries' format. */
    public enum Kind {
        PLAN,
        /** The results of all stations, before the draw. */
        STATION_RESULTS,
        /** What lies in which box. */
        BALLOT_MANIFEST,
        /** The public random number. */
        SEED,
        /** The stations or ballots drawn. */
        DRAW,
        /** What was counted by hand. */
        COUNTS
    }

    public Commitment {
        Check.that(audit.matches("[A-Za-z0-9._-]{1,60}"), "audit id '%s'", audit);
    }
}
