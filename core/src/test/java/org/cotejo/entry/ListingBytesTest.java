package org.cotejo.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cotejo.base.CanonicalReader;
import org.cotejo.base.CanonicalWriter;
import org.junit.jupiter.api.Test;

/** The short way to read a listing, of the same source as the one before, against the long one. */
class ListingBytesTest {
    private static byte[] listing(String custodian, int source, String station, int place, int registered) {
        CanonicalWriter to = new CanonicalWriter();
        byte[] code = station.getBytes(StandardCharsets.UTF_8);
        ListingBytes.write(
                to, custodian.getBytes(StandardCharsets.UTF_8), source, code, 0, code.length, place, registered);
        return to.toBytes();
    }

    private static byte[] any(Random random) {
        return listing(
                List.of("cne", "party", "ñandú").get(random.nextInt(3)),
                1 + random.nextInt(2) * 200,
                List.of("S1", "010101001.02", "ñ9", "a b", "x".repeat(130)).get(random.nextInt(5)),
                random.nextInt(3) * 90,
                random.nextInt(4) * 300 - 1);
    }

    /** What the long way says: malformed, not plain, or the values. */
    private static String freshly(byte[] bytes) {
        ListingBytes fresh = new ListingBytes();
        try {
            return fresh.isPlain(bytes, 0, bytes.length) ? values(fresh, bytes) : "not plain";
        } catch (CanonicalReader.Malformed e) {
            return "malformed";
        }
    }

    private static String values(ListingBytes read, byte[] bytes) {
        return new String(bytes, read.stationAt(), read.stationLength(), StandardCharsets.UTF_8) + " of "
                + read.sourceNumber() + " in " + read.place() + " with " + read.registered();
    }

    @Property(tries = 10_000)
    void theShortWayNeverSaysAnotherThingThanTheLongOne(@ForAll long seed) {
        Random random = new Random(seed);
        ListingBytes reader = new ListingBytes();
        byte[] before = any(random);
        boolean isPlain = reader.isPlain(before, 0, before.length);
        byte[] next = any(random);
        for (int change = random.nextInt(3); change > 0; change--) {
            next[random.nextInt(next.length)] = (byte) random.nextInt(256);
        }
        byte[] cut = Arrays.copyOf(next, next.length - random.nextInt(2) * random.nextInt(next.length));
        try {
            if (reader.isPlainOfSameSource(cut, 0, cut.length)) {
                assertTrue(isPlain, "nothing can be of the same source as what was not plain");
                assertEquals(freshly(cut), values(reader, cut));
            }
        } catch (CanonicalReader.Malformed e) {
            assertEquals("malformed", freshly(cut));
        }
    }

    @Test
    void aListingOfTheSameSourceIsReadTheShortWayAndOneOfAnotherIsNot() {
        ListingBytes reader = new ListingBytes();
        byte[] first = listing("cne", 1, "S1", 4, 500);
        assertTrue(reader.isPlain(first, 0, first.length));
        Arrays.fill(first, (byte) 0);
        byte[] second = listing("cne", 1, "S2", 300, -1);
        assertTrue(reader.isPlainOfSameSource(second, 0, second.length));
        assertEquals("S2 of 1 in 300 with -1", values(reader, second));
        for (byte[] other : List.of(listing("cne", 2, "S2", 4, 5), listing("cnf", 1, "S2", 4, 5))) {
            assertFalse(reader.isPlainOfSameSource(other, 0, other.length));
        }
        assertFalse(new ListingBytes().isPlainOfSameSource(second, 0, second.length), "there is none before");
    }
}
