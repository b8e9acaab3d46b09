package org.cotejo.verify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ShelfTest {
    private static byte[] content(Shelf.Place place) {
        return Arrays.copyOfRange(place.array(), place.from(), place.to());
    }

    @Property(tries = 100)
    void everyFileStaysAsItWasReadWhateverComesAfterIt(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Shelf shelf = new Shelf();
        List<byte[]> files = new ArrayList<>();
        List<Shelf.Place> places = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            byte[] file = new byte[random.nextInt(random.nextInt(4) == 0 ? 300_000 : 3_000)];
            random.nextBytes(file);
            files.add(file);
            places.add(shelf.read(new ByteArrayInputStream(file), 1 << 20));
        }
        for (int i = 0; i < files.size(); i++) {
            assertArrayEquals(files.get(i), content(places.get(i)), "file " + i);
        }
    }

    @Test
    void filesThatFillTheArrayToItsLastByteAreWhole() throws IOException {
        Shelf shelf = new Shelf();
        for (int length : List.of(1 << 16, 0, 1 << 17, 1 << 17, 0, 1)) {
            byte[] file = new byte[length];
            Arrays.fill(file, (byte) length);
            assertArrayEquals(file, content(shelf.read(new ByteArrayInputStream(file), 1 << 20)));
        }
    }

    @Test
    void smallFilesShareAnArray() throws IOException {
        Shelf shelf = new Shelf();
        Shelf.Place first = shelf.read(new ByteArrayInputStream(new byte[100]), 1_000);
        Shelf.Place second = shelf.read(new ByteArrayInputStream(new byte[100]), 1_000);
        assertSame(first.array(), second.array());
        assertEquals(first.to(), second.from());
    }

    @Test
    void aFileWithoutEndIsLeftAfterSomeMoreThanTheMost() throws IOException {
        java.io.InputStream endless = new java.io.InputStream() {
            @Override
            public int read() {
                return 7;
            }
        };
        Shelf.Place place = new Shelf().read(endless, 1_000_000);
        assertTrue(place.length() > 1_000_000 && place.length() < 3_000_000, place.length() + " bytes");
    }
}
