package org.cotejo.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NumbersTest {
    private static final int[] EDGES = {
        0,
        1,
        -1,
        Short.MAX_VALUE,
        Short.MIN_VALUE,
        Short.MAX_VALUE + 1,
        Short.MIN_VALUE - 1,
        65_536,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE
    };

    /** Mostly narrow ones, so that many rows never widen. */
    private static int number(Random random) {
        return random.nextInt(50) == 0 ? EDGES[random.nextInt(EDGES.length)] : random.nextInt(-9, 999);
    }

    @Property(tries = 500)
    void whatIsPutInIsGivenBackAsAnArrayWould(@ForAll long seed) {
        Random random = new Random(seed);
        int[] expected = new int[1 + random.nextInt(40)];
        Numbers numbers = new Numbers(expected.length);
        for (int step = 0; step < 40; step++) {
            int at = random.nextInt(expected.length);
            int count = random.nextInt(expected.length - at + 1);
            int value = number(random);
            switch (random.nextInt(4)) {
                case 0 -> {
                    expected[at] = value;
                    numbers.set(at, value);
                }
                case 1 -> {
                    Arrays.fill(expected, at, at + count, value);
                    numbers.fill(at, count, value);
                }
                case 2 -> {
                    int[] values = random.ints(count + 2L, -5, 5).toArray();
                    values[1 + random.nextInt(count + 1)] = value;
                    System.arraycopy(values, 1, expected, at, count);
                    numbers.set(at, values, 1, count);
                }
                default -> {
                    expected = Arrays.copyOf(expected, expected.length + random.nextInt(3));
                    numbers.grow(expected.length);
                }
            }
        }
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], numbers.get(i));
        }
        assertTrue(numbers.isSame(0, expected, 0, expected.length));
        int changed = random.nextInt(expected.length);
        expected[changed] ^= 1 << random.nextInt(Integer.SIZE);
        assertFalse(numbers.isSame(0, expected, 0, expected.length));
    }

    @Test
    void placesBeyondTheLastAreRefused() {
        Numbers numbers = new Numbers(2);
        assertThrows(IndexOutOfBoundsException.class, () -> numbers.get(2));
        assertThrows(IndexOutOfBoundsException.class, () -> numbers.set(2, 0));
        numbers.set(1, 100_000);
        assertThrows(IndexOutOfBoundsException.class, () -> numbers.get(2));
        assertEquals(100_000, numbers.get(1));
    }
}
