package org.cotejo.bench.statistics;

/** Numbers from a formula that both programs have: SplitMix64 (Steele, Lea, Flood, OOPSLA 2014) of a counter. */
final class Mix {
    private static final long GAMMA = 0x9e3779b97f4a7c15L;

    private Mix() {}

    static long bits(long stream, long counter) {
        long z = (stream << 40) + counter * GAMMA + GAMMA;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** From 0 up to and without 1. */
    static double real(long stream, long counter) {
        return (bits(stream, counter) >>> 11) * 0x1p-53;
    }

    /** From 0 up to and without {@code end}. */
    static long below(long stream, long counter, long end) {
        return Long.remainderUnsigned(bits(stream, counter), end);
    }
}
