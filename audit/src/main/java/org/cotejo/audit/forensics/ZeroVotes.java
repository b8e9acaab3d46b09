package org.cotejo.audit.forensics;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.Check;

/**
 * Stations where an option has no vote at all although its neighbours give it many: a form that hides the option, a line left
 * out in typing, votes taken away. Colombia 2022: some 28,000 forms showed none for one list. The null is beta-binomial: the share
 * of the other stations of the place, spread as the places of the country are within themselves (Williams, Biometrics 31, 1975).
 *
 * @param tried stations and options with five votes or more to be expected
 * @param found zeros that stand out after correction for all that were tried
 * @param p smallest chance of a zero times the number tried
 */
record ZeroVotes(int tried, List<Zero> found, double p) {
    /** One zero: the votes to be expected from the neighbours, and the chance of none. */
    record Zero(int station, int option, double expected, double chance) {}

    private static final double EXPECTED_LEAST = 5;
    private static final double LEVEL = 0.05;
    private static final double SPREAD_LEAST = 1e-4;

    ZeroVotes {
        found = List.copyOf(found);
        Check.that(tried >= 0, "%d tried", tried);
    }

    static ZeroVotes of(StationTable table) {
        Groups places = Groups.of(table.size(), i -> table.valid(i) > 0, table::place);
        int tried = 0;
        double smallest = 1;
        List<Zero> zeros = new ArrayList<>();
        for (int option = 0; option < table.options(); option++) {
            double spread = spread(table, places, option);
            for (int g = 0; g < places.size(); g++) {
                int[] members = places.members(g);
                double votes = 0;
                double valid = 0;
                for (int i : members) {
                    votes += table.votes(i, option);
                    valid += table.valid(i);
                }
                for (int i : members) {
                    double others = valid - table.valid(i);
                    double share = (votes - table.votes(i, option) + 0.5) / (others + 1);
                    if (others <= 0 || share * table.valid(i) < EXPECTED_LEAST) {
                        continue;
                    }
                    tried++;
                    if (table.votes(i, option) == 0) {
                        double chance = chanceOfNone(table.valid(i), share, spread + 1 / (others + 1));
                        smallest = Math.min(smallest, chance);
                        zeros.add(new Zero(i, option, share * table.valid(i), chance));
                    }
                }
            }
        }
        int all = tried;
        return new ZeroVotes(
                tried,
                zeros.stream().filter(zero -> zero.chance() * all <= LEVEL).toList(),
                tried == 0 ? Double.NaN : Math.min(1, smallest * tried));
    }

    /** Correlation within a station, by moments: what the squared deviations from the place's share are above binomial. */
    private static double spread(StationTable table, Groups places, int option) {
        double above = 0;
        double most = 0;
        for (int g = 0; g < places.size(); g++) {
            int[] members = places.members(g);
            double votes = 0;
            double valid = 0;
            for (int i : members) {
                votes += table.votes(i, option);
                valid += table.valid(i);
            }
            double share = votes / valid;
            double binomial = share * (1 - share);
            if (members.length < 2 || binomial <= 0) {
                continue;
            }
            for (int i : members) {
                double n = table.valid(i);
                double d = table.votes(i, option) - n * share;
                double own = 1 - n / valid;
                above += d * d - n * binomial * own;
                most += n * (n - 1) * binomial * own;
            }
        }
        return most <= 0 ? SPREAD_LEAST : Math.clamp(above / most, SPREAD_LEAST, 0.5);
    }

    /** The chance of zero of n in the beta-binomial with a mean and a correlation. */
    static double chanceOfNone(int n, double share, double correlation) {
        double weight = 1 / correlation - 1;
        double chance = 1;
        for (int j = 0; j < n && chance > 0; j++) {
            chance *= (weight * (1 - share) + j) / (weight + j);
        }
        return chance;
    }
}
