package org.cotejo.bench.rates;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.SplittableRandom;
import org.cotejo.audit.forensics.IntegerPercentages;

/**
 * The integer-percentage test with its random rounds over a made country. Arguments: stations, rounds, repetitions. Prints one line a repetition:
 * wall seconds, CPU seconds, and the mean and expected hits, so that a peer can be held against it.
 */
final class IntegerRounds {
    private static final double NANOS = 1e9;

    private IntegerRounds() {}

    public static void main(String[] args) {
        int stations = Integer.parseInt(args[0]);
        int rounds = Integer.parseInt(args[1]);
        int[] registered = new int[stations];
        int[] cast = new int[stations];
        int[] leader = new int[stations];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < stations; i++) {
            registered[i] = 300 + random.nextInt(2_000);
            cast[i] = (int) (registered[i] * (0.4 + 0.5 * random.nextDouble()));
            leader[i] = (int) (cast[i] * (0.2 + 0.6 * random.nextDouble()));
        }
        for (int repetition = 0; repetition < Integer.parseInt(args[2]); repetition++) {
            long wall = System.nanoTime();
            long cpu = cpu();
            IntegerPercentages test =
                    IntegerPercentages.of(registered, cast, leader, rounds, new SplittableRandom(repetition));
            System.out.printf(
                    Locale.ROOT,
                    "cotejo %.3f %.3f %.2f %.2f%n",
                    (System.nanoTime() - wall) / NANOS,
                    (cpu() - cpu) / NANOS,
                    test.meanDrawn().getFirst(),
                    test.expected().getFirst());
        }
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
