package org.cotejo.bench.statistics;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Holds audits of elections whose reported winner did not win and prints which share of them was confirmed all the same. It must
 * not be above the risk limit by more than three standard errors.
 */
public final class WrongElections {
    static final double LIMIT = 0.05;
    private static final long SEED = 20_240_728;
    private static final int STANDARD_ERRORS = 3;

    private WrongElections() {}

    /** One audit of a wrong election: whether it was confirmed. */
    @FunctionalInterface
    interface Audit {
        boolean confirms(RandomGenerator random);
    }

    /** Argument: how many elections for each method. Ends with 1 if one method confirms too many. */
    public static void main(String[] args) {
        int elections = Integer.parseInt(args[0]);
        double most = LIMIT + STANDARD_ERRORS * Math.sqrt(LIMIT * (1 - LIMIT) / elections);
        System.out.printf(
                Locale.ROOT,
                "%d wrong elections each, risk limit %.3f, at most %.4f with three standard errors%n",
                elections,
                LIMIT,
                most);
        boolean[] isBad = {false};
        WrongAudits.all().forEach((name, audit) -> {
            double share = share(audit, elections);
            isBad[0] |= share > most;
            System.out.printf(Locale.ROOT, "%-52s %.4f %s%n", name, share, share > most ? "TOO MANY" : "ok");
        });
        System.exit(isBad[0] ? 1 : 0);
    }

    static double share(Audit audit, int elections) {
        SplittableRandom random = new SplittableRandom(SEED);
        int confirmed = 0;
        for (int i = 0; i < elections; i++) {
            confirmed += audit.confirms(random) ? 1 : 0;
        }
        return (double) confirmed / elections;
    }
}
