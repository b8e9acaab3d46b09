package org.cotejo.audit.exitpoll;

import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.base.Sentence;

/**
 * A result to hold a poll beside.
 *
 * @param name what it is called, such as an announcement's id
 * @param votes of each candidate of the poll, in its order
 * @param others votes that the poll's shares are taken of too, for nobody of these
 */
public record ComparedResult(Sentence name, List<Long> votes, long others) {
    public ComparedResult {
        votes = List.copyOf(votes);
        votes.forEach(count -> Check.that(count >= 0, "%d votes", count));
        Check.that(others >= 0 && total(votes) + others > 0, "a result without votes");
    }

    private static long total(List<Long> votes) {
        return votes.stream().mapToLong(Long::longValue).sum();
    }

    /** A candidate's share. */
    public double share(int candidate) {
        return (double) votes.get(candidate) / (total(votes) + others);
    }
}
