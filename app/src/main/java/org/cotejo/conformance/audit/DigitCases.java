package org.cotejo.conformance.audit;

import java.util.Arrays;
import java.util.List;
import org.cotejo.audit.forensics.Digits;

/** Last digits, last pairs, and second digits against Benford's law. */
final class DigitCases implements Method {
    @Override
    public String name() {
        return "digit_tests";
    }

    @Override
    public Computed recompute(Given given) {
        if (given.has("csv")) {
            return column(Digits.of(Arrays.stream(given.table("csv").wholes(given.text("column")))
                    .mapToInt(Math::toIntExact)
                    .toArray()));
        }
        if (given.has("x")) {
            return column(Digits.of(
                    Arrays.stream(given.wholes("x")).mapToInt(Math::toIntExact).toArray()));
        }
        return given.has("nonadjacent") ? published(given) : benford(given);
    }

    private static Computed benford(Given given) {
        if (!given.value().rawText().isEmpty()) {
            throw new IllegalArgumentException("an input that is not known");
        }
        Computed.Members out = Computed.members();
        Computed.with(out, "expected", numbers(Digits.benford()));
        return Computed.with(out, "mean", Computed.of(mean(Digits.benford())));
    }

    private static Computed published(Given given) {
        int n = Math.toIntExact(given.whole("n"));
        int most = Math.toIntExact(given.whole("max_count"));
        int least = Math.toIntExact(given.whole("min_count"));
        Computed.Members out = Computed.members();
        Computed.with(
                out,
                "p_nonadjacent_binomial_lower",
                Computed.of(Digits.nonAdjacentP(n, Math.toIntExact(given.whole("nonadjacent")))));
        return Computed.with(
                out,
                "p_max>=" + most + "_and_min<=" + least + "_simulated",
                Computed.of(Digits.chanceOfPeakAndDip(n, most, least)));
    }

    private static Computed column(Digits digits) {
        Computed.Members out = Computed.members();
        Computed.with(out, "last_digit_counts", counts(digits.last()));
        Computed.with(out, "last_digit_chi2", Computed.of(digits.lastChiSquared()));
        Computed.with(out, "last_digit_p", Computed.of(digits.lastP()));
        Computed.with(out, "n_last", Computed.of((double) digits.counted()));
        Computed.with(out, "last_two_nonadjacent_distinct", Computed.of((double) digits.nonAdjacent()));
        Computed.with(out, "last_two_repeated", Computed.of((double) digits.repeated()));
        Computed.with(out, "n_pairs", Computed.of((double) digits.pairs()));
        Computed.with(out, "nonadjacent_p_lower", Computed.of(digits.nonAdjacentP()));
        Computed.with(out, "second_digit_counts", counts(digits.second()));
        Computed.with(out, "benford2_expected", numbers(Digits.benford()));
        Computed.with(out, "benford2_chi2", Computed.of(digits.benfordChiSquared()));
        Computed.with(out, "benford2_p", Computed.of(digits.benfordP()));
        Computed.with(out, "second_digit_mean", Computed.of(digits.secondMean()));
        return Computed.with(out, "second_digit_mean_expected", Computed.of(mean(Digits.benford())));
    }

    private static Computed counts(List<Integer> values) {
        return Computed.of(values.stream().mapToDouble(Integer::doubleValue).toArray());
    }

    private static Computed numbers(List<Double> values) {
        return Computed.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double mean(List<Double> frequencies) {
        double sum = 0;
        for (int digit = 0; digit < frequencies.size(); digit++) {
            sum += digit * frequencies.get(digit);
        }
        return sum;
    }
}
