package org.cotejo.audit.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.base.Check;

/**
 * A sample drawn by strata and, if so, by clusters, with the estimators that fit its design. Variances are those of the
 * linearised estimator between units of the first stage within strata (Cochran, Sampling Techniques, 1977, chapters 6 and 11):
 * the sum over strata of (1-f) n/(n-1) times the squared deviations of the units' weighted totals.
 *
 * <p>The order of the units changes no estimate but by rounding; units are kept sorted, so that not even that happens.
 */
public final class Sample {
    private final List<Stratum> strata;
    private final int[] stratumOfPsu;
    private final int[] drawn;
    private final int[] psuOfUnit;
    private final double[] weights;
    private final double[][] values;

    private Sample(
            List<Stratum> strata,
            int[] stratumOfPsu,
            int[] drawn,
            int[] psuOfUnit,
            double[] weights,
            double[][] values) {
        this.strata = strata;
        this.stratumOfPsu = stratumOfPsu;
        this.drawn = drawn;
        this.psuOfUnit = psuOfUnit;
        this.weights = weights;
        this.values = values;
    }

    /** Puts a sample together; every unit must be in one of the strata, and no stratum may have more units than it has. */
    public static Sample of(List<Stratum> strata, List<SampleUnit> units) {
        Check.that(!units.isEmpty(), "a sample without units");
        Map<String, Integer> places = new HashMap<>();
        for (Stratum stratum : strata) {
            Check.that(places.put(stratum.name(), places.size()) == null, "stratum %s stands twice", stratum.name());
        }
        List<SampleUnit> sorted = new ArrayList<>(units);
        sorted.sort(Units.ORDER);
        int size = sorted.getFirst().values().size();
        Map<List<String>, Integer> psus = new HashMap<>();
        int[] stratumOfPsu = new int[sorted.size()];
        int[] drawn = new int[strata.size()];
        int[] psuOfUnit = new int[sorted.size()];
        double[] weights = new double[sorted.size()];
        double[][] values = new double[sorted.size()][];
        for (int i = 0; i < sorted.size(); i++) {
            SampleUnit unit = sorted.get(i);
            int stratum = places.getOrDefault(unit.stratum(), -1);
            Check.that(stratum >= 0, "%s is in no stratum of the design: %s", unit.psu(), unit.stratum());
            Check.that(
                    unit.values().size() == size,
                    "%s has %d values",
                    unit.psu(),
                    unit.values().size());
            int next = psus.size();
            int psu = psus.computeIfAbsent(List.of(unit.stratum(), unit.psu()), _ -> next);
            if (psu == next) {
                stratumOfPsu[psu] = stratum;
                drawn[stratum]++;
            }
            psuOfUnit[i] = psu;
            weights[i] = unit.weight();
            values[i] = unit.values().stream().mapToDouble(Double::doubleValue).toArray();
        }
        for (int h = 0; h < drawn.length; h++) {
            Stratum stratum = strata.get(h);
            Check.that(
                    drawn[h] <= stratum.units(), "%d drawn of the %d of %s", drawn[h], stratum.units(), stratum.name());
        }
        return new Sample(
                List.copyOf(strata), Arrays.copyOf(stratumOfPsu, psus.size()), drawn, psuOfUnit, weights, values);
    }

    /** Units of the first stage in the sample. */
    public int psus() {
        return stratumOfPsu.length;
    }

    /** Units of the last stage. */
    public int units() {
        return weights.length;
    }

    /** Strata from which fewer than two units came and which are not counted whole: they give no variance. */
    public List<String> lonely() {
        List<String> names = new ArrayList<>();
        for (int h = 0; h < drawn.length; h++) {
            if (drawn[h] < 2 && drawn[h] < strata.get(h).units()) {
                names.add(strata.get(h).name());
            }
        }
        return List.copyOf(names);
    }

    /** The weighted sum over all units, without a standard error. */
    public double sum(Combination what) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * what.of(values[i]);
        }
        return sum;
    }

    /** The total in the country; refuses a sample with {@link #lonely} strata. */
    public Estimate total(Combination what) {
        double[] scores = new double[weights.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = weights[i] * what.of(values[i]);
        }
        return new Estimate(sum(what), Math.sqrt(variance(scores)), degrees());
    }

    /** The combined ratio of two totals; refuses a sample with {@link #lonely} strata or nothing below. */
    public Estimate ratio(Combination above, Combination below) {
        double base = base(below);
        double ratio = sum(above) / base;
        double[] scores = new double[weights.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = weights[i] * (above.of(values[i]) - ratio * below.of(values[i])) / base;
        }
        return new Estimate(ratio, Math.sqrt(variance(scores)), degrees());
    }

    private double base(Combination below) {
        double base = sum(below);
        Check.that(base > 0, "a ratio to %s", base);
        return base;
    }

    /**
     * The standard error of the ratio by leaving out one unit of the first stage at a time (JKn, about the mean of all
     * replicates): a check on {@link #ratio} that shares none of its algebra.
     */
    public double jackknife(Combination above, Combination below) {
        requireVariance();
        double[] tops = psuTotals(above);
        double[] bases = psuTotals(below);
        double[] stratumTops = new double[drawn.length];
        double[] stratumBases = new double[drawn.length];
        for (int psu = 0; psu < tops.length; psu++) {
            stratumTops[stratumOfPsu[psu]] += tops[psu];
            stratumBases[stratumOfPsu[psu]] += bases[psu];
        }
        double top = Arrays.stream(tops).sum();
        double base = base(below);
        double[] replicates = new double[tops.length];
        double mean = 0;
        int counted = 0;
        for (int psu = 0; psu < tops.length; psu++) {
            int h = stratumOfPsu[psu];
            if (drawn[h] < 2) {
                continue;
            }
            double raise = drawn[h] / (drawn[h] - 1.0);
            double newTop = top - stratumTops[h] + raise * (stratumTops[h] - tops[psu]);
            double newBase = base - stratumBases[h] + raise * (stratumBases[h] - bases[psu]);
            replicates[psu] = newTop / newBase;
            mean += replicates[psu];
            counted++;
        }
        double variance = 0;
        for (int psu = 0; psu < tops.length; psu++) {
            int h = stratumOfPsu[psu];
            if (drawn[h] >= 2) {
                double deviation = replicates[psu] - mean / counted;
                variance += uncounted(h) * (drawn[h] - 1.0) / drawn[h] * deviation * deviation;
            }
        }
        return Math.sqrt(variance);
    }

    /**
     * The design effect of a ratio whose lower part is 1 for every unit, as of a share of persons: its variance over that of as
     * many units drawn at random without replacement (Kish 1965, as R's survey package computes it).
     */
    public double designEffect(Combination above, Combination below) {
        Estimate estimate = ratio(above, below);
        double spread = 0;
        double all = 0;
        int n = weights.length;
        for (int i = 0; i < n; i++) {
            double deviation = above.of(values[i]) / below.of(values[i]) - estimate.value();
            spread += weights[i] * deviation * deviation;
            all += weights[i];
        }
        double variance = spread / all * n / (n - 1.0);
        return estimate.standardError() * estimate.standardError() / (variance / n * (all - n) / all);
    }

    /** As {@link #designEffect}, of a total. */
    public double designEffectOfTotal(Combination what) {
        Estimate estimate = total(what);
        int n = weights.length;
        double all = Arrays.stream(weights).sum();
        double mean = estimate.value() / all;
        double spread = 0;
        for (int i = 0; i < n; i++) {
            double deviation = what.of(values[i]) - mean;
            spread += weights[i] * deviation * deviation;
        }
        double variance = spread / all * n / (n - 1.0);
        return estimate.standardError() * estimate.standardError() / (variance * all * all / n * (all - n) / all);
    }

    private int degrees() {
        int used = 0;
        for (int units : drawn) {
            used += units > 0 ? 1 : 0;
        }
        return psus() - used;
    }

    private double[] psuTotals(Combination what) {
        double[] totals = new double[psus()];
        for (int i = 0; i < weights.length; i++) {
            totals[psuOfUnit[i]] += weights[i] * what.of(values[i]);
        }
        return totals;
    }

    private void requireVariance() {
        List<String> lonely = lonely();
        Check.that(lonely.isEmpty(), "no variance: fewer than two units in %s", lonely);
    }

    private double uncounted(int h) {
        Stratum stratum = strata.get(h);
        return stratum.isCorrected() ? 1 - (double) drawn[h] / stratum.units() : 1;
    }

    private double variance(double[] scores) {
        requireVariance();
        double[] totals = new double[psus()];
        for (int i = 0; i < scores.length; i++) {
            totals[psuOfUnit[i]] += scores[i];
        }
        double[] means = new double[drawn.length];
        for (int psu = 0; psu < totals.length; psu++) {
            means[stratumOfPsu[psu]] += totals[psu] / drawn[stratumOfPsu[psu]];
        }
        double variance = 0;
        for (int psu = 0; psu < totals.length; psu++) {
            int h = stratumOfPsu[psu];
            if (drawn[h] >= 2) {
                double deviation = totals[psu] - means[h];
                variance += uncounted(h) * drawn[h] / (drawn[h] - 1.0) * deviation * deviation;
            }
        }
        return variance;
    }
}
