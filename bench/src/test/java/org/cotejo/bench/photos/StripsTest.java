package org.cotejo.bench.photos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.symbols.Point;
import org.cotejo.capture.symbols.Quad;
import org.junit.jupiter.api.Test;

/** What is done to a strip is done where it is said, and nowhere else. */
class StripsTest {
    private static final Quad DIGITS =
            new Quad(new Point(500, 700), new Point(560, 700), new Point(560, 730), new Point(500, 730));

    private static Grey strip() {
        return Strips.of(SheetTexts.printed(3, new SplittableRandom(3)));
    }

    /** How many pixels differ inside and outside of the surroundings of the digits. */
    private static int[] changed(Grey before, Grey after) {
        int[] changed = new int[2];
        for (int y = 0; y < before.height(); y++) {
            for (int x = 0; x < before.width(); x++) {
                boolean isNear = x > 450 && x < 610 && y > 680 && y < 750;
                changed[isNear ? 0 : 1] += before.at(x, y) == after.at(x, y) ? 0 : 1;
            }
        }
        return changed;
    }

    @Test
    void fluidLightensPaperAroundTheDigitsAndLeavesInk() {
        Grey strip = strip();
        Grey changed = Strips.fluid(strip, DIGITS, new SplittableRandom(1));
        int[] count = changed(strip, changed);
        assertTrue(count[0] > 500, count[0] + " pixels");
        assertEquals(0, count[1]);
        for (int i = 0; i < strip.pixels().length; i++) {
            assertTrue((changed.pixels()[i] & 0xff) >= (strip.pixels()[i] & 0xff));
        }
    }

    @Test
    void aPenDarkensTheDigits() {
        Grey strip = strip();
        int[] count = changed(strip, Strips.overwritten(strip, DIGITS, new SplittableRandom(1)));
        assertTrue(count[0] > 200, count[0] + " pixels");
        assertEquals(0, count[1]);
    }

    @Test
    void theSameSeedGivesTheSamePhoto() {
        SplittableRandom one = new SplittableRandom(7);
        SplittableRandom other = new SplittableRandom(7);
        Grey photo = Strips.photo(strip(), Hardness.of(2, one), one);
        Grey again = Strips.photo(strip(), Hardness.of(2, other), other);
        org.junit.jupiter.api.Assertions.assertArrayEquals(photo.pixels(), again.pixels());
        assertTrue(photo.width() > 500 && photo.height() > 1000, photo.width() + " x " + photo.height());
    }
}
