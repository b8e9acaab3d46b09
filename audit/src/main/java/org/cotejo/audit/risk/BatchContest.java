package org.cotejo.audit.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.cotejo.base.Check;

/**
 * What was reported in one contest, station by station, as it stood before the seed: the claim that a batch comparison tests.
 * A station is a batch: its whole box is counted by hand and compared with its committed sheet. A station of the roll without
 * a committed sheet is a batch too, with no votes and its register as the most ballots: left out, it would be a hole.
 */
public final class BatchContest {
    private final List<String> candidates;
    private final int winners;
    private final long pending;
    private final List<String> ids;
    private final Map<String, Integer> places;
    private final long[][] votes;
    private final long[] most;
    private final long[] totals;

    private BatchContest(Builder from) {
        candidates = from.candidates;
        winners = from.winners;
        pending = from.pending;
        ids = List.copyOf(from.ids);
        places = Map.copyOf(from.places);
        votes = from.votes.toArray(long[][]::new);
        most = from.most.stream().mapToLong(Long::longValue).toArray();
        totals = new long[candidates.size()];
        for (long[] batch : votes) {
            for (int c = 0; c < totals.length; c++) {
                totals[c] = Math.addExact(totals[c], batch[c]);
            }
        }
    }

    /**
     * Begins a contest.
     *
     * @param candidates all different; parties' cards of one candidate are summed before
     * @param winners how many of them are elected
     */
    public static Builder of(List<String> candidates, int winners) {
        return new Builder(candidates, winners);
    }

    /** Takes batches one by one. */
    public static final class Builder {
        private final List<String> candidates;
        private final int winners;
        private final List<String> ids = new ArrayList<>();
        private final Map<String, Integer> places = new HashMap<>();
        private final List<long[]> votes = new ArrayList<>();
        private final List<Long> most = new ArrayList<>();
        private long pending;

        private Builder(List<String> candidates, int winners) {
            Check.that(
                    new HashSet<>(candidates).size() == candidates.size() && winners > 0,
                    "%s candidates %s of whom %d win",
                    candidates.size(),
                    candidates,
                    winners);
            this.candidates = List.copyOf(candidates);
            this.winners = winners;
        }

        /** Ballots that may all go to the loser and that no draw can reach: still to be counted, or not auditable at all. */
        public Builder pending(long ballots) {
            Check.that(ballots >= 0, "%d pending ballots", ballots);
            pending = ballots;
            return this;
        }

        /**
         * Adds a batch.
         *
         * @param mostBallots no more ballots than this can be in the box, from a source other than the sheet: its register or the
         *     count of signatures; never the sheet's own total
         * @param votes as reported, in the order of the candidates
         */
        public Builder batch(String id, long mostBallots, long... votes) {
            Check.that(
                    votes.length == candidates.size(), "%d figures for %d candidates", votes.length, candidates.size());
            Check.that(
                    mostBallots >= 0 && Arrays.stream(votes).allMatch(v -> v >= 0),
                    "batch '%s' of at most %d ballots has %s",
                    id,
                    mostBallots,
                    Arrays.toString(votes));
            Check.that(places.putIfAbsent(id, ids.size()) == null, "batch '%s' stands twice", id);
            ids.add(id);
            this.votes.add(votes.clone());
            most.add(mostBallots);
            return this;
        }

        public BatchContest build() {
            return new BatchContest(this);
        }
    }

    public List<String> candidates() {
        return candidates;
    }

    /** Ballots that no draw can reach. */
    public long pending() {
        return pending;
    }

    /** Ids in the order in which batches were added. */
    public List<String> ids() {
        return ids;
    }

    /** Place of a batch by its id. */
    public OptionalInt place(String id) {
        Integer place = places.get(id);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    public int size() {
        return ids.size();
    }

    /** Reported votes of a candidate, both by their place. */
    public long votes(int batch, int candidate) {
        return votes[batch][candidate];
    }

    public long mostBallots(int batch) {
        return most[batch];
    }

    /** Reported votes of a candidate in all batches. */
    public long total(int candidate) {
        return totals[candidate];
    }

    /**
     * Each winner with each loser, in the order of their votes. Of candidates with equal votes the one named first comes first:
     * where that decides who wins, the margin is 0 and {@link BatchBounds} says so.
     */
    public List<Pair> pairs() {
        List<Integer> byVotes = IntStream.range(0, totals.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer c) -> totals[c]).reversed())
                .toList();
        List<Pair> pairs = new ArrayList<>();
        for (int winner : byVotes.subList(0, Math.min(winners, totals.length))) {
            for (int loser : byVotes.subList(Math.min(winners, totals.length), totals.length)) {
                pairs.add(new Pair(winner, loser, totals[winner] - totals[loser] - pending));
            }
        }
        return List.copyOf(pairs);
    }

    /**
     * A winner who must be shown to beat a loser; places of candidates.
     *
     * @param margin reported votes between them, less the pending ballots; 0 or below if those alone can turn it
     */
    public record Pair(int winner, int loser, long margin) {}
}
