package org.cotejo.sim;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.custody.Provenance;
import org.cotejo.definition.Custodian;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.Side;
import org.cotejo.definition.SideId;

/**
 * A body that holds copies of sheets.
 *
 * @param rank 0 for the body that gets a station's first copy, and so on
 * @param figures how many of {@link Ballot#figures} its copies carry
 */
record Holder(int rank, Role role, Side side, CustodianId id, String name, Provenance provenance, int figures) {
    /** What kind of body it is, which decides how it comes to be without a copy. */
    enum Role {
        /** A party of the coalition whose candidate most voters choose. */
        FIRST_PARTY,
        SECOND_PARTY,
        AUTHORITY,
        /** Observers, neighbours, press: nobody owes them a copy. */
        OBSERVER,
        /** Holds no copy of its own: guards boxes, or passes on what was stolen. */
        OTHER
    }

    private static final int WITH_REGISTERED = Ballot.CANDIDATES + 4;
    private static final int WITH_VOTERS = WITH_REGISTERED + 1;
    private static final int WITH_BALLOTS = WITH_REGISTERED + 2;

    private static final Side FARO = side("faro", "Alianza del Faro");
    private static final Side MOLINO = side("molino", "Frente del Molino");
    private static final Side OFFICIAL = side("authority", "Autoridad electoral");

    static final Holder FIRST = new Holder(
            0,
            Role.FIRST_PARTY,
            FARO,
            new CustodianId("faro-1"),
            "Partido Linterna",
            Provenance.ACCREDITED,
            WITH_BALLOTS);
    static final Holder SECOND = new Holder(
            1,
            Role.SECOND_PARTY,
            MOLINO,
            new CustodianId("molino-1"),
            "Partido Espiga",
            Provenance.ACCREDITED,
            WITH_REGISTERED);
    static final Holder AUTHORITY = new Holder(
            2,
            Role.AUTHORITY,
            OFFICIAL,
            new CustodianId("authority"),
            "Consejo del Voto",
            Provenance.OFFICIAL,
            WITH_VOTERS);
    static final Holder OBSERVERS = new Holder(
            3,
            Role.OBSERVER,
            side("observers", "Observadores"),
            new CustodianId("brujula"),
            "Misión Brújula",
            Provenance.POSTED,
            WITH_VOTERS);
    static final Holder FIRST_AGAIN = new Holder(
            4,
            Role.FIRST_PARTY,
            FARO,
            new CustodianId("faro-2"),
            "Movimiento Boya",
            Provenance.ACCREDITED,
            WITH_REGISTERED);
    static final Holder SECOND_AGAIN = new Holder(
            5,
            Role.SECOND_PARTY,
            MOLINO,
            new CustodianId("molino-2"),
            "Unión Ladrillo",
            Provenance.ACCREDITED,
            WITH_REGISTERED);

    /** The authority's store, to which boxes are handed over. */
    static final Holder GUARD = new Holder(
            -1,
            Role.OTHER,
            OFFICIAL,
            new CustodianId("custodia"),
            "Guardia de las Cajas",
            Provenance.OFFICIAL,
            WITH_REGISTERED);

    /** Whoever passes on what was got by breaking in. */
    static final Holder LEAK = new Holder(
            -1,
            Role.OTHER,
            side("unknown", "Procedencia desconocida"),
            new CustodianId("filtracion"),
            "Filtración anónima",
            Provenance.UNLAWFUL,
            WITH_REGISTERED);

    private static final List<Holder> NAMED = List.of(FIRST, SECOND, AUTHORITY, OBSERVERS, FIRST_AGAIN, SECOND_AGAIN);

    private static Side side(String id, String name) {
        return new Side(new SideId(id), name);
    }

    /** Those who would get one of {@code copies} copies, and always the six named ones, whom a lie may need. */
    static List<Holder> atLeast(int copies) {
        List<Holder> holders = new ArrayList<>(NAMED);
        for (int rank = NAMED.size(); rank < copies; rank++) {
            holders.add(further(rank));
        }
        return holders;
    }

    /** Beyond the named six: neighbours, the press, then further parties of either coalition in turn. */
    private static Holder further(int rank) {
        return switch (rank) {
            case 6 -> observer(rank, "vecinos", "Red Vecinal Candil");
            case 7 -> observer(rank, "prensa", "Prensa Reunida");
            default -> {
                boolean isFirst = rank % 2 == 0;
                int number = rank / 2 - 1;
                Side side = isFirst ? FARO : MOLINO;
                yield new Holder(
                        rank,
                        isFirst ? Role.FIRST_PARTY : Role.SECOND_PARTY,
                        side,
                        new CustodianId(side.id() + "-" + number),
                        side.name() + ", partido " + number,
                        Provenance.ACCREDITED,
                        WITH_REGISTERED);
            }
        };
    }

    private static Holder observer(int rank, String id, String name) {
        return new Holder(
                rank, Role.OBSERVER, side(id, name), new CustodianId(id), name, Provenance.POSTED, WITH_REGISTERED);
    }

    Custodian custodian() {
        return new Custodian(id, side.id(), name);
    }
}
