package org.cotejo.definition;

/** A body on a side that holds copies of sheets or announces results; never a private person. */
public record Custodian(CustodianId id, SideId side, String name) {
    public Custodian {
        Names.checkName("custodian name", name);
    }
}
