package org.cotejo.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cotejo.base.Check;
import org.jspecify.annotations.Nullable;

/**
 * The election without its stations, which the {@link Register} lists.
 *
 * @param origin whether somebody stated it or it was read off the imported files
 * @param levels names of the levels of places from the widest to the narrowest, such as state, municipality, parish
 * @param roll voters registered in the whole country by the national roll, if known
 * @param stations number of stations in all if the register may list fewer; those without a code are in no known place
 * @param announcer the announcer of record, whose station results are set against the copies; else the first custodian
 *     that announced any
 */
public record ElectionDefinition(
        String id,
        String title,
        Origin origin,
        List<String> levels,
        List<Contest> contests,
        List<Side> sides,
        List<Custodian> custodians,
        @Nullable Long roll,
        @Nullable Integer stations,
        @Nullable CustodianId announcer) {

    /** Where a definition comes from. */
    public enum Origin {
        /** Read off the files of results; grows with each. */
        DERIVED,
        /** Stated by a person or an authority in a file of its own. */
        IMPORTED
    }

    public static final int STATIONS_MOST = 20_000_000;

    public ElectionDefinition {
        Names.checkId("election id", id);
        Names.checkName("election title", title);
        levels = List.copyOf(levels);
        contests = List.copyOf(contests);
        sides = List.copyOf(sides);
        custodians = List.copyOf(custodians);
        levels.forEach(level -> Names.checkName("level", level));
        distinct("contest", contests.stream().map(Contest::id).toList());
        distinct("custodian", custodians.stream().map(Custodian::id).toList());
        Set<SideId> known = distinct("side", sides.stream().map(Side::id).toList());
        custodians.forEach(c -> Check.that(known.contains(c.side()), "custodian %s is on no known side", c.id()));
        Check.that(roll == null || roll >= 0, "roll %s", roll);
        Check.that(stations == null || stations >= 0 && stations <= STATIONS_MOST, "stations %s", stations);
    }

    /**
     * This definition with the custodians and sides that an earlier one knew and this one does not, so that what they delivered
     * keeps its side.
     */
    public ElectionDefinition knowing(@Nullable ElectionDefinition earlier) {
        if (earlier == null
                || earlier.custodians().stream().allMatch(c -> custodian(c.id()).isPresent())) {
            return this;
        }
        List<Custodian> all = new ArrayList<>(custodians);
        earlier.custodians().stream().filter(c -> custodian(c.id()).isEmpty()).forEach(all::add);
        List<Side> allSides = new ArrayList<>(sides);
        earlier.sides().stream()
                .filter(s -> sides.stream().noneMatch(known -> known.id().equals(s.id())))
                .forEach(allSides::add);
        return new ElectionDefinition(id, title, origin, levels, contests, allSides, all, roll, stations, announcer);
    }

    private static <T> Set<T> distinct(String what, List<T> ids) {
        Set<T> seen = new HashSet<>();
        ids.forEach(id -> Check.that(seen.add(id), "%s %s stands twice", what, id));
        return seen;
    }

    public Optional<Contest> contest(ContestId contest) {
        return contests.stream().filter(c -> c.id().equals(contest)).findFirst();
    }

    public Optional<Custodian> custodian(CustodianId custodian) {
        return custodians.stream().filter(c -> c.id().equals(custodian)).findFirst();
    }

    /** The side that a custodian is on; throws if the definition does not know the custodian. */
    public SideId sideOf(CustodianId custodian) {
        return custodian(custodian)
                .orElseThrow(() -> new IllegalArgumentException("no custodian " + custodian))
                .side();
    }
}
