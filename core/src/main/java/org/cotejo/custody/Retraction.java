package org.cotejo.custody;

import org.cotejo.definition.StationCode;

/**
 * A source takes back what it delivered for a station. The copy stays in view and no longer counts, and the custodian's version
 * before it does not come back.
 *
 * @param reason why, from the list of reasons
 */
public record Retraction(StationCode station, SourceId source, Reason reason) {
    /** Why a copy was taken back; the order is part of the entries' format. */
    public enum Reason {
        /** It is of another station. */
        WRONG_STATION,
        /** The picture is of something else. */
        WRONG_PICTURE,
        /** The figures were misread. */
        MISREAD,
        DELIVERED_TWICE,
        /** Nobody says why. */
        WITHDRAWN
    }
}
