package org.cotejo.audit.survey;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.Check;

/** How a sample is spread over strata: by their size, or by size times spread (Neyman 1934). */
public final class Allocation {
    /** Fewest units of a stratum that give a variance. */
    public static final int LEAST = 2;

    private Allocation() {}

    /** n N_h / N, not rounded. */
    public static List<Double> proportional(double n, List<Long> units) {
        return neyman(n, units, units.stream().map(_ -> 1.0).toList());
    }

    /** n N_h S_h / sum of N_h S_h, not rounded: the smallest variance for a given n where spreads differ. */
    public static List<Double> neyman(double n, List<Long> units, List<Double> spreads) {
        Check.that(units.size() == spreads.size(), "%d strata, %d spreads", units.size(), spreads.size());
        double sum = 0;
        for (int h = 0; h < units.size(); h++) {
            Check.that(spreads.get(h) >= 0, "spread %s", spreads.get(h));
            sum += units.get(h) * spreads.get(h);
        }
        List<Double> parts = new ArrayList<>();
        for (int h = 0; h < units.size(); h++) {
            parts.add(sum > 0 ? n * units.get(h) * spreads.get(h) / sum : 0);
        }
        return List.copyOf(parts);
    }

    /**
     * An allocation in whole units: at least two in each stratum or all there are, never more than there are, and n in all
     * unless the least is more. What is left over by rounding down goes to the largest fractions.
     */
    public static List<Integer> whole(List<Double> parts, List<Long> units) {
        int strata = units.size();
        double wanted = parts.stream().mapToDouble(Double::doubleValue).sum();
        int[] counts = new int[strata];
        long given = 0;
        for (int h = 0; h < strata; h++) {
            counts[h] = (int)
                    Math.clamp((long) Math.floor(parts.get(h) + 1e-9), Math.min(LEAST, units.get(h)), units.get(h));
            given += counts[h];
        }
        long n = Math.round(wanted);
        while (given != n) {
            boolean isShort = given < n;
            int best = -1;
            for (int h = 0; h < strata; h++) {
                boolean isFree = isShort ? counts[h] < units.get(h) : counts[h] > Math.min(LEAST, units.get(h));
                if (isFree && (best < 0 || owed(parts, counts, h, isShort) > owed(parts, counts, best, isShort))) {
                    best = h;
                }
            }
            if (best < 0) {
                break;
            }
            counts[best] += isShort ? 1 : -1;
            given += isShort ? 1 : -1;
        }
        List<Integer> whole = new ArrayList<>();
        for (int count : counts) {
            whole.add(count);
        }
        return List.copyOf(whole);
    }

    private static double owed(List<Double> parts, int[] counts, int h, boolean isShort) {
        return isShort ? parts.get(h) - counts[h] : counts[h] - parts.get(h);
    }
}
