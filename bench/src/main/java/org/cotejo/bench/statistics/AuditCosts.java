package org.cotejo.bench.statistics;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Does one piece of work again and again and prints its answer and what each time cost: {@code answer NAME VALUE}, then
 * {@code run CPU WALL} in seconds. CPU is that of the whole program, collector and
 * compiler included; both are of the work once.
 */
public final class AuditCosts {
    /** A further case is one line here and one function of the same name in bench/audit-peer.py. */
    private static final List<Cost> ALL =
            List.of(HistoryCost.kaplanWald(), HistoryCost.alpha(), HistoryCost.agrapa(), new PlanCost());

    private static final double NANOS = 1e9;
    /** The clock of CPU time ticks in hundredths of a second, so each run is the work several times over. */
    private static final int TIMES = 10;

    private AuditCosts() {}

    /** Arguments: {@code --list}, or the name of a case, how often to warm up, how often to measure. */
    public static void main(String[] args) {
        if (args.length == 1 && args[0].equals("--list")) {
            ALL.forEach(cost -> System.out.println(cost.name()));
            return;
        }
        Cost cost = ALL.stream()
                .filter(one -> one.name().equals(args[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no case " + args[0]));
        measure(cost.prepare(), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    }

    private static void measure(Cost.Work work, int warmUp, int runs) {
        for (int i = 0; i < warmUp * TIMES; i++) {
            work.run();
        }
        Map<String, String> answer = Map.of();
        for (int i = 0; i < runs; i++) {
            long cpu = cpu();
            long wall = System.nanoTime();
            for (int j = 0; j < TIMES; j++) {
                answer = work.run();
            }
            double each = NANOS * TIMES;
            System.out.printf(Locale.ROOT, "run %.6f %.6f%n", (cpu() - cpu) / each, (System.nanoTime() - wall) / each);
        }
        answer.forEach((name, value) -> System.out.println("answer " + name + " " + value));
    }

    private static long cpu() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            return system.getProcessCpuTime();
        }
        throw new IllegalStateException("this Java does not tell its CPU time");
    }
}
