package org.cotejo.capture.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.cotejo.covered.LeafBody;
import org.cotejo.covered.Pixels;
import org.cotejo.covered.Tiles;
import org.cotejo.crypto.Sha256;
import org.junit.jupiter.api.Test;

/** What a leaf holds is read back as that leaf and as no other. */
class CoveredBodyTest {
    private static Pixels noise(int width, int height) {
        byte[] pixels = new byte[width * height];
        new Random(width * 31L + height).nextBytes(pixels);
        return new Pixels(width, height, pixels);
    }

    @Test
    void aBodyIsReadAsItsOwnLeafAndAsNoOther() {
        Tiles tiles = new Tiles(130, 70);
        Pixels page = noise(130, 70);
        PrivateField field = new PrivateField(PrivateField.What.ROLE, "testigo");
        byte[][] bodies = {
            LeafBody.header(tiles, 1),
            CoveredBody.file(Sha256.of(new byte[] {1})),
            CoveredBody.field(0, field),
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
                assertEquals(
                        isThat, CoveredBody.read(tiles, 1, leaf, bodies[body]).isPresent(), body + " as " + leaf);
            }
            for (int length = 0; length < bodies[body].length; length += 7) {
                assertTrue(CoveredBody.read(tiles, 1, body, Arrays.copyOf(bodies[body], length))
                        .isEmpty());
            }
            assertTrue(CoveredBody.read(tiles, 1, body, Arrays.copyOf(bodies[body], bodies[body].length + 1))
                    .isEmpty());
        }
        assertEquals(
                field,
                assertInstanceOf(
                                CoveredBody.Content.Field.class,
                                CoveredBody.read(tiles, 1, 2, bodies[2]).orElseThrow())
                        .field());
    }
}
