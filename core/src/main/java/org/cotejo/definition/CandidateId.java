package org.cotejo.definition;

/** Names one candidate within a contest; 1 to 60 characters, no white space. */
public record CandidateId(String value) implements Comparable<CandidateId> {
    public CandidateId {
        Names.checkId("candidate id", value);
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
