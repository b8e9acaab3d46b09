package org.cotejo.station.paper;

import org.cotejo.base.Check;
import org.cotejo.definition.Names;
import org.jspecify.annotations.Nullable;

/**
 * A box in which somebody signs by hand, or in which is ticked that they were absent or refused; named by the role, never by the
 * person.
 *
 * @param number from 1, where a role has several boxes
 * @param body the party or body for which a witness or observer is there; null for the station's officers
 */
public record Signatory(Role role, int number, @Nullable String body) {
    private static final int NUMBER_MOST = 64;

    /** Who signs there: the roles of a copy's signature places (entries.md). */
    public enum Role {
        PRESIDING_OFFICER,
        SECRETARY,
        MEMBER,
        PARTY_WITNESS,
        OPERATOR,
        OBSERVER
    }

    public Signatory {
        Check.that(number >= 1 && number <= NUMBER_MOST, "signature box %d", number);
        if (body != null) {
            Printable.check("body of a signature box", body, Names.NAME_MOST);
        }
    }

    /** The box of an officer of the station. */
    public static Signatory of(Role role, int number) {
        return new Signatory(role, number, null);
    }

    /** The box of a party's witness. */
    public static Signatory witness(int number, String party) {
        return new Signatory(Role.PARTY_WITNESS, number, party);
    }
}
