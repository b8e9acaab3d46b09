package org.cotejo.audit.copies;

import org.cotejo.base.Check;

/**
 * How many there are in all, errors for instance, from two independent searches (Chapman, University of California
 * Publications in Statistics 1, 1951; Seber, The Estimation of Animal Abundance, 1982). Searches that find the same easy ones
 * make it too low.
 *
 * @param first A, found by the first search
 * @param second B, found by the second
 * @param both m, found by both
 */
public record CaptureRecapture(long first, long second, long both) {
    public CaptureRecapture {
        Check.that(both >= 0 && both <= first && both <= second, "%d and %d found, %d by both", first, second, both);
    }

    /** Chapman's estimate, (A+1)(B+1)/(m+1) - 1. */
    public double chapman() {
        return (first + 1.0) * (second + 1.0) / (both + 1.0) - 1;
    }

    /** Its standard error (Seber 1970). */
    public double standardError() {
        double variance = (first + 1.0) * (second + 1.0) * (first - both) * (second - both);
        return Math.sqrt(variance / ((both + 1.0) * (both + 1.0) * (both + 2.0)));
    }

    /** AB/m, of Lincoln and Petersen; infinite where no one was found twice. */
    public double lincolnPetersen() {
        return (double) first * second / both;
    }

    /** Estimated number that both searches missed. */
    public double missed() {
        return chapman() - (first + second - both);
    }
}
