package org.cotejo.definition;

import org.jspecify.annotations.Nullable;

/** Names one candidate within a contest; 1 to 60 characters, no white space. */
public record CandidateId(String value) implements Comparable<CandidateId> {
    public CandidateId {
        Names.checkId("candidate id", value);
    }

    /** Written out as in other keys that every command meets: the language's own are put together at first use, 20 ms of each start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CandidateId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(CandidateId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
