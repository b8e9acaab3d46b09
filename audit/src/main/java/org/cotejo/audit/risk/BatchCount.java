package org.cotejo.audit.risk;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.cotejo.base.Check;

/** What came of opening the box of a drawn batch. */
public sealed interface BatchCount {
    /** All of its ballots were counted by hand; votes in the order of the candidates. */
    record Counted(List<Long> votes) implements BatchCount {
        public Counted {
            votes = List.copyOf(votes);
            Check.that(votes.stream().allMatch(v -> v >= 0), "negative votes: %s", votes);
        }

        public static Counted of(long... votes) {
            return new Counted(Arrays.stream(votes).boxed().toList());
        }
    }

    /**
     * The ballots of several boxes were mixed before they could be counted, and were counted together: whichever of these boxes a draw
     * gives, it is the whole heap that was drawn. Which boxes were mixed must not depend on the seed. (Combined batches, as jurisdictions
     * report them to Arlo; heaps are batches in Stark 2009.)
     *
     * @param batches places of all boxes of the heap, each once
     * @param votes of the heap, in the order of the candidates
     */
    record CountedTogether(Set<Integer> batches, List<Long> votes) implements BatchCount {
        public CountedTogether {
            batches = Set.copyOf(batches);
            votes = List.copyOf(votes);
            Check.that(!batches.isEmpty() && votes.stream().allMatch(v -> v >= 0), "%s hold %s", batches, votes);
        }
    }

    /** The box is burnt, stolen, denied or not found: taken as if all it could hold spoke against the winner. */
    record Missing() implements BatchCount {}
}
