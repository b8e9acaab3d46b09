package org.cotejo.bench;

/**
 * Random numbers that depend on a seed and a place only, so that any station can be drawn again without the others.
 *
 * <p>SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). Integers only: the same bytes on every machine.
 */
final class Dice {
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private long state;

    /** Starts the sequence that belongs to this seed, this stream of decisions and this index in it. */
    Dice at(long seed, long stream, long index) {
        state = mix(mix(seed + GOLDEN * (stream + 1)) + GOLDEN * (index + 1));
        return this;
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** A number from 0 to bound - 1; the bias of at most bound / 2^32 does not matter here. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** True once in so many times. */
    boolean oneIn(int times) {
        return below(times) == 0;
    }

    /** A bell curve around zero with standard deviation 4: heads minus 32 in 64 coin tosses. */
    int bell() {
        return Long.bitCount(next()) - 32;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ (mixed >>> 31);
    }
}
