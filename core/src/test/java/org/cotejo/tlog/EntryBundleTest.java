package org.cotejo.tlog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The framing of entries in a bundle. */
class EntryBundleTest {
    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @Test
    void entriesOfAnyLengthAreReadBack() {
        List<byte[]> entries = List.of(new byte[0], new byte[] {7}, new byte[255], new byte[256], new byte[65_535]);
        List<byte[]> bundles = new ArrayList<>();
        TileWriter writer = new TileWriter();
        entries.forEach(entry -> writer.append(entry, (path, bytes) -> {}));
        writer.flush((path, bytes) -> {
            if (path.isEntries()) {
                bundles.add(bytes);
            }
        });
        EntryBundle bundle =
                EntryBundle.read(bundles.getFirst(), entries.size()).orElseThrow();
        assertEquals(entries.size(), bundle.count());
        for (int i = 0; i < entries.size(); i++) {
            assertArrayEquals(entries.get(i), bundle.entry(i));
            assertEquals(entries.get(i).length, bundle.length(i));
            byte[] inPlace = Arrays.copyOfRange(bundle.bytes(), bundle.offset(i), bundle.offset(i) + bundle.length(i));
            assertArrayEquals(entries.get(i), inPlace);
        }
    }

    @Test
    void lengthsThatDoNotAddUpAreRefused() {
        assertTrue(EntryBundle.read(new byte[0], 0).isPresent());
        assertTrue(EntryBundle.read(hex("0000"), 1).isPresent());
        assertTrue(EntryBundle.read(hex("0001aa0000"), 2).isPresent());
        for (String bad : List.of("", "00", "0001", "0001aa00", "0001aa0001", "0001aa000000", "ffff", "0002aa0000")) {
            assertTrue(EntryBundle.read(hex(bad), 2).isEmpty(), bad);
        }
        assertTrue(EntryBundle.read(hex("00"), 0).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> EntryBundle.read(new byte[1_000], 257));
        assertThrows(IllegalArgumentException.class, () -> EntryBundle.read(new byte[0], -1));
    }

    @Test
    void theBeginningOfALongerBundleIsReadAlone() {
        EntryBundle first = EntryBundle.begin(hex("0001aa0002bbcc0000"), 2).orElseThrow();
        assertEquals(2, first.count());
        assertArrayEquals(hex("bbcc"), first.entry(1));
        assertTrue(EntryBundle.begin(hex("0001aa0002bb"), 2).isEmpty());
    }

    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void anyBytesAreABundleInOneWayOrNone(@ForAll Random random, @ForAll @IntRange(max = 256) int count) {
        byte[] bytes = new byte[random.nextInt(600)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (random.nextInt(3) == 0 ? random.nextInt(256) : 0);
        }
        EntryBundle.read(bytes, count).ifPresent(bundle -> {
            int length = 0;
            for (int i = 0; i < count; i++) {
                length += 2 + bundle.length(i);
            }
            assertEquals(bytes.length, length);
        });
    }

    @Test
    void anEntryThatIsTooLongIsAProgrammersMistake() {
        TileWriter writer = new TileWriter();
        assertThrows(
                IllegalArgumentException.class,
                () -> writer.append(new byte[EntryBundle.ENTRY_MOST + 1], (path, bytes) -> {}));
        assertEquals(0, writer.size());
    }
}
