package org.cotejo.definition;

/**
 * Names a side: custodians of one side have the same interest, so that their copies weigh as one; 1 to 60 characters, no
 * white space.
 */
public record SideId(String value) implements Comparable<SideId> {
    public SideId {
        Names.checkId("side id", value);
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
