package org.cotejo.capture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.util.SplittableRandom;

/** Digits as a hand might write them, drawn from a seed: no person's hand, and nothing that the network learned from. */
public final class TestDigits {
    /** Points of the strokes of each digit, in hundredths of its width and height; 999 lifts the pen. */
    private static final int LIFT = 999;

    private static final int[][] STROKES = {
        {50, 0, 15, 18, 5, 50, 18, 85, 50, 100, 85, 80, 95, 48, 80, 15, 50, 0},
        {30, 22, 55, 0, 55, 100},
        {8, 22, 25, 3, 60, 0, 88, 18, 82, 42, 45, 72, 5, 100, 95, 98},
        {8, 8, 50, 0, 86, 14, 80, 38, 42, 48, 84, 58, 92, 82, 55, 100, 5, 92},
        {62, 0, 5, 66, 95, 66, LIFT, LIFT, 68, 30, 66, 100},
        {88, 2, 22, 2, 14, 45, 55, 38, 90, 58, 84, 88, 45, 100, 6, 92},
        {75, 2, 35, 22, 10, 62, 28, 98, 72, 96, 88, 70, 62, 52, 25, 60, 13, 74},
        {5, 4, 95, 2, 60, 45, 38, 100},
        {50, 2, 18, 14, 22, 36, 74, 60, 84, 86, 50, 100, 16, 86, 26, 60, 76, 36, 80, 14, 50, 2},
        {84, 22, 50, 2, 15, 24, 28, 50, 64, 48, 84, 22, 82, 60, 66, 100},
    };

    private TestDigits() {}

    /** Draws a digit into a box. */
    public static void draw(Graphics2D to, int digit, double left, double top, double side, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Graphics2D graphics = (Graphics2D) to.create();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        int ink = 30 + random.nextInt(70);
        graphics.setColor(new Color(ink, ink, ink));
        graphics.setStroke(new BasicStroke(
                (float) (side * between(random, 0.05, 0.09)), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        double high = side * between(random, 0.55, 0.72);
        double wide = high * between(random, 0.5, 0.75);
        double slant = between(random, -0.12, 0.2);
        double x0 = left + (side - wide) / 2 + side * between(random, -0.06, 0.06);
        double y0 = top + (side - high) / 2 + side * between(random, -0.06, 0.06);
        int[] points = STROKES[digit];
        Path2D path = new Path2D.Double();
        double[] last = null;
        for (int i = 0; i < points.length; i += 2) {
            if (points[i] == LIFT) {
                last = null;
                continue;
            }
            double u = points[i] / 100.0 + between(random, -0.03, 0.03);
            double v = points[i + 1] / 100.0 + between(random, -0.03, 0.03);
            double[] point = {x0 + wide * u + slant * high * (0.5 - v), y0 + high * v};
            if (last == null) {
                path.moveTo(point[0], point[1]);
            } else {
                // Bent a little, as a hand bends.
                double bend = between(random, -0.05, 0.05) * side;
                path.quadTo((last[0] + point[0]) / 2 + bend, (last[1] + point[1]) / 2 + bend / 2, point[0], point[1]);
            }
            last = point;
        }
        graphics.draw(path);
        graphics.dispose();
    }

    private static double between(SplittableRandom random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
