package org.cotejo.audit.forensics;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Corrects for asking many questions at once: Benjamini and Hochberg, Journal of the Royal Statistical Society B 57(1), 1995. */
final class FalseDiscovery {
    private FalseDiscovery() {}

    /** The adjusted p value of each; one that is no number was not asked and stays so. */
    static double[] adjust(double[] p) {
        int[] order = IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = p.clone();
        double smallest = 1;
        for (int rank = order.length; rank >= 1; rank--) {
            smallest = Math.min(smallest, p[order[rank - 1]] * order.length / rank);
            adjusted[order[rank - 1]] = smallest;
        }
        return adjusted;
    }
}
