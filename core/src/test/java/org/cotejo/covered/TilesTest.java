package org.cotejo.covered;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Tiles hold each pixel once. */
class TilesTest {
    private static Pixels noise(int width, int height) {
        byte[] pixels = new byte[width * height];
        new Random(width * 31L + height).nextBytes(pixels);
        return new Pixels(width, height, pixels);
    }

    @Property(tries = 100)
    void eachPixelLiesInOneTile(
            @ForAll @IntRange(min = 1, max = 260) int width, @ForAll @IntRange(min = 1, max = 260) int height) {
        Pixels page = noise(width, height);
        Tiles tiles = new Tiles(width, height);
        byte[] again = new byte[width * height];
        int pixels = 0;
        for (int tile = 0; tile < tiles.count(); tile++) {
            byte[] part = tiles.pixels(tile, page);
            pixels += part.length;
            tiles.put(tile, part, again);
        }
        assertEquals(width * height, pixels);
        assertArrayEquals(page.values(), again);
    }

    @Property(tries = 200)
    void everyTileThatAnAreaTouchesIsNamed(
            @ForAll @IntRange(min = 0, max = 199) int x,
            @ForAll @IntRange(min = 0, max = 149) int y,
            @ForAll @IntRange(min = 1, max = 120) int wide,
            @ForAll @IntRange(min = 1, max = 120) int high) {
        Tiles tiles = new Tiles(200, 150);
        Area area = new Area(x, y, wide, high);
        for (int tile = 0; tile < tiles.count(); tile++) {
            assertEquals(tiles.area(tile).touches(area), tiles.touched(area, 0).get(tile), "tile " + tile);
            assertTrue(
                    !tiles.touched(area, 0).get(tile) || tiles.touched(area, 8).get(tile));
        }
    }

    @Test
    void sizesHaveBounds() {
        assertTrue(Tiles.isPossible(1, 100_000));
        assertFalse(Tiles.isPossible(0, 5));
        assertFalse(Tiles.isPossible(100_001, 1));
        assertFalse(Tiles.isPossible(8000, 5001));
        assertThrows(IllegalArgumentException.class, () -> new Tiles(0, 1));
        assertTrue(new Tiles(10, 10).holds(new Area(0, 0, 10, 10)));
        assertFalse(new Tiles(10, 10).holds(new Area(0, 1, 10, 10)));
    }

    @Test
    void aSaltPrintsAsNothingAndIsNeverTwiceTheSame() {
        Salt salt = Salt.fresh(new java.security.SecureRandom());
        assertEquals("a salt", salt.toString());
        assertFalse(salt.base64()
                .equals(Salt.fresh(new java.security.SecureRandom()).base64()));
        assertThrows(IllegalArgumentException.class, () -> new Salt(new byte[16]));
    }
}
