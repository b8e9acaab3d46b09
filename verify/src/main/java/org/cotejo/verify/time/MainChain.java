package org.cotejo.verify.time;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How much work a block of Bitcoin's main chain has at least, by its height. Whoever makes headers of his own can write any Merkle root
 * into one; below these floors that costs him little, so such a header proves nothing. Source: the difficulties of the main chain
 * (2.9 million at block 200,000; 8.0e9 at 300,000; 1.6e11 at 400,000; 1.8e13 at 700,000), from each height on rounded down by a
 * factor of two or more; a difficulty of 1 is 2^32 hashes. Since 2021 it has not fallen below 2^43.
 */
final class MainChain {
    private static final NavigableMap<Long, Integer> LEAST_WORK =
            new TreeMap<>(Map.of(0L, 32, 200_000L, 52, 300_000L, 63, 400_000L, 68, 700_000L, 75));

    private MainChain() {}

    /** The least work of a block of this height, as a power of two. */
    static int leastWork(long height) {
        return LEAST_WORK.floorEntry(Math.max(0, height)).getValue();
    }
}
