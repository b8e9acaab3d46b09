package org.cotejo.audit.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.cotejo.crypto.Sha256;
import org.junit.jupiter.api.Test;

class PpebDrawTest {
    private static final Seed SEED = new Seed("31415926535897932384");

    private static Weighted of(String id, long weight) {
        return new Weighted(id, BigInteger.valueOf(weight));
    }

    private static List<Weighted> stations(int... weights) {
        return IntStream.range(0, weights.length)
                .mapToObj(i -> of("mesa-" + (100 + i), weights[i]))
                .toList();
    }

    @Test
    void aTicketIsTheHashOfSeedCommaAndZeroBytes() {
        byte[] third = (SEED.text() + ",\0\0").getBytes(StandardCharsets.UTF_8);
        assertEquals(
                Sha256.of(third).hex(),
                PpebDraw.draw(SEED, stations(1, 1), 3, 1).getFirst().ticket());
    }

    /** The rule once more, the slow way: walk along the weights until the point is inside one. */
    @Property(tries = 200)
    void theDrawIsTheWalkAlongTheWeights(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 50) Integer> weights,
            @ForAll @IntRange(max = 40) int skip) {
        long total = weights.stream().mapToLong(Integer::longValue).sum();
        if (total == 0) {
            return;
        }
        List<Weighted> list =
                stations(weights.stream().mapToInt(Integer::intValue).toArray());
        for (Drawn drawn : PpebDraw.draw(SEED, list, skip + 1, 5)) {
            BigInteger point = new BigInteger(drawn.ticket(), 16)
                    .multiply(BigInteger.valueOf(total))
                    .shiftRight(256);
            int at = 0;
            while (point.compareTo(list.get(at).weight()) >= 0) {
                point = point.subtract(list.get(at).weight());
                at++;
            }
            assertEquals(list.get(at).id(), drawn.id());
        }
    }

    @Property(tries = 50)
    void goingOnGivesWhatALongerDrawWouldHaveGiven(
            @ForAll @IntRange(max = 30) int first, @ForAll @IntRange(max = 30) int more) {
        List<Weighted> list = stations(7, 0, 3, 900, 1);
        List<Drawn> joined = new ArrayList<>(PpebDraw.draw(SEED, list, 1, first));
        joined.addAll(PpebDraw.draw(SEED, list, first + 1, more));
        assertEquals(PpebDraw.draw(SEED, list, 1, first + more), joined);
    }

    @Test
    void theOrderInWhichTheListIsGivenDoesNotMatter() {
        List<Weighted> shuffled = new ArrayList<>(stations(5, 1, 4, 1, 3, 9, 2, 6));
        List<Drawn> drawn = PpebDraw.draw(SEED, shuffled, 1, 50);
        Collections.shuffle(shuffled, new Random(3));
        assertEquals(drawn, PpebDraw.draw(SEED, shuffled, 1, 50));
    }

    /** In UTF-16 the second would come first. */
    @Test
    void theOrderIsThatOfBytesInUtf8() {
        List<Weighted> list = List.of(of("\uffed", 1), of("\ud83d\ude0a", 1));
        assertEquals(list, list.reversed().stream().sorted(Weighted.ORDER).toList());
    }

    @Property(tries = 300)
    void aListIsOrderedAsItsIdsAre(
            @ForAll @Size(max = 12)
                    Set<
                                    @StringLength(min = 1, max = 12)
                                    @Chars({'a', 'b', '9', '~', '\u007f', '\u00e9', '\u4e00', '\u0000'}) String>
                            ids) {
        List<Weighted> list = ids.stream().map(id -> of(id, 1)).toList();
        assertEquals(list.stream().sorted(Weighted.ORDER).toList(), Weighted.ordered(list));
    }

    @Property(tries = 500)
    void theOrderIsThatOfTheUnsignedBytes(
            @ForAll @StringLength(min = 1, max = 4) String a, @ForAll @StringLength(min = 1, max = 4) String b) {
        String one = Normalizer.normalize(a, Normalizer.Form.NFC);
        String other = Normalizer.normalize(b, Normalizer.Form.NFC);
        CharsetEncoder utf8 = StandardCharsets.UTF_8.newEncoder();
        if (utf8.canEncode(one) && utf8.canEncode(other)) {
            int bytes = Arrays.compareUnsigned(
                    one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
            assertEquals(Integer.signum(bytes), Integer.signum(Weighted.ORDER.compare(of(one, 1), of(other, 1))));
        }
    }

    @Test
    void aWeightOfZeroIsNeverDrawnAndShareFollowsWeight() {
        List<Drawn> drawn = PpebDraw.draw(SEED, stations(0, 1, 0, 0, 3, 0), 1, 4_000);
        long light = drawn.stream().filter(d -> d.id().equals("mesa-101")).count();
        long heavy = drawn.stream().filter(d -> d.id().equals("mesa-104")).count();
        assertEquals(4_000, light + heavy);
        // Standard deviation 27: four of them.
        assertTrue(Math.abs(light - 1_000) < 110, () -> light + " of 4,000 at a quarter");
    }

    @Test
    void weightsMayBeLargerThanAnyLong() {
        BigInteger huge = BigInteger.ONE.shiftLeft(300);
        List<Weighted> list = List.of(new Weighted("a", huge), new Weighted("b", huge.multiply(BigInteger.TWO)));
        List<Drawn> small = PpebDraw.draw(SEED, List.of(of("a", 1), of("b", 2)), 1, 100);
        assertEquals(small, PpebDraw.draw(SEED, list, 1, 100));
    }

    @Test
    void aListThatCannotBeDrawnFromIsAMistake() {
        assertThrows(IllegalArgumentException.class, () -> PpebDraw.draw(SEED, List.of(), 1, 1));
        assertThrows(IllegalArgumentException.class, () -> PpebDraw.draw(SEED, stations(0, 0), 1, 1));
        assertThrows(IllegalArgumentException.class, () -> PpebDraw.draw(SEED, List.of(of("a", 1), of("a", 2)), 1, 1));
        List<Weighted> twice = List.of(of("0123456789a", 1), of("0123456789b", 1), of("0123456789a", 2));
        assertThrows(IllegalArgumentException.class, () -> PpebDraw.draw(SEED, twice, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> PpebDraw.draw(SEED, stations(1), 0, 1));
        assertThrows(IllegalArgumentException.class, () -> of("e\u0301", 1));
        assertThrows(IllegalArgumentException.class, () -> of("a", -1));
    }
}
