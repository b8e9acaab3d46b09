package org.cotejo.definition;

/** Names one contest of an election; 1 to 60 characters, no white space. */
public record ContestId(String value) implements Comparable<ContestId> {
    public ContestId {
        Names.checkId("contest id", value);
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
