package org.cotejo.station.box;

import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.definition.ContestId;

/**
 * The sums of one contest when the box is closed.
 *
 * @param votes of each position of the ballot, in order
 */
public record ContestCount(ContestId contest, List<Integer> votes, int blank) {
    public ContestCount {
        votes = List.copyOf(votes);
        Check.that(blank >= 0 && votes.stream().allMatch(vote -> vote >= 0), "sums below zero in %s", contest);
    }

    /** Votes of all positions and blank ones. */
    public int all() {
        return blank + votes.stream().mapToInt(Integer::intValue).sum();
    }
}
