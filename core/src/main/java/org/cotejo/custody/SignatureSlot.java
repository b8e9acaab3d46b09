package org.cotejo.custody;

import org.cotejo.base.Check;
import org.cotejo.definition.SideId;
import org.jspecify.annotations.Nullable;

/**
 * One place for a signature on one copy of a sheet and what is to be seen there; never whose hand it is.
 *
 * @param side the side that a witness was accredited for; null for the station's officers
 * @param number 1-based, where a role has several places
 */
public record SignatureSlot(Role role, @Nullable SideId side, int number, State state) {
    public static final int SLOTS_MOST = 64;

    /** Who signs there; the order is part of the entries' format. */
    public enum Role {
        PRESIDING_OFFICER,
        SECRETARY,
        MEMBER,
        PARTY_WITNESS,
        OPERATOR,
        OBSERVER
    }

    /** What is to be seen; the order is part of the entries' format. */
    public enum State {
        SIGNED,
        /** The signer was not there, and the sheet may say so. */
        ABSENT,
        /** The signer was there and refused. */
        REFUSED,
        /** Nobody was accredited for this place. */
        NONE_ACCREDITED,
        /** The picture does not show the place. */
        NOT_VISIBLE
    }

    public SignatureSlot {
        Check.that(number >= 1 && number <= SLOTS_MOST, "slot number %d", number);
    }

    /** Whether both are one place on the sheet, whatever is to be seen there. */
    boolean isSamePlace(SignatureSlot other) {
        return role == other.role && number == other.number;
    }
}
