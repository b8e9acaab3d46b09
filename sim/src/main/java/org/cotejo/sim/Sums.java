package org.cotejo.sim;

import java.util.ArrayList;
import java.util.List;

/** Votes of the whole country, true or announced. */
record Sums(List<Long> votes, long nullVotes, long blank) {
    Sums {
        votes = List.copyOf(votes);
    }

    long votes(int candidate) {
        return votes.get(candidate);
    }

    long valid() {
        return votes.stream().mapToLong(Long::longValue).sum();
    }

    /** With another number of votes for one candidate. */
    Sums with(int candidate, long count) {
        List<Long> changed = new ArrayList<>(votes);
        changed.set(candidate, count);
        return new Sums(changed, nullVotes, blank);
    }

    /** Adds up sheets. */
    static final class Adder {
        private final long[] votes = new long[Ballot.CANDIDATES];
        private long nullVotes;
        private long blank;

        void add(Sheet sheet) {
            for (int i = 0; i < votes.length; i++) {
                votes[i] += sheet.votes(i);
            }
            nullVotes += sheet.nullVotes();
            blank += sheet.blank();
        }

        Sums sums() {
            List<Long> sums = new ArrayList<>();
            for (long sum : votes) {
                sums.add(sum);
            }
            return new Sums(sums, nullVotes, blank);
        }
    }
}
