package org.cotejo.definition;

import org.jspecify.annotations.Nullable;

/**
 * Names a side: custodians of one side have the same interest, so that their copies weigh as one; 1 to 60 characters, no
 * white space.
 */
public record SideId(String value) implements Comparable<SideId> {
    public SideId {
        Names.checkId("side id", value);
    }

    /** Written out for the reason that {@link CandidateId} has. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SideId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(SideId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
