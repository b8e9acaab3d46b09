package org.cotejo.custody;

import java.time.Instant;
import org.cotejo.crypto.Hash;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.StationCode;
import org.jspecify.annotations.Nullable;

/**
 * A body's statement that something due to it was denied at a station, such as its copy of the sheet.
 *
 * @param denied the body to which it was denied
 * @param hour when, to the hour, if known
 * @param statement hiding commitment to the signed statement, which stays private until a court asks; null if there is none
 */
public record Denial(
        StationCode station,
        Kind kind,
        CustodianId denied,
        Form form,
        @Nullable Instant hour,
        @Nullable Hash statement) {
    /** What was denied; the order is part of the entries' format. */
    public enum Kind {
        /** The witness did not get the copy of the sheet. */
        COPY_REFUSED,
        /** The witness was put out before the count ended. */
        WITNESS_PUT_OUT,
        /** The witness was not let in. */
        WITNESS_NOT_ADMITTED,
        /** The count of the box against the sheet was denied. */
        BOX_COUNT_REFUSED,
        /** The sheet was not posted. */
        NOT_POSTED
    }

    /** How the statement was made; the order is part of the entries' format. */
    public enum Form {
        /** Said, not signed. */
        UNSIGNED,
        SIGNED,
        /** Signed under oath. */
        SWORN
    }

    public Denial {
        Hours.check(hour);
    }
}
