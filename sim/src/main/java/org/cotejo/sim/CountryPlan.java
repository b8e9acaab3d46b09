package org.cotejo.sim;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cotejo.base.Check;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;

/**
 * What to simulate. The same plan gives the same entries, byte for byte.
 *
 * @param copies copies that leave each station, one for each of the first so many holders: a party of either coalition, the
 *     authority, the observers, the second parties, and so on
 * @param lies what the liars do; none in an honest country
 * @param absences how much of the evidence never arrives
 * @param isSigned whether machines sign their sheets, as they always do where a lie is about signatures
 */
public record CountryPlan(int stations, int copies, long seed, List<Lie> lies, Absences absences, boolean isSigned) {
    /** How much of the evidence never arrives. */
    public enum Absences {
        /** As in any election: a few sheets lost, witnesses put out, copies refused, stations without any copy. */
        FEW,
        /** As in Venezuela in 2024: a sixth of one coalition's copies, nearly half of the other's, most of the observers'. */
        MANY
    }

    public static final int STATIONS_MOST = 2_000_000;

    public static final int COPIES_MOST = 20;

    /** Fewest stations of a country with lies, so that no two lies are told about the same station. */
    public static final int STATIONS_LEAST_WITH_LIES = 24;

    public CountryPlan {
        lies = List.copyOf(lies);
        isSigned |= lies.stream().anyMatch(Lie::isAboutSignatures);
        Check.that(stations >= 1 && stations <= STATIONS_MOST, "%d stations", stations);
        Check.that(copies >= 1 && copies <= COPIES_MOST, "%d copies", copies);
        Check.that(lies.stream().distinct().count() == lies.size(), "a lie stands twice in %s", lies);
        Check.that(lies.isEmpty() || stations >= STATIONS_LEAST_WITH_LIES, "%d stations with lies", stations);
    }

    public CountryPlan(int stations, int copies, long seed, List<Lie> lies) {
        this(stations, copies, seed, lies, Absences.FEW, false);
    }

    /** The same country whose machines sign. */
    public CountryPlan signed() {
        return new CountryPlan(stations, copies, seed, lies, absences, true);
    }

    /**
     * The country of the demonstration: a total is announced, worked out from round percentages, that the sheets make
     * impossible; no station's result is; the audits are cancelled; and many copies never arrive.
     */
    public static CountryPlan demo(int stations, long seed) {
        List<Lie> lies = List.of(
                Lie.TOTAL_WITHOUT_DETAIL, Lie.TOTALS_FROM_PERCENTAGES, Lie.IMPOSSIBLE_TOTAL, Lie.CANCELLED_AUDITS);
        return new CountryPlan(stations, 4, seed, lies, Absences.MANY, false);
    }

    /** The plan that somebody asked for by options of the command line, or why there is none. */
    public static Result<CountryPlan> asked(
            int stations, int copies, long seed, List<String> lieNames, boolean isSigned) {
        Set<Lie> lies = EnumSet.noneOf(Lie.class);
        for (String name : lieNames) {
            Optional<Lie> lie = Lie.named(name);
            if (lie.isEmpty()) {
                return Result.refused(SimProblem.LIE.in("--lie", name, Lie.names()));
            }
            lies.add(lie.get());
        }
        Optional<Problem> fault = fault(stations, copies, !lies.isEmpty());
        return fault.isPresent()
                ? Result.refused(fault.get())
                : Result.ok(new CountryPlan(stations, copies, seed, List.copyOf(lies), Absences.FEW, isSigned));
    }

    /** Why there can be no plan with these numbers, if there can't. */
    public static Optional<Problem> fault(int stations, int copies, boolean hasLies) {
        if (stations < 1 || stations > STATIONS_MOST) {
            return Optional.of(SimProblem.STATIONS.in("--stations", stations, STATIONS_MOST));
        }
        if (copies < 1 || copies > COPIES_MOST) {
            return Optional.of(SimProblem.COPIES.in("--copies", copies, COPIES_MOST));
        }
        return hasLies && stations < STATIONS_LEAST_WITH_LIES
                ? Optional.of(SimProblem.TOO_SMALL.in("--stations", stations, STATIONS_LEAST_WITH_LIES))
                : Optional.empty();
    }

    /** The election's id, which says that it is none. */
    String election() {
        return "sim-" + Long.toUnsignedString(seed);
    }

    /** What somebody needs to simulate the same country again, in lines. */
    String description() {
        return "Simulated, not imported.\nseed " + seed + "\nstations " + stations + "\ncopies " + copies
                + "\nabsences " + absences + "\nlies "
                + lies.stream().map(Lie::label).collect(Collectors.joining(" ")) + "\n" + (isSigned ? "signed\n" : "");
    }

    boolean isTold(Lie lie) {
        return lies.contains(lie);
    }
}
