package org.cotejo.definition;

/** Names a body that holds copies or announces results, never a person; 1 to 60 characters, no white space. */
public record CustodianId(String value) implements Comparable<CustodianId> {
    public CustodianId {
        Names.checkId("custodian id", value);
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
