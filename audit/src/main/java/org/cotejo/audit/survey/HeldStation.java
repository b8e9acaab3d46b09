package org.cotejo.audit.survey;

import java.util.List;
import java.util.OptionalLong;
import org.cotejo.base.Check;

/**
 * A station of the register as seen when asking whether those that we hold are like those that we lack.
 *
 * @param place at the level at which places are compared
 * @param votes of each candidate by the sheets held; empty where none is held
 * @param past votes of each candidate of a past election, empty where not known
 * @param pastTotal votes that past shares are taken of
 */
public record HeldStation(
        String place,
        boolean isHeld,
        OptionalLong registered,
        List<Long> votes,
        long total,
        List<Long> past,
        long pastTotal) {
    public HeldStation {
        votes = List.copyOf(votes);
        past = List.copyOf(past);
        Check.that(isHeld || votes.isEmpty(), "votes of a station in %s that is not held", place);
    }
}
