package org.cotejo.definition;

import org.cotejo.base.Check;

/**
 * One position on the ballot, such as a party's card; the votes of a candidate are the sum over the options that name it.
 *
 * @param position 1-based, in the order of the printed sheet
 */
public record BallotOption(int position, String party, CandidateId candidate) {
    public BallotOption {
        Check.that(position >= 1 && position <= Contest.OPTIONS_MOST, "option position %d", position);
        Names.checkName("party", party);
    }
}
