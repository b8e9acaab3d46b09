package org.cotejo.sim;

/**
 * Random numbers that depend on the seed, on what they are for and on which thing they are for, and on nothing drawn before:
 * a station comes out the same in whatever order stations are asked for. The algorithm is SplitMix64 (Steele, Lea and Flood
 * 2014), written out and without library mathematics, so that a seed means the same country on every machine and JDK.
 */
final class Dice {
    /** What is drawn; each purpose has a sequence of its own, by a number that never changes. */
    enum Purpose {
        COUNTRY(1),
        REGION(2),
        MUNICIPALITY(3),
        PARISH(4),
        CENTRE(5),
        STATION(6),
        REGISTER(7),
        VOTES(8),
        NO_COPY(9),
        FATE(10),
        PAPER(11),
        TARGETS(12);

        private final int number;

        Purpose(int number) {
            this.number = number;
        }
    }

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    /** Standard deviation of the sum of eight uniform 16-bit numbers: 2^16 times the root of 8/12. */
    private static final double SUM_DEVIATION = 65_536 * 0.816496580927726;

    private static final double SUM_MEAN = 8 * 32_767.5;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    static Dice of(long seed, Purpose purpose, long which) {
        return new Dice(mix(mix(seed + GOLDEN * purpose.number) + GOLDEN * which));
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** 0 to {@code bound}-1. */
    int below(int bound) {
        return (int) ((next() >>> 32) * bound >>> 32);
    }

    /** Whether something happens that happens {@code rate} times in ten thousand. */
    boolean happens(int rate) {
        return below(10_000) < rate;
    }

    /** 0 up to but not 1. */
    double fraction() {
        return (next() >>> 11) * 0x1p-53;
    }

    /** Nearly normal with mean 0 and deviation 1: a sum of eight, so never beyond 4.9. */
    double gaussian() {
        return (sumOfFour(next()) + sumOfFour(next()) - SUM_MEAN) / SUM_DEVIATION;
    }

    private static long sumOfFour(long bits) {
        return (bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48);
    }

    /** How many of {@code n} do what each does with a probability; drawn from the normal curve beside the binomial. */
    int howMany(int n, double probability) {
        double drawn = n * probability + gaussian() * Math.sqrt(n * probability * (1 - probability));
        return Math.clamp((long) Math.floor(drawn + 0.5), 0, n);
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
