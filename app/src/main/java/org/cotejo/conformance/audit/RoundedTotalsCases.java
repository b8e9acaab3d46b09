package org.cotejo.conformance.audit;

import java.util.Arrays;
import java.util.List;
import org.cotejo.base.Fraction;
import org.cotejo.bounds.RoundingBack;

/** Totals that were computed from rounded percentages. */
final class RoundedTotalsCases implements Method {
    private static final int PLACES = 60;

    @Override
    public String name() {
        return "rounded_percentage_totals";
    }

    @Override
    public Computed recompute(Given given) {
        List<Long> counts = Arrays.stream(given.wholes("counts")).boxed().toList();
        int decimals = Math.toIntExact(given.whole("decimals"));
        long total = given.whole("total");
        // Groups that are left out of the file still share in the total.
        long rest = total - counts.stream().mapToLong(Long::longValue).sum();
        if (rest != 0) {
            throw new IllegalArgumentException("counts that do not add up to " + total);
        }
        RoundingBack test = RoundingBack.compare(counts, decimals);
        double scale = Math.pow(10, decimals + 2);
        double[] off = new double[counts.size()];
        for (int i = 0; i < off.length; i++) {
            // As floating point has it, since the file's differences of large numbers have its error.
            off[i] = Math.abs(counts.get(i) - (double) total * test.units().get(i) / scale);
        }
        Computed.Members out = Computed.members();
        Computed.with(out, "k_over_10^(d+2)", wholes(test.units()));
        Computed.with(out, "counts_from_percent", wholes(test.recomputed()));
        Computed.with(out, "deviation_votes", Computed.of(off));
        Computed.with(out, "all_match", Computed.of(test.matches()));
        Computed.with(out, "max_abs_diff", Computed.of((double) test.largestDifference()));
        Computed.with(out, "p_match_all_exact", number(test.chance()));
        Computed.with(out, "p_within_max_diff", number(test.chanceWithin(test.largestDifference())));
        Computed.with(out, "p_enumeration_uniform", number(test.chanceByCounting()));
        return Computed.with(out, "sum_of_counts_from_percent", Computed.of((double)
                test.recomputed().stream().mapToLong(Long::longValue).sum()));
    }

    private static Computed wholes(List<Long> values) {
        return Computed.of(values.stream().mapToDouble(Long::doubleValue).toArray());
    }

    private static Computed number(Fraction value) {
        return Computed.of(value.decimal(PLACES).doubleValue());
    }
}
