package org.cotejo.reconcile;

import java.util.Arrays;
import java.util.OptionalLong;
import org.cotejo.base.Check;

/** Sums over stations of one contest, one for each candidate in the definition's order, and null and blank votes. */
public final class Totals {
    private static final long NOT_CARRIED = -1;

    private final long[] sums;

    private Totals(long[] sums) {
        this.sums = sums;
    }

    /** {@code sums}: candidates, then null, then blank; -1 for a figure that no source carries. */
    static Totals of(long[] sums) {
        Check.that(sums.length >= 2, "%d sums", sums.length);
        return new Totals(sums.clone());
    }

    public int candidates() {
        return sums.length - 2;
    }

    /** Votes of the candidate at a 0-based place; empty if no source carries them. */
    public OptionalLong candidate(int candidate) {
        return carried(sums[candidate]);
    }

    /** Sum over the candidates that are carried; empty if none is. */
    public OptionalLong valid() {
        long sum = NOT_CARRIED;
        for (int i = 0; i < candidates(); i++) {
            if (sums[i] != NOT_CARRIED) {
                sum = Math.max(sum, 0) + sums[i];
            }
        }
        return carried(sum);
    }

    public OptionalLong nullVotes() {
        return carried(sums[sums.length - 2]);
    }

    public OptionalLong blank() {
        return carried(sums[sums.length - 1]);
    }

    /** For each figure whether any source carries it. */
    boolean[] carried() {
        boolean[] carried = new boolean[sums.length];
        for (int i = 0; i < sums.length; i++) {
            carried[i] = sums[i] != NOT_CARRIED;
        }
        return carried;
    }

    private static OptionalLong carried(long sum) {
        return sum == NOT_CARRIED ? OptionalLong.empty() : OptionalLong.of(sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Totals totals && Arrays.equals(sums, totals.sums);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sums);
    }

    @Override
    public String toString() {
        return Arrays.toString(sums);
    }
}
