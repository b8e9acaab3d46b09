package org.cotejo.reconcile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RepeatedTest {
    private static final long MASK = 2;

    private static void assertFound(long... numbers) {
        long[] expected = Arrays.stream(numbers)
                .filter(number -> (number & MASK) != 0)
                .boxed()
                .collect(Collectors.groupingBy(number -> number, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .mapToLong(number -> number)
                .sorted()
                .toArray();
        assertArrayEquals(expected, Repeated.of(numbers, MASK));
    }

    @Test
    void findsWhatStandsTwiceThreeTimesAndOften() {
        assertFound();
        assertFound(2);
        assertFound(2, 2);
        assertFound(3, 2, 3, 2, 3, 3, 6, 7, -1, -1);
    }

    @Test
    void passesOverWhatHasNoBitOfTheMask() {
        assertFound(4, 4, 1, 1, 0, 0, 0);
    }

    @Test
    void numbersThatShareTheirHighBitsAreToldApart() {
        assertFound(2, 3, 6, 7, 10, 11, 14, 15, 14);
    }

    @Property(tries = 300)
    void findsWhatCountingFinds(
            @ForAll long seed, @ForAll @IntRange(max = 3_000) int size, @ForAll @IntRange(min = 1, max = 64) int bits) {
        assertFound(new Random(seed)
                .longs(size)
                .map(number -> number >> Long.SIZE - bits)
                .toArray());
    }
}
