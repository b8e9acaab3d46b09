package org.cotejo.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DiceTest {
    private static final int MANY = 100_000;

    /** The JDK's own SplitMix64, begun where ours begins, is the second implementation. */
    @Test
    void sequenceIsThatOfTheJdksSplitMix64() {
        Dice dice = Dice.of(7, Dice.Purpose.VOTES, 3);
        long first = dice.next();
        SplittableRandom jdk = new SplittableRandom(unmixed(first));
        for (int i = 0; i < 100; i++) {
            assertEquals(jdk.nextLong(), dice.next());
        }
    }

    /** The state behind an output: the mixing undone, step by step. */
    private static long unmixed(long value) {
        long z = value ^ value >>> 31 ^ value >>> 62;
        z *= 0x319642b2d24d8ec3L;
        z = z ^ z >>> 27 ^ z >>> 54;
        z *= 0x96de1b173f119089L;
        return z ^ z >>> 30 ^ z >>> 60;
    }

    @Test
    void sameSeedPurposeAndThingGiveTheSame() {
        assertEquals(
                Dice.of(1, Dice.Purpose.FATE, 5).next(),
                Dice.of(1, Dice.Purpose.FATE, 5).next());
    }

    @Test
    void anotherSeedPurposeOrThingGivesAnother() {
        long drawn = Dice.of(1, Dice.Purpose.FATE, 5).next();
        assertNotEquals(drawn, Dice.of(2, Dice.Purpose.FATE, 5).next());
        assertNotEquals(drawn, Dice.of(1, Dice.Purpose.PAPER, 5).next());
        assertNotEquals(drawn, Dice.of(1, Dice.Purpose.FATE, 6).next());
    }

    @Test
    void belowIsEvenAndNeverReachesTheBound() {
        Dice dice = Dice.of(1, Dice.Purpose.VOTES, 0);
        int[] counts = new int[7];
        for (int i = 0; i < MANY; i++) {
            counts[dice.below(7)]++;
        }
        for (int count : counts) {
            assertEquals(MANY / 7.0, count, 500);
        }
    }

    @Test
    void gaussianHasMeanZeroAndDeviationOne() {
        Dice dice = Dice.of(1, Dice.Purpose.VOTES, 0);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < MANY; i++) {
            double drawn = dice.gaussian();
            sum += drawn;
            squares += drawn * drawn;
        }
        assertEquals(0, sum / MANY, 0.01);
        assertEquals(1, squares / MANY, 0.02);
    }

    @Test
    void howManyStaysWithinTheNumberAndMeetsTheMean() {
        Dice dice = Dice.of(1, Dice.Purpose.VOTES, 0);
        long sum = 0;
        for (int i = 0; i < MANY; i++) {
            int drawn = dice.howMany(20, 0.9);
            assertTrue(drawn >= 0 && drawn <= 20, "drawn " + drawn);
            sum += drawn;
        }
        assertEquals(18, (double) sum / MANY, 0.1);
        assertEquals(0, dice.howMany(0, 0.5));
        assertEquals(5, dice.howMany(5, 1));
    }

    @Test
    void whatHappensNeverNeverHappens() {
        Dice dice = Dice.of(1, Dice.Purpose.VOTES, 0);
        for (int i = 0; i < 1_000; i++) {
            assertTrue(dice.happens(10_000));
            assertEquals(false, dice.happens(0));
        }
    }
}
