package org.cotejo.capture.print;

import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.symbols.Point;
import org.cotejo.capture.symbols.Quad;

/** Samples planes at another size. */
final class Scaling {
    private Scaling() {}

    /** Brightness around a place, as the mean of a square with this side where that is larger than a pixel. */
    static float mean(Grey plane, double x, double y, double side) {
        int steps = (int) Math.ceil(side - 0.01);
        if (steps < 2) {
            return plane.between(x, y);
        }
        int sum = 0;
        for (int i = 0; i < steps; i++) {
            for (int j = 0; j < steps; j++) {
                sum += plane.between(x + ((i + 0.5) / steps - 0.5) * side, y + ((j + 0.5) / steps - 0.5) * side);
            }
        }
        return (float) sum / (steps * steps);
    }

    /** What lies in a quad, laid straight into a plane of this size. */
    static float[] straight(Grey plane, Quad quad, int wide, int high) {
        float[] values = new float[wide * high];
        double side = quad.upperLeft().distance(quad.lowerLeft()) / high;
        for (int y = 0; y < high; y++) {
            double v = (y + 0.5) / high;
            for (int x = 0; x < wide; x++) {
                double u = (x + 0.5) / wide;
                Point point = at(quad, u, v);
                values[y * wide + x] = mean(plane, point.x(), point.y(), side);
            }
        }
        return values;
    }

    private static Point at(Quad quad, double u, double v) {
        return new Point(
                blend(
                        blend(quad.upperLeft().x(), quad.upperRight().x(), u),
                        blend(quad.lowerLeft().x(), quad.lowerRight().x(), u),
                        v),
                blend(
                        blend(quad.upperLeft().y(), quad.upperRight().y(), u),
                        blend(quad.lowerLeft().y(), quad.lowerRight().y(), u),
                        v));
    }

    private static double blend(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
