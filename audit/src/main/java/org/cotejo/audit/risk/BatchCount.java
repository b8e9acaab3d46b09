package org.cotejo.audit.risk;

import java.util.Arrays;
import java.util.List;
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

    /** The box is burnt, stolen, denied or not found: taken as if all it could hold spoke against the winner. */
    record Missing() implements BatchCount {}
}
