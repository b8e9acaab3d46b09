package org.cotejo.capture.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.cotejo.capture.TestCodes;
import org.cotejo.capture.picture.Grey;
import org.junit.jupiter.api.Test;

/** Preparations of planes, on planes small enough to be worked out by hand. */
class PlanesTest {
    private static Grey plane(int width, int... pixels) {
        byte[] bytes = new byte[pixels.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) pixels[i];
        }
        return new Grey(width, pixels.length / width, bytes);
    }

    private static Grey random(int width, int height, long seed) {
        byte[] pixels = new byte[width * height];
        new Random(seed).nextBytes(pixels);
        return new Grey(width, height, pixels);
    }

    private static double mean(Grey plane) {
        long sum = 0;
        for (byte pixel : plane.pixels()) {
            sum += pixel & 0xff;
        }
        return (double) sum / plane.pixels().length;
    }

    @Test
    void halfIsTheMeanOfFour() {
        Grey half = Planes.half(plane(4, 0, 10, 100, 100, 20, 30, 100, 104));
        assertEquals(2, half.width());
        assertEquals(1, half.height());
        assertEquals(15, half.at(0, 0));
        assertEquals(101, half.at(1, 0));
        assertEquals(1, Planes.half(plane(1, 7)).width());
        assertEquals(7, Planes.half(plane(1, 7)).at(0, 0));
    }

    @Test
    void enlargingKeepsPlacesAndBrightness() {
        Grey plane = random(20, 10, 3);
        Grey enlarged = Planes.enlarged(plane, 3);
        assertEquals(60, enlarged.width());
        assertEquals(30, enlarged.height());
        assertEquals(mean(plane), mean(enlarged), 6);
        for (int y = 0; y < 10; y++) {
            for (int x = 0; x < 20; x++) {
                assertEquals(plane.at(x, y), enlarged.at(3 * x + 1, 3 * y + 1), 1);
            }
        }
    }

    @Test
    void smoothingKeepsTheMeanAndTakesTheNoise() {
        Grey noise = random(60, 60, 4);
        Grey smooth = Planes.smooth(noise, 2);
        assertEquals(mean(noise), mean(smooth), 4);
        assertTrue(spread(smooth) < spread(noise) / 3, spread(smooth) + " of " + spread(noise));
    }

    private static double spread(Grey plane) {
        double mean = mean(plane);
        double sum = 0;
        for (byte pixel : plane.pixels()) {
            sum += Math.pow((pixel & 0xff) - mean, 2);
        }
        return Math.sqrt(sum / plane.pixels().length);
    }

    @Test
    void sharpeningMakesEdgesSteeperAndStaysInRange() {
        int[] ramp = new int[20];
        for (int i = 0; i < 20; i++) {
            ramp[i] = Math.clamp((i - 7) * 40L, 0, 240);
        }
        Grey plane = plane(20, ramp);
        Grey sharp = Planes.sharp(plane, 2, 2);
        int before = plane.at(11, 0) - plane.at(9, 0);
        assertTrue(sharp.at(11, 0) - sharp.at(9, 0) > before);
        assertEquals(0, sharp.at(0, 0));
        assertEquals(240, sharp.at(19, 0), 1);
    }

    @Test
    void evenLightTakesAShadowAway() {
        byte[] pixels = new byte[200 * 100];
        for (int i = 0; i < pixels.length; i++) {
            int light = i % 200 < 100 ? 220 : 60;
            pixels[i] = (byte) ((i % 8 < 4) ? light : light / 3);
        }
        Grey even = Planes.even(new Grey(200, 100, pixels), 16);
        assertEquals(255, even.at(50 / 8 * 8 + 1, 50), 40);
        assertEquals(255, even.at(170 / 8 * 8 + 1, 50), 40);
        assertEquals(0, even.at(50 / 8 * 8 + 5, 50), 40);
        assertEquals(0, even.at(170 / 8 * 8 + 5, 50), 40);
    }

    @Test
    void aPlaceInAViewIsAPlaceInThePage() {
        Grey page = TestCodes.paper(400, 300);
        View view =
                View.part(page, new Box(100, 50, 300, 250)).enlarged(2).half().enlarged(3);
        Quad place = view.onPage(new Quad(new Point(0, 0), new Point(300, 0), new Point(300, 300), new Point(0, 300)));
        assertEquals(100, place.upperLeft().x(), 1e-9);
        assertEquals(50, place.upperLeft().y(), 1e-9);
        assertEquals(200, place.lowerRight().x(), 1e-9);
        assertEquals(150, place.lowerRight().y(), 1e-9);
    }

    @Test
    void piecesCoverThePageAndOverlap() {
        for (int[] size : List.of(new int[] {620, 6000}, new int[] {6000, 620}, new int[] {3000, 3000})) {
            Grey page = TestCodes.paper(size[0], size[1]);
            List<View> pieces = Pieces.of(page, 500_000, false);
            boolean[] covered = new boolean[size[0] / 10 * (size[1] / 10)];
            for (View piece : pieces) {
                assertTrue((long) piece.plane().width() * piece.plane().height() <= 500_000);
                for (int y = 0; y < size[1] / 10; y++) {
                    for (int x = 0; x < size[0] / 10; x++) {
                        boolean isInside = x * 10 >= piece.left()
                                && x * 10 < piece.left() + piece.plane().width()
                                && y * 10 >= piece.top()
                                && y * 10 < piece.top() + piece.plane().height();
                        covered[y * (size[0] / 10) + x] |= isInside;
                    }
                }
            }
            int lacking = 0;
            for (boolean one : covered) {
                lacking += one ? 0 : 1;
            }
            assertEquals(0, lacking, Arrays.toString(size) + " in " + pieces.size() + " pieces");
        }
        assertEquals(1, Pieces.of(TestCodes.paper(700, 700), 500_000, false).size());
        assertEquals(
                350,
                Pieces.of(TestCodes.paper(1000, 700), 500_000, true)
                        .getFirst()
                        .plane()
                        .height());
    }

    @Test
    void evenRowsTakesOutWhatDarkensAWholeRow() {
        int[] pixels = new int[8 * 40];
        for (int i = 0; i < pixels.length; i++) {
            int light = i / 40 == 3 ? 60 : 200;
            pixels[i] = i % 4 < 2 ? light : light / 5;
        }
        Grey even = Planes.evenRows(plane(40, pixels), 8);
        for (int row = 0; row < 8; row++) {
            for (int x = 8; x < 32; x++) {
                assertEquals(x % 4 < 2, even.at(x, row) > 127, row + ", " + x);
                assertEquals(even.at(x, 2), even.at(x, row), 8, "all rows alike");
            }
        }
    }
}
