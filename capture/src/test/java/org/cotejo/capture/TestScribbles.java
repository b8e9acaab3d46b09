package org.cotejo.capture;

import java.util.SplittableRandom;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.symbols.Point;
import org.cotejo.capture.symbols.Quad;

/** Handwriting that nobody wrote, drawn from a seed: loops that wander from left to right. */
public final class TestScribbles {
    private TestScribbles() {}

    /** The plane with a scribble inside a place, {@code ink} dark, {@code pen} pixels wide. */
    public static Grey in(Grey plane, Quad place, long seed, int ink, double pen) {
        double left = Math.min(place.upperLeft().x(), place.lowerRight().x());
        double top = Math.min(place.upperLeft().y(), place.lowerRight().y());
        double wide = Math.abs(place.upperLeft().x() - place.lowerRight().x());
        double high = Math.abs(place.upperLeft().y() - place.lowerRight().y());
        SplittableRandom random = new SplittableRandom(seed);
        byte[] pixels = plane.pixels().clone();
        double length = Math.min(wide * 0.85, high * (2 + 1.5 * random.nextDouble()));
        double start = left + (wide - length) * (0.1 + 0.8 * random.nextDouble());
        double size = high * (0.22 + 0.15 * random.nextDouble());
        double middle = top + high / 2;
        double loops = 4 + random.nextDouble() * 6;
        double phase = random.nextDouble() * 6;
        double uneven = random.nextDouble();
        for (double t = 0; t < 1; t += 0.0002) {
            double swing = size * (0.6 + 0.4 * Math.sin(t * 9 + phase)) * (1 - 0.4 * uneven * t);
            double x = start + length * t + 0.6 * swing * Math.sin(t * loops * 2 * Math.PI);
            double y = middle + swing * Math.cos(t * loops * 2 * Math.PI + phase);
            dot(pixels, plane, x, y, pen / 2, ink);
        }
        return new Grey(plane.width(), plane.height(), pixels);
    }

    /** The plane with noise of a camera's sensor. */
    public static Grey noisy(Grey plane, long seed, double deviation) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] pixels = plane.pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.clamp(Math.round((pixels[i] & 0xff) + random.nextGaussian() * deviation), 0, 255);
        }
        return new Grey(plane.width(), plane.height(), pixels);
    }

    /** The plane with an upright box filled. */
    public static Grey filled(Grey plane, int left, int top, int wide, int high, int value) {
        byte[] pixels = plane.pixels().clone();
        for (int y = Math.max(0, top); y < Math.min(plane.height(), top + high); y++) {
            for (int x = Math.max(0, left); x < Math.min(plane.width(), left + wide); x++) {
                pixels[y * plane.width() + x] = (byte) value;
            }
        }
        return new Grey(plane.width(), plane.height(), pixels);
    }

    /** The upright box of these sides. */
    public static Quad box(double left, double top, double right, double bottom) {
        return new Quad(new Point(left, top), new Point(right, top), new Point(right, bottom), new Point(left, bottom));
    }

    private static void dot(byte[] pixels, Grey plane, double x, double y, double radius, int ink) {
        for (int py = (int) (y - radius); py <= y + radius; py++) {
            for (int px = (int) (x - radius); px <= x + radius; px++) {
                boolean isInside = px >= 0 && py >= 0 && px < plane.width() && py < plane.height();
                if (isInside && Math.hypot(px + 0.5 - x, py + 0.5 - y) <= Math.max(radius, 0.7)) {
                    pixels[py * plane.width() + px] = (byte) ink;
                }
            }
        }
    }
}
