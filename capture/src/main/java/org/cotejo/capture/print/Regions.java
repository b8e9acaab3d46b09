package org.cotejo.capture.print;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.capture.picture.Clumps;
import org.cotejo.capture.symbols.Point;

/**
 * From a map of how likely each pixel belongs to the core of a line to rectangles around the lines (Liao and others, Real-time Scene
 * Text Detection with Differentiable Binarization, 2020). The numbers are those with which the network was published.
 */
final class Regions {
    private static final float CORE = 0.3f;
    private static final double SCORE_LEAST = 0.5;
    private static final double UNCLIP = 1.7;
    private static final double SIDE_LEAST = 2.5;
    private static final int MOST = 1000;

    private final float[] map;
    private final int width;
    private final int height;

    private Regions(float[] map, int width, int height) {
        this.map = map;
        this.width = width;
        this.height = height;
    }

    static List<Hull.Rectangle> of(float[] map, int width, int height) {
        return new Regions(map, width, height).all();
    }

    private List<Hull.Rectangle> all() {
        List<Hull.Rectangle> found = new ArrayList<>();
        Clumps clumps = new Clumps(width, height, at -> map[at] > CORE);
        while (found.size() < MOST && clumps.next()) {
            Region region = new Region();
            clumps.gather(region);
            Hull.Rectangle core = Hull.around(region.edge);
            double length = core.length() + 1;
            double high = core.height() + 1;
            if (high >= SIDE_LEAST && region.mean() >= SCORE_LEAST) {
                // A line is as much larger than its core as a polygon of its area and length grows.
                double by = length * high * UNCLIP / (2 * (length + high));
                found.add(new Hull.Rectangle(core.middle(), core.angle(), length, high).grown(by));
            }
        }
        return found;
    }

    /** Pixels that hang together: those at its edge, and how likely they are in the mean. */
    private final class Region implements Clumps.Gatherer {
        private final List<Point> edge = new ArrayList<>();
        private double sum;
        private int pixels;

        @Override
        public void add(int x, int y) {
            sum += map[y * width + x];
            pixels++;
            if (isEdge(x, y)) {
                edge.add(new Point(x + 0.5, y + 0.5));
            }
        }

        private boolean isEdge(int x, int y) {
            for (int ny = y - 1; ny <= y + 1; ny++) {
                for (int nx = x - 1; nx <= x + 1; nx++) {
                    if (nx < 0 || ny < 0 || nx >= width || ny >= height || map[ny * width + nx] <= CORE) {
                        return true;
                    }
                }
            }
            return false;
        }

        double mean() {
            return sum / pixels;
        }
    }
}
