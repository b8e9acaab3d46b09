package org.cotejo.definition;

import org.jspecify.annotations.Nullable;

/** Names a body that holds copies or announces results, never a person; 1 to 60 characters, no white space. */
public record CustodianId(String value) implements Comparable<CustodianId> {
    public CustodianId {
        Names.checkId("custodian id", value);
    }

    /** Written out for the reason that {@link CandidateId} has. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CustodianId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(CustodianId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
