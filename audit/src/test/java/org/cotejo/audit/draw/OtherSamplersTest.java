package org.cotejo.audit.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cotejo.crypto.Sha256;
import org.junit.jupiter.api.Test;

/** The sampler of Colorado and the stream of SHANGRLA. */
class OtherSamplersTest {
    private static final Seed SEED = new Seed("27182818284590452353");

    private static BigInteger digest(int place) {
        byte[] bytes = (SEED.text() + "," + "\0".repeat(place)).getBytes(StandardCharsets.UTF_8);
        return new BigInteger(1, Sha256.of(bytes).bytes());
    }

    @Test
    void bitsAreTakenFromTheLowEndAcrossDigests() {
        BigInteger two = digest(1).shiftLeft(256).or(digest(0));
        CryptoRandom stream = new CryptoRandom(SEED);
        int at = 0;
        for (int count : new int[] {0, 1, 7, 200, 100, 3}) {
            BigInteger expected =
                    two.shiftRight(at).and(BigInteger.ONE.shiftLeft(count).subtract(BigInteger.ONE));
            assertEquals(expected, stream.bits(count));
            at += count;
        }
    }

    @Test
    void randomIsADigestOver2To256() {
        CryptoRandom stream = new CryptoRandom(SEED);
        stream.skip();
        assertEquals(digest(1).doubleValue() * 0x1p-256, stream.random());
        stream.skipTo(5);
        assertEquals(digest(5), new BigInteger(1, stream.digest()));
        assertThrows(IllegalArgumentException.class, () -> stream.skipTo(5));
    }

    /** Each digest begun anew from the seed would hash half a terabyte here; the stream goes on where it was instead. */
    @Test
    void aMillionDigestsCostOneByteEach() {
        CryptoRandom stream = new CryptoRandom(SEED);
        for (int place = 0; place < 1_000_000; place++) {
            byte[] digest = stream.digest();
            if (place % 249_999 == 0 || place < 3) {
                assertEquals(digest(place), new BigInteger(1, digest), "digest " + place);
            }
        }
        stream.skipTo(1_500_000);
        assertEquals(digest(1_500_000), new BigInteger(1, stream.digest()));
    }

    @Property(tries = 100)
    void aSampleWithoutReplacementHoldsEachNumberOnce(@ForAll @IntRange(min = 1, max = 40) int most) {
        List<Long> all = new CryptoRandom(SEED).sample(most, most);
        assertEquals(
                LongStream.rangeClosed(1, most).boxed().toList(),
                all.stream().sorted().toList());
        assertEquals(all.subList(0, most / 2), new CryptoRandom(SEED).sample(most, most / 2));
    }

    @Test
    void wholeNumbersStayInTheirRangeAndReachItsEnds() {
        CryptoRandom stream = new CryptoRandom(SEED);
        HashSet<Long> seen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            seen.add(stream.between(-2, 3));
        }
        assertEquals(new HashSet<>(List.of(-2L, -1L, 0L, 1L, 2L)), seen);
        assertEquals(9, stream.between(9, 10));
        assertThrows(IllegalArgumentException.class, () -> stream.between(3, 3));
    }

    @Test
    void coloradosDrawIsAHashModuloTheBallots() {
        byte[] second = (SEED.text() + ",2").getBytes(StandardCharsets.UTF_8);
        long expected = new BigInteger(1, Sha256.of(second).bytes())
                .mod(BigInteger.valueOf(1_000))
                .longValueExact();
        assertEquals(List.of(expected + 1), Rivest2011.draw(SEED, 1, 1_000, 2, 1));
    }

    @Property(tries = 50)
    void differentNumbersAreTheDrawWithRepeatsPassedOver(@ForAll @IntRange(min = 1, max = 60) int choices) {
        List<Long> different = Rivest2011.drawDifferent(SEED, 5, choices, choices);
        assertEquals(choices, new HashSet<>(different).size());
        assertTrue(different.stream().allMatch(n -> n >= 5 && n < 5 + choices));
        List<Long> all = Rivest2011.draw(SEED, 5, choices, 1, 2_000);
        assertEquals(all.stream().distinct().toList(), different.subList(0, (int)
                all.stream().distinct().count()));
    }
}
