package org.cotejo.definition;

import org.jspecify.annotations.Nullable;

/** Names one contest of an election; 1 to 60 characters, no white space. */
public record ContestId(String value) implements Comparable<ContestId> {
    public ContestId {
        Names.checkId("contest id", value);
    }

    /** Written out for the reason that {@link CandidateId} has. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ContestId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(ContestId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
