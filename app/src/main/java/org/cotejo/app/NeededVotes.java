package org.cotejo.app;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.Fraction;
import org.cotejo.bounds.Bounds;
import org.cotejo.bounds.LeadBounds;
import org.cotejo.definition.CandidateId;
import org.jspecify.annotations.Nullable;

/**
 * What the missing votes had to do for the order to turn, at several turnouts of the missing voters.
 *
 * @param turnout of the missing voters
 * @param needed the margin by which the second had to win among them
 */
record NeededVotes(Fraction turnout, LeadBounds.Needed needed) {
    private static final List<Fraction> TURNOUTS = List.of(Fraction.of(60, 100), Fraction.of(80, 100), Fraction.ONE);

    /** The arithmetic of leader and runner-up; null where one of them or M is missing. */
    static @Nullable LeadBounds arithmetic(BoundsCommand.Bounded contest, Bounds bounds) {
        CandidateId leader = bounds.leader();
        CandidateId runnerUp = bounds.runnerUp();
        Long missing = bounds.missingRegisteredAtMost();
        if (leader == null || runnerUp == null || missing == null) {
            return null;
        }
        long first = 0;
        long second = 0;
        long others = 0;
        for (int candidate = 0; candidate < contest.votes().candidates().size(); candidate++) {
            CandidateId id = contest.votes().candidates().get(candidate);
            long sum = 0;
            for (int station = 0; station < contest.votes().listed(); station++) {
                sum += contest.votes().isKnown(station, bounds.grade())
                        ? contest.votes().votes(station, candidate)
                        : 0;
            }
            if (id.equals(leader)) {
                first = sum;
            } else if (id.equals(runnerUp)) {
                second = sum;
            } else {
                others += sum;
            }
        }
        return new LeadBounds(first, second, others, missing);
    }

    static List<NeededVotes> of(LeadBounds arithmetic) {
        List<NeededVotes> all = new ArrayList<>();
        for (Fraction turnout : TURNOUTS) {
            arithmetic.neededAt(turnout).ifPresent(needed -> all.add(new NeededVotes(turnout, needed)));
        }
        return all;
    }

    /** Whether no vote of the missing could do that: a margin above all of them. */
    boolean isImpossible() {
        return needed.margin().compareTo(Fraction.ONE) > 0;
    }
}
