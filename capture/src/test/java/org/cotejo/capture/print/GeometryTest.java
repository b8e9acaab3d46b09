package org.cotejo.capture.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.symbols.Point;
import org.cotejo.capture.symbols.Quad;
import org.junit.jupiter.api.Test;

/** Rectangles around what networks and thresholds find. */
class GeometryTest {
    /** Every point lies inside, and of 180 rectangles turned by a degree each none is smaller. */
    @Property(tries = 100)
    void theRectangleHoldsAllPointsAndIsTheSmallest(@ForAll long seed) {
        Random random = new Random(seed);
        List<Point> points = new ArrayList<>();
        for (int i = 0, size = 1 + random.nextInt(30); i < size; i++) {
            points.add(new Point(random.nextInt(60), random.nextInt(20)));
        }
        Hull.Rectangle found = Hull.around(points);
        for (Point point : points) {
            double u = along(point, found.middle(), found.angle());
            double v = along(point, found.middle(), found.angle() + Math.PI / 2);
            assertTrue(Math.abs(u) <= found.length() / 2 + 1e-6 && Math.abs(v) <= found.height() / 2 + 1e-6);
        }
        for (int degree = 0; degree < 180; degree++) {
            double angle = Math.toRadians(degree);
            double wide = extent(points, angle);
            double high = extent(points, angle + Math.PI / 2);
            assertTrue(found.length() * found.height() <= wide * high + 1e-6, "at " + degree);
        }
    }

    private static double along(Point point, Point middle, double angle) {
        return (point.x() - middle.x()) * Math.cos(angle) + (point.y() - middle.y()) * Math.sin(angle);
    }

    private static double extent(List<Point> points, double angle) {
        Point origin = new Point(0, 0);
        double[] along = points.stream()
                .mapToDouble(point -> along(point, origin, angle))
                .sorted()
                .toArray();
        return along[along.length - 1] - along[0];
    }

    @Test
    void linesBesideEachOtherAreTwoRegionsAndSpecksAreNone() {
        int width = 80;
        float[] map = new float[width * 40];
        for (int y = 10; y < 16; y++) {
            Arrays.fill(map, y * width + 5, y * width + 35, 0.9f);
            Arrays.fill(map, y * width + 45, y * width + 75, 0.9f);
        }
        map[30 * width + 40] = 1;
        List<Hull.Rectangle> found = Regions.of(map, width, 40);
        assertEquals(2, found.size(), found.toString());
        assertEquals(20, found.getFirst().middle().x(), 0.6);
        assertEquals(13, found.getFirst().middle().y(), 0.6);
        assertTrue(found.getFirst().length() > 30 && found.getFirst().length() < 45, found.toString());
        assertTrue(Regions.of(new float[100], 10, 10).isEmpty());
    }

    @Test
    void theInkOfANumberIsFoundAndTheRulesOfItsTableAreNot() {
        int wide = 60;
        int high = 40;
        float[] plane = new float[wide * high];
        Arrays.fill(plane, 230);
        Arrays.fill(plane, 0, 2 * wide, 30); // the rule above
        for (int y = 0; y < high; y++) {
            plane[y * wide + 58] = 30; // the rule beside
            plane[y * wide + 59] = 30;
        }
        for (int y = 12; y < 28; y++) {
            Arrays.fill(plane, y * wide + 20, y * wide + 26, 40);
            Arrays.fill(plane, y * wide + 30, y * wide + 36, 40);
        }
        plane[35 * wide + 10] = 40; // a speck
        assertEquals(Optional.of(new Ink.Box(20, 12, 36, 28)), Ink.box(plane, wide, high));
        Arrays.fill(plane, 230);
        assertEquals(Optional.empty(), Ink.box(plane, wide, high));
    }

    @Test
    void aPlaceOnATurnedPageIsFoundAgainOnThePage() {
        byte[] pixels = new byte[30 * 20];
        Arrays.fill(pixels, (byte) 200);
        pixels[7 * 30 + 11] = 10;
        Grey page = new Grey(30, 20, pixels);
        for (int quarters = 0; quarters < 4; quarters++) {
            Grey upright = page.turned(quarters);
            for (int y = 0; y < upright.height(); y++) {
                for (int x = 0; x < upright.width(); x++) {
                    if (upright.at(x, y) == 10) {
                        Point at = new Point(x + 0.5, y + 0.5);
                        Point back = new Way(30, 20, quarters, null)
                                .onPage(new Quad(at, at, at, at))
                                .upperLeft();
                        assertEquals(new Point(11.5, 7.5), back, "turned " + quarters);
                    }
                }
            }
        }
    }
}
