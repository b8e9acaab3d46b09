package org.cotejo.capture.redaction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cotejo.capture.picture.Grey;
import org.cotejo.crypto.Sha256;
import org.junit.jupiter.api.Test;

/** Tiles hold each pixel once, and what a leaf holds is read back as that leaf and as no other. */
class TilesTest {
    private static Grey noise(int width, int height) {
        byte[] pixels = new byte[width * height];
        new Random(width * 31L + height).nextBytes(pixels);
        return new Grey(width, height, pixels);
    }

    @Property(tries = 100)
    void eachPixelLiesInOneTile(
            @ForAll @IntRange(min = 1, max = 260) int width, @ForAll @IntRange(min = 1, max = 260) int height) {
        Grey page = noise(width, height);
        Tiles tiles = new Tiles(width, height);
        byte[] again = new byte[width * height];
        int pixels = 0;
        for (int tile = 0; tile < tiles.count(); tile++) {
            byte[] part = tiles.pixels(tile, page);
            pixels += part.length;
            tiles.put(tile, part, again);
        }
        assertEquals(width * height, pixels);
        assertArrayEquals(page.pixels(), again);
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
    void aBodyIsReadAsItsOwnLeafAndAsNoOther() {
        Tiles tiles = new Tiles(130, 70);
        Grey page = noise(130, 70);
        PrivateField field = new PrivateField(PrivateField.What.ROLE, "testigo");
        byte[][] bodies = {
            LeafBody.header(tiles, 1),
            LeafBody.file(Sha256.of(new byte[] {1})),
            LeafBody.field(0, field),
            LeafBody.tile(tiles, 0, page),
            LeafBody.tile(tiles, 1, page),
            LeafBody.tile(tiles, 2, page),
            LeafBody.tile(tiles, 3, page),
            LeafBody.tile(tiles, 4, page),
            LeafBody.tile(tiles, 5, page)
        };
        for (int body = 0; body < bodies.length; body++) {
            for (int leaf = 0; leaf < bodies.length + 2; leaf++) {
                boolean isThat = body == leaf && leaf != LeafBody.HEADER;
                assertEquals(isThat, LeafBody.read(tiles, 1, leaf, bodies[body]).isPresent(), body + " as " + leaf);
            }
            for (int length = 0; length < bodies[body].length; length += 7) {
                assertTrue(LeafBody.read(tiles, 1, body, Arrays.copyOf(bodies[body], length))
                        .isEmpty());
            }
            assertTrue(LeafBody.read(tiles, 1, body, Arrays.copyOf(bodies[body], bodies[body].length + 1))
                    .isEmpty());
        }
        assertEquals(
                field,
                assertInstanceOf(
                                LeafBody.Content.Field.class,
                                LeafBody.read(tiles, 1, 2, bodies[2]).orElseThrow())
                        .field());
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
