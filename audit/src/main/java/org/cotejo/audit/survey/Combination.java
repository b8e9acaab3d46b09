package org.cotejo.audit.survey;

import java.util.Arrays;
import java.util.List;
import org.cotejo.base.Check;

/**
 * A sum of what was counted, each with a factor: one candidate, one less another, all of them.
 *
 * @param factors one for each value of a {@link SampleUnit}
 */
public record Combination(List<Double> factors) {
    public Combination {
        factors = List.copyOf(factors);
    }

    /** The value at one place of so many. */
    public static Combination of(int place, int size) {
        return difference(place, -1, size);
    }

    /** The value at one place less that at another; a place of -1 is nothing. */
    public static Combination difference(int place, int less, int size) {
        Check.that(place != less, "a difference of %d with itself", place);
        Double[] factors = new Double[size];
        Arrays.fill(factors, 0.0);
        if (place >= 0) {
            factors[place] = 1.0;
        }
        if (less >= 0) {
            factors[less] = -1.0;
        }
        return new Combination(List.of(factors));
    }

    double of(double[] values) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += factors.get(i) * values[i];
        }
        return sum;
    }
}
