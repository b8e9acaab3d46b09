package org.cotejo.capture.print;

import java.util.ArrayList;
import java.util.List;
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
    private final boolean[] isSeen;

    private Regions(float[] map, int width, int height) {
        this.map = map;
        this.width = width;
        this.height = height;
        this.isSeen = new boolean[map.length];
    }

    static List<Hull.Rectangle> of(float[] map, int width, int height) {
        return new Regions(map, width, height).all();
    }

    private List<Hull.Rectangle> all() {
        List<Hull.Rectangle> found = new ArrayList<>();
        for (int at = 0; at < map.length && found.size() < MOST; at++) {
            if (!isSeen[at] && map[at] > CORE) {
                Region region = grow(at);
                Hull.Rectangle core = Hull.around(region.edge());
                double length = core.length() + 1;
                double high = core.height() + 1;
                if (high >= SIDE_LEAST && region.mean() >= SCORE_LEAST) {
                    // A line is as much larger than its core as a polygon of its area and length grows.
                    double by = length * high * UNCLIP / (2 * (length + high));
                    found.add(new Hull.Rectangle(core.middle(), core.angle(), length, high).grown(by));
                }
            }
        }
        return found;
    }

    /** Pixels that hang together: where they end in each row, and how likely they are in the mean. */
    private record Region(List<Point> edge, double mean) {}

    private Region grow(int start) {
        int[] stack = new int[64];
        int size = 0;
        stack[size++] = start;
        isSeen[start] = true;
        double sum = 0;
        int pixels = 0;
        List<Point> edge = new ArrayList<>();
        while (size > 0) {
            int at = stack[--size];
            int x = at % width;
            int y = at / width;
            sum += map[at];
            pixels++;
            boolean isEdge = false;
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int nx = x + dx;
                    int ny = y + dy;
                    if (nx < 0 || ny < 0 || nx >= width || ny >= height || map[ny * width + nx] <= CORE) {
                        isEdge = true;
                    } else if (!isSeen[ny * width + nx]) {
                        isSeen[ny * width + nx] = true;
                        if (size == stack.length) {
                            stack = java.util.Arrays.copyOf(stack, size * 2);
                        }
                        stack[size++] = ny * width + nx;
                    }
                }
            }
            if (isEdge) {
                edge.add(new Point(x + 0.5, y + 0.5));
            }
        }
        return new Region(edge, sum / pixels);
    }
}
