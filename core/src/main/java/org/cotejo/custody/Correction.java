package org.cotejo.custody;

import org.cotejo.base.Check;
import org.cotejo.definition.StationCode;

/**
 * A legal correction of a sheet: the source that holds the corrected figures and the one that holds the original, which
 * stays in view.
 *
 * @param reason why, from the list of reasons
 */
public record Correction(StationCode station, SourceId original, SourceId corrected, Reason reason) {
    /** Why a sheet was corrected; the order is part of the entries' format. */
    public enum Reason {
        ARITHMETIC,
        TRANSCRIPTION,
        RECOUNT,
        COURT_ORDER
    }

    public Correction {
        Check.that(!original.equals(corrected), "a correction of %s by itself", original);
    }
}
