package org.cotejo.audit.risk;

import java.util.Set;

/** What one ballot or receipt says in a contest, as a person reads it or as a record states it. */
public sealed interface Mark {
    /** A valid vote for one candidate or, where several may be chosen, for several; by their places. */
    record Vote(Set<Integer> candidates) implements Mark {
        public Vote {
            candidates = Set.copyOf(candidates);
        }

        public static Vote of(int candidate) {
            return new Vote(Set.of(candidate));
        }
    }

    /** There is a ballot and no valid vote on it. */
    record NoVote() implements Mark {}

    /** There is no such ballot, or nobody can show it. */
    record NotThere() implements Mark {}
}
