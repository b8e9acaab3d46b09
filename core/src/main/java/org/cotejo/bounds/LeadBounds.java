package org.cotejo.bounds;

import java.util.Optional;
import org.cotejo.base.Check;
import org.cotejo.base.Fraction;

/**
 * The arithmetic of two candidates' known votes and of what is missing, exact. Source: Manski, Nonparametric Bounds on
 * Treatment Effects (1990), with every missing voter free to vote for anybody or not at all.
 *
 * @param leaderVotes known votes of one candidate, A
 * @param runnerUpVotes known votes of the other, B; may be above A, as in a region that the leader lost
 * @param otherVotes known valid votes of all others, O
 * @param missing registered voters of the unknown stations, M
 */
public record LeadBounds(long leaderVotes, long runnerUpVotes, long otherVotes, long missing) {
    public LeadBounds {
        Check.that(
                leaderVotes >= 0 && runnerUpVotes >= 0 && otherVotes >= 0 && missing >= 0,
                "votes %d, %d, %d, missing %d",
                leaderVotes,
                runnerUpVotes,
                otherVotes,
                missing);
    }

    /** What the missing votes must do for the order to turn, if a given share of the missing voters voted. */
    public record Needed(Fraction missingVotes, Fraction margin, Fraction twoPartyShare) {}

    /** A - B; below zero if the second is ahead. */
    public long lead() {
        return leaderVotes - runnerUpVotes;
    }

    /** Whether the missing votes could make the two equal or turn their order; a tie is not excluded. */
    public boolean canFlip() {
        return lead() <= missing;
    }

    /** The turnout at the unknown stations at which their votes, all for the runner-up, turn the order; above 1: impossible. */
    public Optional<Fraction> turnoutNeeded() {
        return missing == 0 ? Optional.empty() : Optional.of(Fraction.of(lead() + 1, missing));
    }

    /** At a turnout between 0 and 1, the margin (share of B minus share of A among the missing votes) that turns the order. */
    public Optional<Needed> neededAt(Fraction turnout) {
        Fraction votes = turnout.times(Fraction.of(missing, 1));
        if (votes.numerator().signum() <= 0) {
            return Optional.empty();
        }
        Fraction margin = Fraction.of(lead() + 1, 1).over(votes);
        return Optional.of(new Needed(votes, margin, Fraction.ONE.plus(margin).times(Fraction.of(1, 2))));
    }

    /** The lead if every missing voter, up to {@code turnoutCap} of them, voted for the runner-up. */
    public Fraction worstLead(Fraction turnoutCap) {
        return Fraction.of(lead(), 1).minus(turnoutCap.times(Fraction.of(missing, 1)));
    }

    /** The lead if every missing voter, up to {@code turnoutCap} of them, voted for the leader. */
    public Fraction bestLead(Fraction turnoutCap) {
        return Fraction.of(lead(), 1).plus(turnoutCap.times(Fraction.of(missing, 1)));
    }

    /** Smallest possible share of the leader, A/(T+M); empty if there can be no vote at all. */
    public Optional<Fraction> leaderShareLowest() {
        return share(leaderVotes);
    }

    /** Largest possible share of the leader, (A+M)/(T+M). */
    public Optional<Fraction> leaderShareHighest() {
        return share(leaderVotes + missing);
    }

    public Optional<Fraction> runnerUpShareLowest() {
        return share(runnerUpVotes);
    }

    public Optional<Fraction> runnerUpShareHighest() {
        return share(runnerUpVotes + missing);
    }

    private Optional<Fraction> share(long votes) {
        long all = leaderVotes + runnerUpVotes + otherVotes + missing;
        return all == 0 ? Optional.empty() : Optional.of(Fraction.of(votes, all));
    }
}
