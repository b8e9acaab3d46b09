package org.cotejo.sim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cotejo.definition.Custodian;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.Side;

/** One simulated country as it is, before anybody lies about it. Not safe for use by several threads. */
record Country(CountryPlan plan, Geography geography, Ballot ballot, Electorate electorate, Arrivals arrivals) {
    static Country of(CountryPlan plan) {
        Ballot ballot = Ballot.of(plan.seed());
        return new Country(
                plan,
                new Geography(plan.seed(), plan.stations()),
                ballot,
                new Electorate(plan.seed(), ballot),
                new Arrivals(plan.seed(), plan.absences()));
    }

    int stations() {
        return plan.stations();
    }

    Station station(int index) {
        return geography.station(index);
    }

    /** The true sheet of the station at this index. */
    Sheet sheet(int index) {
        return electorate.sheet(station(index));
    }

    /** Registered voters of all stations together. */
    long roll() {
        long roll = 0;
        for (int i = 0; i < stations(); i++) {
            roll += electorate.registered(station(i));
        }
        return roll;
    }

    ElectionDefinition definition() {
        List<Holder> holders = new ArrayList<>(Holder.atLeast(plan.copies()));
        holders.add(Holder.GUARD);
        if (plan.isTold(Lie.UNLAWFUL_DUMP)) {
            holders.add(Holder.LEAK);
        }
        Set<Side> sides = new LinkedHashSet<>();
        List<Custodian> custodians = new ArrayList<>();
        for (Holder holder : holders) {
            sides.add(holder.side());
            custodians.add(holder.custodian());
        }
        String seed = Long.toUnsignedString(plan.seed());
        String name = CoinedName.of(Dice.of(plan.seed(), Dice.Purpose.COUNTRY, 0));
        return new ElectionDefinition(
                plan.election(),
                "Elección simulada de " + name + " (semilla " + seed + ")",
                ElectionDefinition.Origin.IMPORTED,
                List.of("región", "municipio", "parroquia"),
                List.of(ballot.contest()),
                List.copyOf(sides),
                custodians,
                roll(),
                null,
                Holder.AUTHORITY.id());
    }
}
