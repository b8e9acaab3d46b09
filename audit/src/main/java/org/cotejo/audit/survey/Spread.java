package org.cotejo.audit.survey;

import java.util.List;
import org.cotejo.base.Check;

/**
 * How much stations differ in what is to be estimated: the standard deviation (over n-1) of y - r x between stations, r their own
 * ratio of totals, and the mean of x. It is what the size of a sample depends on; the number of voters hardly matters.
 *
 * @param deviation in votes
 * @param mean of what is divided by, in votes a station
 * @param stations that it was measured on
 */
public record Spread(double deviation, double mean, int stations) {
    public Spread {
        Check.that(deviation >= 0 && mean >= 0 && stations >= 0, "a spread of %s at %s", deviation, mean);
    }

    /** Measures it on stations whose figures are known, as those of a past election are. */
    public static Spread of(List<Double> tops, List<Double> bases) {
        Check.that(tops.size() == bases.size(), "%d and %d figures", tops.size(), bases.size());
        double top = tops.stream().mapToDouble(Double::doubleValue).sum();
        double base = bases.stream().mapToDouble(Double::doubleValue).sum();
        int n = tops.size();
        if (n < 2 || base == 0) {
            return new Spread(0, n == 0 ? 0 : base / n, n);
        }
        double ratio = top / base;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double residual = tops.get(i) - ratio * bases.get(i);
            squares += residual * residual;
        }
        // Residuals about the own ratio add up to zero, so their mean is zero too.
        return new Spread(Math.sqrt(squares / (n - 1)), base / n, n);
    }

    /** As a share: the deviation over the mean. */
    public double share() {
        return mean == 0 ? 0 : deviation / mean;
    }
}
