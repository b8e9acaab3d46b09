package org.cotejo.bench.rates;

import java.util.Locale;
import org.cotejo.audit.forensics.BaseRates;
import org.cotejo.audit.forensics.HonestElection;
import org.cotejo.audit.forensics.Indicator;

/**
 * Runs all indicators over many simulated honest elections of every kind and prints how often each had p of 0.05 or less. Arguments:
 * elections of a kind, areas of an election (48 stations each), seed. Ends with 1 if a rate is above three standard errors.
 */
final class HonestRuns {
    private static final double LEVEL = 0.05;
    private static final int ROUNDS = 500;

    private HonestRuns() {}

    public static void main(String[] args) {
        int runs = Integer.parseInt(args[0]);
        int areas = Integer.parseInt(args[1]);
        long seed = Long.parseLong(args[2]);
        boolean isAbove = false;
        for (HonestElection.Kind kind : HonestElection.Kind.values()) {
            BaseRates rates = BaseRates.measure(new HonestElection(kind, areas), runs, ROUNDS, LEVEL, seed);
            System.out.printf(Locale.ROOT, "%s: %d elections, any stands out in %d%n", kind, runs, rates.standingOut());
            for (Indicator indicator : Indicator.values()) {
                double rate = rates.rate(indicator);
                boolean isHigh = rate > rates.limit(indicator) && !indicator.isBadTest();
                isAbove |= isHigh;
                System.out.printf(
                        Locale.ROOT,
                        "  %-24s %.3f of %d, at most %.3f%s%n",
                        indicator.key(),
                        rate,
                        rates.asked().getOrDefault(indicator, 0),
                        rates.limit(indicator),
                        isHigh ? "  ABOVE" : "");
            }
        }
        if (isAbove) {
            System.exit(1);
        }
    }
}
