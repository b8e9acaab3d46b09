package org.cotejo.audit.forensics;

import org.cotejo.base.Check;

/**
 * The same places in an earlier election, by the place numbers of the table that they are compared with.
 *
 * @param leaderVotes votes for whoever is compared with the leader; {@link StationTable#UNKNOWN} where the place is not found
 * @param valid all valid votes there
 * @param registered voters there, or {@link StationTable#UNKNOWN}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EarlierElection(long[] leaderVotes, long[] valid, long[] registered) {
    public EarlierElection {
        Check.that(
                leaderVotes.length == valid.length && valid.length == registered.length,
                "columns of %d, %d, %d",
                leaderVotes.length,
                valid.length,
                registered.length);
    }

    public int places() {
        return valid.length;
    }
}
