package org.cotejo.base;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The writer and the reader of canonical bytes against each other and against bytes written by hand. */
class CanonicalFormTest {
    @Property
    void aNumberIsReadBack(@ForAll @LongRange(min = 0) long number) {
        byte[] bytes = new CanonicalWriter().number(number).toBytes();
        CanonicalReader reader = new CanonicalReader().over(bytes);
        assertEquals(number, reader.number());
        reader.atEnd();
        assertEquals(Math.max(1, (64 - Long.numberOfLeadingZeros(number) + 6) / 7), bytes.length);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "1, 01",
        "127, 7f",
        "128, 8001",
        "300, ac02",
        "16384, 808001",
        "9223372036854775807, ffffffffffffffff7f"
    })
    void aNumberIsWrittenInGroupsOfSevenBitsTheLeastFirst(long number, String hex) {
        assertEquals(
                hex,
                HexFormat.of().formatHex(new CanonicalWriter().number(number).toBytes()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "80", "8000", "808000", "ffffffffffffffffff01", "ffffffffffffffffffff01"})
    void anotherFormOfANumberIsRefused(String hex) {
        assertRefused(hex, CanonicalReader::number);
    }

    @ParameterizedTest
    @CsvSource({"01", "0261", "03c3b1", "0563c3b161"})
    void textThatEndsTooEarlyIsRefused(String hex) {
        assertRefused(hex, reader -> reader.text(240));
    }

    @Test
    void textOfMoreBytesThanAllowedIsRefused() {
        assertEquals(
                "abc",
                new CanonicalReader().over(HexFormat.of().parseHex("03616263")).text(3));
        assertRefused("03616263", reader -> reader.text(2));
    }

    /** The length itself takes a byte, which must not be counted as one that is left. */
    @Test
    void aLengthOfOneMoreThanIsLeftIsRefused() {
        assertRefused("03" + "6162", reader -> reader.text(240));
        assertRefused("03" + "6162", reader -> reader.bytes(240));
        assertRefused("03" + "6162", reader -> reader.skipBytes(240));
        assertRefused("8101" + "61".repeat(127), reader -> reader.text(240));
    }

    @Test
    void bytesAreReadBackAndSteppedOver() {
        byte[] bytes = {9, 8, 7};
        byte[] written = new CanonicalWriter().bytes(bytes).octet(5).toBytes();
        CanonicalReader reader = new CanonicalReader();
        assertArrayEquals(bytes, reader.over(written).bytes(3));
        assertEquals(1, reader.over(written).skipBytes(3));
        assertEquals(4, reader.position());
        assertEquals(5, reader.octet());
        assertRefused("0109", r -> r.bytes(0));
    }

    @Test
    void bytesThatAreLeftOverAreRefused() {
        assertRefused("0000", reader -> {
            reader.octet();
            reader.atEnd();
        });
    }

    @Test
    void aReaderSeesNothingBeyondItsPart() {
        byte[] bytes = {1, 2, 3, 4};
        CanonicalReader reader = new CanonicalReader().over(bytes, 1, 2);
        assertEquals(2, reader.octet());
        assertEquals(3, reader.octet());
        assertThrows(CanonicalReader.Malformed.class, reader::octet);
        assertThrows(CanonicalReader.Malformed.class, () -> reader.raw(1));
    }

    @Test
    void anAlternativeBeyondTheKnownOnesIsRefused() {
        assertEquals(2, new CanonicalReader().over(new byte[] {2}).octetBelow(3, "figure"));
        assertRefused("03", reader -> reader.octetBelow(3, "figure"));
    }

    @Test
    void aWriterIsUsedAgainAndGrows() {
        CanonicalWriter to = new CanonicalWriter();
        byte[] large = new byte[10_000];
        for (int round = 0; round < 3; round++) {
            byte[] written = to.reset().bytes(large).text("ñ").toBytes();
            assertEquals(2 + large.length + 3, written.length);
            assertEquals(written.length, to.size());
        }
        byte[] target = new byte[to.size() + 1];
        to.copyTo(target, 1);
        assertEquals((byte) 0xb1, target[to.size()]);
    }

    @Test
    void whatHasNoCanonicalFormIsTheProgrammersMistake() {
        CanonicalWriter to = new CanonicalWriter();
        assertThrows(IllegalArgumentException.class, () -> to.number(-1));
        assertThrows(IllegalArgumentException.class, () -> to.octet(256));
        assertThrows(IllegalArgumentException.class, () -> to.octet(-1));
    }

    private interface Read {
        void from(CanonicalReader reader);
    }

    private static void assertRefused(String hex, Read read) {
        CanonicalReader reader = new CanonicalReader().over(HexFormat.of().parseHex(hex));
        assertThrows(CanonicalReader.Malformed.class, () -> read.from(reader));
    }

    /** The loop over many numbers against reading one after the other, over bytes of every kind. */
    @Property(tries = 5_000)
    void manyNumbersAreReadAsOneAfterTheOther(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[random.nextInt(40)];
        for (int i = 0; i < bytes.length; i++) {
            // Small numbers, long ones, and zeros where none may stand.
            bytes[i] =
                    (byte) (random.nextInt(3) == 0 ? random.nextInt(256) : random.nextInt(2) * 128 + random.nextInt(3));
        }
        int size = random.nextInt(12);
        int most = 16_383 + random.nextInt(100_000);
        String oneByOne = read(bytes, size, reader -> {
            int[] into = new int[size];
            for (int i = 0; i < size; i++) {
                into[i] = reader.count(most, "votes");
            }
            return into;
        });
        String atOnce = read(bytes, size, reader -> {
            int[] into = new int[size];
            reader.counts(into, size, most, "votes");
            return into;
        });
        assertEquals(oneByOne, atOnce);
    }

    private static String read(byte[] bytes, int size, Function<CanonicalReader, int[]> how) {
        CanonicalReader reader = new CanonicalReader().over(bytes);
        try {
            return size + ": " + Arrays.toString(how.apply(reader)) + " up to " + reader.position();
        } catch (CanonicalReader.Malformed e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void aLimitThatTwoGroupsCouldPassIsNoneForManyNumbers() {
        CanonicalReader reader = new CanonicalReader().over(new byte[] {1, 2});
        assertThrows(IllegalArgumentException.class, () -> reader.counts(new int[2], 2, 16_382, "votes"));
    }
}
