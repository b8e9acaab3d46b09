package org.cotejo.audit.risk;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.cotejo.base.Check;

/**
 * Two strata audited in two ways, one with records of single ballots and one without, put together by Fisher and maximised over how
 * much of the margin each may have overstated (SUITE: Ottoboni, Stark, Lindeman, McBurnett, 2018, arXiv:1809.04235). For
 * {@code lambda} the stratum with records may overstate that part of the margin of the contest and the other one the rest.
 *
 * <p>With many strata, such as two dozen states, the combination tells little: one draw over the whole country is better.
 */
public final class Hybrid {
    private final long margin;
    private final long cards;
    private final long drawn;
    private final SuperSimple.Differences found;
    private final long reportedOfCards;
    private final PollStratum poll;

    /**
     * @param cards ballots in the stratum with records
     * @param reportedOfCards reported votes for the winner less those for the loser in it; may be below 0
     * @param drawn ballots compared with their records, with replacement
     */
    public Hybrid(long cards, long reportedOfCards, long drawn, SuperSimple.Differences found, PollStratum poll) {
        this.cards = cards;
        this.reportedOfCards = reportedOfCards;
        this.drawn = drawn;
        this.found = found;
        this.poll = poll;
        this.margin = reportedOfCards + poll.winner() - poll.loser();
        Check.that(margin > 0 && cards > 0, "a margin of %d with %d cards", margin, cards);
    }

    /** P of the stratum with records, if it may overstate {@code lambda} of the margin. */
    public double cardP(double lambda) {
        return lambda <= 0 ? 1 : SuperSimple.p(lambda * margin / (2 * SuperSimple.GAMMA * cards), drawn, found);
    }

    private double pollMargin(double lambda) {
        return poll.winner() - poll.loser() - (1 - lambda) * margin;
    }

    /** P of the stratum without records, if it may overstate what {@code lambda} leaves: {@code 1 - lambda}. */
    public double pollP(double lambda) {
        return poll.p(pollMargin(lambda));
    }

    /** The least part of the margin that the stratum with records can have overstated: the other one took all that it can. */
    private double least() {
        return 1 - (double) (poll.winner() - poll.loser() + poll.ballots()) / margin;
    }

    private double most() {
        return (double) (reportedOfCards + cards) / margin;
    }

    /**
     * A largest P and where it is.
     *
     * @param lambda part of the margin that the stratum with records may have overstated there
     * @param chiSquared the sum from which P comes
     */
    public record Largest(double p, double lambda, double chiSquared) {}

    private Largest at(double lambda) {
        double card = cardP(lambda);
        double polled = poll.pUpTo(pollMargin(lambda));
        return new Largest(Fisher.combined(card, polled), lambda, Fisher.sum(card, polled));
    }

    /** The largest P on a grid, as published programs do it; a peak between two points of the grid is missed. */
    public Largest onGrid(double step) {
        Check.that(step > 0, "a step of %s", step);
        Largest largest = at(least());
        for (long i = (long) Math.ceil(least() / step); i <= most() / step; i++) {
            Largest here = at(i * step);
            largest = here.p() > largest.p() ? here : largest;
        }
        return largest;
    }

    /** A part of the range, with a P that none inside can be above. */
    private record Part(double from, double to, double most) {}

    /**
     * A P that no division of the margin is above, and that is above the largest by no more than {@code slack}: the one stratum's P
     * falls with {@code lambda} and the other's rises, so the better ends of a part bound all of it (branch and bound).
     */
    public double p(double slack) {
        Check.that(slack > 0, "a slack of %s", slack);
        PriorityQueue<Part> parts =
                new PriorityQueue<>(Comparator.comparingDouble(Part::most).reversed());
        ArrayDeque<Part> fresh = new ArrayDeque<>();
        fresh.add(part(Math.min(0, least()), Math.max(1, most())));
        double seen = 0;
        while (true) {
            while (!fresh.isEmpty()) {
                Part part = fresh.remove();
                seen = Math.max(
                        seen, Math.max(at(part.from()).p(), at(part.to()).p()));
                parts.add(part);
            }
            Part top = parts.remove();
            double middle = top.from() + (top.to() - top.from()) / 2;
            if (top.most() <= seen + slack || middle <= top.from() || middle >= top.to()) {
                return top.most();
            }
            fresh.add(part(top.from(), middle));
            fresh.add(part(middle, top.to()));
        }
    }

    private Part part(double from, double to) {
        return new Part(from, to, Fisher.combined(cardP(from), poll.pUpTo(pollMargin(to))));
    }
}
