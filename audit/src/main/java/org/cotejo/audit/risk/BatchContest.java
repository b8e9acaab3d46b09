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
    private static final int BATCHES = 64;

    private final List<String> candidates;
    private final int winners;
    private final long pending;
    private final List<String> ids;
    private final Map<String, Integer> places;
    /** Batch after batch, each in the order of the candidates. */
    private final long[] votes;

    private final long[] most;
    private final long[] totals;

    private BatchContest(Builder from) {
        candidates = from.candidates;
        winners = from.winners;
        pending = from.pending;
        ids = List.copyOf(from.ids);
        places = HashMap.newHashMap(ids.size());
        for (int k = 0; k < ids.size(); k++) {
            Check.that(places.put(ids.get(k), k) == null, "batch '%s' stands twice", ids.get(k));
        }
        // With what room is left behind them: nobody adds to a builder whose contest was built.
        votes = from.votes;
        most = from.most;
        totals = from.elsewhere.clone();
        for (int k = 0, at = 0; k < ids.size(); k++) {
            for (int c = 0; c < totals.length; c++, at++) {
                totals[c] = Math.addExact(totals[c], votes[at]);
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
        return of(candidates, winners, BATCHES);
    }

    /** The same with room for so many batches; more may come. */
    public static Builder of(List<String> candidates, int winners, int batches) {
        return new Builder(candidates, winners, Math.max(BATCHES, batches));
    }

    /** Takes batches one by one. */
    public static final class Builder {
        private final List<String> candidates;
        private final int winners;
        private final List<String> ids;
        private long[] votes;
        private long[] most;
        private boolean isBuilt;
        private final long[] elsewhere;
        private long pending;

        private Builder(List<String> candidates, int winners, int batches) {
            Check.that(
                    new HashSet<>(candidates).size() == candidates.size() && winners > 0,
                    "%s candidates %s of whom %d win",
                    candidates.size(),
                    candidates,
                    winners);
            this.candidates = List.copyOf(candidates);
            this.winners = winners;
            this.elsewhere = new long[candidates.size()];
            this.ids = new ArrayList<>(batches);
            this.most = new long[batches];
            this.votes = new long[Math.multiplyExact(batches, candidates.size())];
        }

        /** Ballots that are still to be counted: they may all go to a loser. */
        public Builder pending(long ballots) {
            Check.that(ballots >= 0, "%d pending ballots", ballots);
            pending = Math.addExact(pending, ballots);
            return this;
        }

        /**
         * Ballots that were counted and that no draw can reach, such as those cast abroad and burnt since: their votes count in the
         * totals, and the ballots are taken off every margin like pending ones.
         */
        public Builder unauditable(long ballots, long... votes) {
            Check.that(
                    votes.length == elsewhere.length, "%d figures for %d candidates", votes.length, elsewhere.length);
            for (int c = 0; c < votes.length; c++) {
                Check.that(votes[c] >= 0, "%d votes", votes[c]);
                elsewhere[c] = Math.addExact(elsewhere[c], votes[c]);
            }
            return pending(ballots);
        }

        /**
         * Adds a batch.
         *
         * @param mostBallots no more ballots than this can be in the box, from a source other than the sheet: its register or the
         *     count of signatures; never the sheet's own total
         * @param votes as reported, in the order of the candidates
         */
        public Builder batch(String id, long mostBallots, long... votes) {
            boolean isValid = !isBuilt && mostBallots >= 0 && votes.length == candidates.size();
            for (long one : votes) {
                isValid &= one >= 0;
            }
            if (!isValid) {
                throw new IllegalArgumentException(
                        "batch '%s' of at most %d ballots has %s for %d candidates; built before: %s"
                                .formatted(id, mostBallots, Arrays.toString(votes), candidates.size(), isBuilt));
            }
            if (ids.size() == most.length) {
                most = Arrays.copyOf(most, 2 * most.length);
                this.votes = Arrays.copyOf(this.votes, 2 * this.votes.length);
            }
            most[ids.size()] = mostBallots;
            System.arraycopy(votes, 0, this.votes, ids.size() * votes.length, votes.length);
            ids.add(id);
            return this;
        }

        /** The contest, once; no id may stand in it twice. */
        public BatchContest build() {
            Check.that(!isBuilt, "this contest was built before");
            isBuilt = true;
            return new BatchContest(this);
        }
    }

    public List<String> candidates() {
        return candidates;
    }

    /** How many candidates are elected. */
    public int winners() {
        return winners;
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
        return votes[Check.index(batch, ids.size()) * totals.length + Check.index(candidate, totals.length)];
    }

    /** Most votes by which the reported lead of one over another can be too large in a batch; places that are there. */
    long overstated(int batch, int winner, int loser) {
        int row = batch * totals.length;
        return votes[row + winner] - votes[row + loser] + most[batch];
    }

    public long mostBallots(int batch) {
        return most[batch];
    }

    /** Reported votes of a candidate in all batches and in what no draw can reach. */
    public long total(int candidate) {
        return totals[candidate];
    }

    /**
     * Each winner with each loser, in the order of their votes. Of candidates with equal votes the one named first comes first:
     * where that decides who wins, the margin is 0 and {@link BatchBounds} says so.
     */
    public List<Pair> pairs() {
        return pairs(totals, winners, pending);
    }

    /** The same of totals alone: of each candidate in the order of their places, and the ballots that no draw can reach. */
    public static List<Pair> pairs(long[] totals, int winners, long pending) {
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
