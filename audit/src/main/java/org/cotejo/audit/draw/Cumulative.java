package org.cotejo.audit.draw;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.cotejo.base.Check;

/** Weights laid side by side from 0 to their sum: which of them holds a point. Integers of any size. */
final class Cumulative {
    private final BigInteger total;
    /** Where each weight ends, if the total is a {@code long}. */
    private final long[] ends;
    /** The same otherwise. */
    private final BigInteger[] largeEnds;

    Cumulative(List<BigInteger> weights) {
        boolean isSmall = true;
        long small = 0;
        ends = new long[weights.size()];
        for (int i = 0; i < ends.length && isSmall; i++) {
            BigInteger weight = weights.get(i);
            Check.that(weight.signum() >= 0, "a weight is negative: %s", weight);
            isSmall = weight.bitLength() < Long.SIZE;
            small += isSmall ? weight.longValue() : 0;
            isSmall &= small >= 0;
            ends[i] = small;
        }
        largeEnds = new BigInteger[isSmall ? 0 : weights.size()];
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < largeEnds.length; i++) {
            Check.that(weights.get(i).signum() >= 0, "a weight is negative: %s", weights.get(i));
            sum = sum.add(weights.get(i));
            largeEnds[i] = sum;
        }
        total = isSmall ? BigInteger.valueOf(small) : sum;
        Check.that(total.signum() > 0, "there is nothing to draw: the sum of %d weights is 0", ends.length);
    }

    /** Where {@code floor(ticket x total / 2^256)} lies: the first weight that ends behind it. */
    int at(byte[] ticket) {
        BigInteger point = new BigInteger(1, ticket).multiply(total).shiftRight(ticket.length * Byte.SIZE);
        if (largeEnds.length > 0) {
            return behind(Arrays.binarySearch(largeEnds, point), i -> largeEnds[i].equals(point));
        }
        long small = point.longValueExact();
        return behind(Arrays.binarySearch(ends, small), i -> ends[i] == small);
    }

    /** Equal ends are those of weights of 0 and of the one before them: the point lies behind all of them. */
    private static int behind(int found, IntPredicate endsThere) {
        int index = found < 0 ? -found - 1 : found + 1;
        while (endsThere.test(index)) {
            index++;
        }
        return index;
    }
}
