package org.cotejo.bounds;

import java.math.BigInteger;
import org.cotejo.base.Check;

/**
 * How many votes of one figure can lie in a part of the stations that is limited in size: the fractional knapsack. The
 * whole of the stations with the most votes per unit of size goes in first, then a part of the next one, rounded down;
 * stations without size are free. By station each has size 1; by register its registered voters. Exact: ratios are
 * compared crosswise in 128 bits.
 *
 * <p>Finds the station where the room ends by partitioning and not by sorting, so that a million stations take
 * milliseconds. Source: Dantzig (1957), bound of the knapsack; Balas and Zemel (1980), in linear time. Not safe for use by
 * several threads.
 */
final class LeftOut {
    /** No part of the stations, however large, holds so many votes. */
    static final long NEVER = Long.MAX_VALUE;

    private final long[] votes;
    private final long[] sizes;
    private int low;
    private int high;
    private long random = 0x9e3779b97f4a7c15L;

    /** Votes of the stations without size. */
    private long free;

    // What the last partition found: [low, equalFrom) is richer than the pivot, [equalFrom, poorerFrom) equal to it.
    private int equalFrom;
    private int poorerFrom;
    private long richerVotes;
    private long richerSizes;
    private long equalVotes;
    private long equalSizes;

    /** For at most so many stations. */
    LeftOut(int stations) {
        votes = new long[stations];
        sizes = new long[stations];
    }

    /** Takes votes and sizes station by station, each 0 or more, and forgets those before; they answer one question. */
    LeftOut over(long[] stationVotes, long[] stationSizes) {
        Check.that(
                stationVotes.length == stationSizes.length,
                "%d votes, %d sizes",
                stationVotes.length,
                stationSizes.length);
        free = 0;
        low = 0;
        high = 0;
        for (int i = 0; i < stationVotes.length; i++) {
            if (stationSizes[i] == 0) {
                free = Math.addExact(free, stationVotes[i]);
            } else if (stationVotes[i] > 0) {
                votes[high] = stationVotes[i];
                sizes[high++] = stationSizes[i];
            }
        }
        return this;
    }

    /** The most votes that stations of at most {@code room} together can hold. */
    long mostWithin(long room) {
        Check.that(room >= 0, "room %d", room);
        long taken = free;
        long left = room;
        while (low < high) {
            partition();
            if (richerSizes > left) {
                high = equalFrom;
            } else {
                taken += richerVotes;
                left -= richerSizes;
                if (equalSizes > left) {
                    return taken
                            + product(equalVotes, left)
                                    .divide(BigInteger.valueOf(equalSizes))
                                    .longValueExact();
                }
                taken += equalVotes;
                left -= equalSizes;
                low = poorerFrom;
            }
        }
        return taken;
    }

    /** The smallest room in which {@code wanted} votes can lie; {@link #NEVER} if all stations together have fewer. */
    long leastRoomFor(long wanted) {
        long missing = wanted - free;
        long room = 0;
        while (low < high && missing > 0) {
            partition();
            if (richerVotes >= missing) {
                high = equalFrom;
            } else {
                missing -= richerVotes;
                room += richerSizes;
                if (equalVotes >= missing) {
                    BigInteger divisor = BigInteger.valueOf(equalVotes);
                    BigInteger part = product(missing, equalSizes)
                            .add(divisor)
                            .subtract(BigInteger.ONE)
                            .divide(divisor);
                    return room + part.longValueExact();
                }
                missing -= equalVotes;
                room += equalSizes;
                low = poorerFrom;
            }
        }
        return missing > 0 ? NEVER : room;
    }

    /** Splits [low, high) by one of its stations into richer, equal and poorer ones, and adds up the first two. */
    private void partition() {
        int pivot = low + (int) Math.floorMod(nextRandom(), (long) high - low);
        long pivotVotes = votes[pivot];
        long pivotSize = sizes[pivot];
        equalFrom = low;
        poorerFrom = high;
        richerVotes = 0;
        richerSizes = 0;
        equalVotes = 0;
        equalSizes = 0;
        int at = low;
        while (at < poorerFrom) {
            int order = compareProducts(votes[at], pivotSize, pivotVotes, sizes[at]);
            if (order > 0) {
                richerVotes += votes[at];
                richerSizes += sizes[at];
                swap(at++, equalFrom++);
            } else if (order < 0) {
                swap(at, --poorerFrom);
            } else {
                equalVotes += votes[at];
                equalSizes += sizes[at++];
            }
        }
    }

    private void swap(int i, int j) {
        long vote = votes[i];
        votes[i] = votes[j];
        votes[j] = vote;
        long size = sizes[i];
        sizes[i] = sizes[j];
        sizes[j] = size;
    }

    /** Compares a*b with c*d, all 0 or more. */
    static int compareProducts(long a, long b, long c, long d) {
        int order = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
        return order != 0 ? order : Long.compareUnsigned(a * b, c * d);
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }

    /** Chooses pivots; always the same sequence, and no answer depends on it. */
    private long nextRandom() {
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        return random;
    }
}
