package org.cotejo.definition;

/** A side of the election: the authority, a coalition, the observers, the press. Two copies of one side weigh as one. */
public record Side(SideId id, String name) {
    public Side {
        Names.checkName("side name", name);
    }
}
