package org.cotejo.audit.draw;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.cotejo.base.Check;

/** Weights laid side by side from 0 to their sum: which of them holds a point. Integers of any size. */
final class Cumulative {
    private final BigInteger[] ends;
    private final BigInteger total;

    Cumulative(List<BigInteger> weights) {
        ends = new BigInteger[weights.size()];
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < ends.length; i++) {
            Check.that(weights.get(i).signum() >= 0, "weight %d is negative: %s", i, weights.get(i));
            sum = sum.add(weights.get(i));
            ends[i] = sum;
        }
        total = sum;
        Check.that(total.signum() > 0, "there is nothing to draw: the sum of %d weights is 0", ends.length);
    }

    /** Where {@code floor(ticket x total / 2^256)} lies. */
    int at(byte[] ticket) {
        BigInteger point = new BigInteger(1, ticket).multiply(total).shiftRight(ticket.length * Byte.SIZE);
        int found = Arrays.binarySearch(ends, point);
        int index = found < 0 ? -found - 1 : found + 1;
        // Equal ends are those of weights of 0: the point lies behind all of them.
        while (ends[index].equals(point)) {
            index++;
        }
        return index;
    }
}
