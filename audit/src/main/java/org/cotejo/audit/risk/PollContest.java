package org.cotejo.audit.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.cotejo.base.Check;

/**
 * A contest as reported, of which single ballots are drawn at random from all ballots.
 *
 * @param reported votes by candidate
 * @param ballots all of them, blank and null ones too, in all boxes from which one may be drawn
 * @param winners how many candidates are elected
 */
public record PollContest(List<Long> reported, long ballots, int winners) {
    public PollContest {
        reported = List.copyOf(reported);
        Check.that(
                winners > 0 && reported.stream().allMatch(v -> v >= 0 && v <= ballots),
                "%d winners, votes %s of %d ballots",
                winners,
                reported,
                ballots);
    }

    /** A winner and a loser, by their places. */
    public record Pair(int winner, int loser) {}

    /** Each winner with each loser; empty if everybody is elected. */
    public List<Pair> pairs() {
        List<Integer> byVotes = IntStream.range(0, reported.size())
                .boxed()
                .sorted(Comparator.comparing((Integer c) -> reported.get(c)).reversed())
                .toList();
        int elected = Math.min(winners, byVotes.size());
        List<Pair> pairs = new ArrayList<>();
        for (int winner : byVotes.subList(0, elected)) {
            byVotes.subList(elected, byVotes.size()).forEach(loser -> pairs.add(new Pair(winner, loser)));
        }
        return List.copyOf(pairs);
    }

    /** The winner's part of the votes of both, {@code s}; a half if neither has any. */
    public double share(Pair pair) {
        double winner = reported.get(pair.winner());
        double loser = reported.get(pair.loser());
        return winner + loser == 0 ? 0.5 : winner / (winner + loser);
    }
}
