package org.cotejo.station.day;

import org.cotejo.base.Check;

/**
 * Belongs to one showing of the ballot, and a vote is taken with it once: a page that was left open, or sent twice, votes for nobody.
 * It is made by chance, lives in memory alone and is not kept beside a vote.
 */
public record BallotPass(String value) {
    public BallotPass {
        Check.that(value.matches("[0-9a-f]{32}"), "not a pass: %s", value);
    }
}
