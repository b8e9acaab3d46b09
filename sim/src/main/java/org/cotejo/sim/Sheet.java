package org.cotejo.sim;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cotejo.base.Check;

/** What one tally sheet says. Immutable; each way of lying about it gives another sheet. */
final class Sheet {
    private final int[] votes;
    private final int nullVotes;
    private final int blank;
    private final int registered;
    private final int voters;
    private final int ballots;

    private Sheet(int[] votes, int nullVotes, int blank, int registered, int voters, int ballots) {
        this.votes = votes;
        this.nullVotes = nullVotes;
        this.blank = blank;
        this.registered = registered;
        this.voters = voters;
        this.ballots = ballots;
    }

    /** An honest sheet: as many voters and ballots as votes. */
    static Sheet of(int[] votes, int nullVotes, int blank, int registered) {
        int cast = IntStream.of(votes).sum() + nullVotes + blank;
        Check.that(cast <= registered, "%d votes of %d registered", cast, registered);
        return new Sheet(votes.clone(), nullVotes, blank, registered, cast, cast);
    }

    int votes(int candidate) {
        return votes[candidate];
    }

    int nullVotes() {
        return nullVotes;
    }

    int blank() {
        return blank;
    }

    int registered() {
        return registered;
    }

    int valid() {
        return IntStream.of(votes).sum();
    }

    int cast() {
        return valid() + nullVotes + blank;
    }

    /** All figures in the order of {@link Ballot#figures}; a source takes the first so many. */
    int[] cells() {
        int[] cells = Arrays.copyOf(votes, votes.length + 6);
        cells[votes.length] = valid();
        cells[votes.length + 1] = nullVotes;
        cells[votes.length + 2] = blank;
        cells[votes.length + 3] = registered;
        cells[votes.length + 4] = voters;
        cells[votes.length + 5] = ballots;
        return cells;
    }

    /** With votes of one candidate given to another. */
    Sheet moved(int from, int to, int count) {
        Check.that(count >= 0 && count <= votes[from], "%d of %d votes", count, votes[from]);
        int[] changed = votes.clone();
        changed[from] -= count;
        changed[to] += count;
        return new Sheet(changed, nullVotes, blank, registered, voters, ballots);
    }

    /** With the votes of two candidates exchanged. */
    Sheet swapped(int one, int other) {
        int[] changed = votes.clone();
        changed[one] = votes[other];
        changed[other] = votes[one];
        return new Sheet(changed, nullVotes, blank, registered, voters, ballots);
    }

    /** With so many votes more than there are registered voters, and ballots and signatures to match. */
    Sheet stuffed(int candidate, int beyondRegister) {
        int[] changed = votes.clone();
        changed[candidate] += registered - cast() + beyondRegister;
        int cast = registered + beyondRegister;
        return new Sheet(changed, nullVotes, blank, registered, cast, cast);
    }

    /** As the report printed before voting: all counters zero. */
    Sheet atOpening() {
        return new Sheet(new int[votes.length], 0, 0, registered, 0, 0);
    }

    Sheet withVoters(int signed) {
        return new Sheet(votes, nullVotes, blank, registered, signed, ballots);
    }

    Sheet withBallots(int found) {
        return new Sheet(votes, nullVotes, blank, registered, voters, found);
    }

    int voters() {
        return voters;
    }

    int ballots() {
        return ballots;
    }

    /** Whether every figure is the same. */
    boolean isSameAs(Sheet other) {
        return hasVotesOf(other)
                && registered == other.registered
                && voters == other.voters
                && ballots == other.ballots;
    }

    /** Whether the votes are the same; registers may differ. */
    boolean hasVotesOf(Sheet other) {
        return Arrays.equals(votes, other.votes) && nullVotes == other.nullVotes && blank == other.blank;
    }
}
