package org.cotejo.audit.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** The order by bytes of numbers, and that of ids which rests on it. */
class PrefixOrderTest {
    @Property(tries = 300)
    void itIsTheStableOrderOfTheNumbers(
            @ForAll @Size(max = 60) List<@LongRange(min = 0, max = Long.MAX_VALUE) Long> numbers) {
        long[] plain = numbers.stream().mapToLong(Long::longValue).toArray();
        int[] slow = IntStream.range(0, plain.length)
                .boxed()
                .sorted(Comparator.comparingLong(i -> plain[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        assertArrayEquals(slow, PrefixOrder.of(plain));
    }

    @Test
    void equalNumbersStayAsTheyStood() {
        assertArrayEquals(new int[] {1, 3, 0, 2, 4}, PrefixOrder.of(new long[] {7, 5, 7, 5, 1L << 62}));
        assertArrayEquals(new int[0], PrefixOrder.of(new long[0]));
        assertArrayEquals(new int[] {0, 1}, PrefixOrder.of(new long[] {3, 3}));
    }

    /** Ids of digits, of letters, beginning alike for longer than a prefix, and with letters that are not plain. */
    @Property(tries = 300)
    void idsStandInTheOrderOfTheirBytes(
            @ForAll @Size(max = 40) List<@StringLength(min = 1, max = 14) String> ids,
            @ForAll("word") @Size(max = 40) List<String> words) {
        List<Weighted> list = java.util.stream.Stream.concat(ids.stream(), words.stream())
                .map(id -> java.text.Normalizer.normalize(id, java.text.Normalizer.Form.NFC))
                .filter(id -> !id.isEmpty() && isWhole(id))
                .map(id -> new Weighted(id, BigInteger.ONE))
                .toList();
        List<String> slow = list.stream()
                .map(Weighted::id)
                .sorted((a, b) -> Arrays.compareUnsigned(bytes(a), bytes(b)))
                .toList();
        assertEquals(slow, Weighted.ordered(list).stream().map(Weighted::id).toList());
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<List<String>> word() {
        return net.jqwik.api.Arbitraries.strings()
                .withChars('0', '1', '.', '~', '\u007f', '\u0000', 'é', '\uffee')
                .ofMinLength(1)
                .ofMaxLength(12)
                .list()
                .ofMaxSize(40);
    }

    private static byte[] bytes(String id) {
        return id.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Half a pair of surrogates has no bytes in UTF-8. */
    private static boolean isWhole(String id) {
        return new String(bytes(id), java.nio.charset.StandardCharsets.UTF_8).equals(id);
    }
}
