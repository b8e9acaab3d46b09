package org.cotejo.capture.symbols;

import org.cotejo.capture.picture.Grey;

/** Preparations of a plane: another size, smoother, sharper, evenly lit, straightened. Each makes a new plane. */
final class Planes {
    private static final int WHITE = 255;
    /** Rows that are darker than this in the mean hold more noise than print. */
    private static final int ROW_DARKEST = 20;

    private static final int ROW_GAIN = 200;

    private Planes() {}

    /** Half as wide and high; each pixel is the mean of four. */
    static Grey half(Grey plane) {
        int width = Math.max(1, plane.width() / 2);
        int height = Math.max(1, plane.height() / 2);
        byte[] from = plane.pixels();
        byte[] to = new byte[width * height];
        int wide = plane.width();
        int right = wide > 1 ? 1 : 0;
        int down = plane.height() > 1 ? wide : 0;
        for (int y = 0; y < height; y++) {
            int at = 2 * y * wide;
            for (int x = 0; x < width; x++, at += 2) {
                int sum = (from[at] & 0xff)
                        + (from[at + right] & 0xff)
                        + (from[at + down] & 0xff)
                        + (from[at + down + right] & 0xff);
                to[y * width + x] = (byte) (sum + 2 >> 2);
            }
        }
        return new Grey(width, height, to);
    }

    /** Enlarged, smoothly. */
    static Grey enlarged(Grey plane, double factor) {
        int width = (int) Math.round(plane.width() * factor);
        int height = (int) Math.round(plane.height() * factor);
        byte[] to = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                to[y * width + x] = (byte) plane.between((x + 0.5) / factor, (y + 0.5) / factor);
            }
        }
        return new Grey(width, height, to);
    }

    /** Smoothed by boxes of {@code 2 radius + 1} pixels, twice, which comes near to a Gaussian. */
    static Grey smooth(Grey plane, int radius) {
        return box(box(plane, radius), radius);
    }

    private static Grey box(Grey plane, int radius) {
        int width = plane.width();
        int height = plane.height();
        byte[] across = new byte[width * height];
        for (int y = 0; y < height; y++) {
            line(plane.pixels(), y * width, 1, width, radius, across);
        }
        byte[] both = new byte[width * height];
        for (int x = 0; x < width; x++) {
            line(across, x, width, height, radius, both);
        }
        return new Grey(width, height, both);
    }

    /** Running means of one row or column; at the edges the edge goes on. */
    private static void line(byte[] from, int start, int step, int count, int radius, byte[] to) {
        int span = 2 * radius + 1;
        int sum = 0;
        for (int i = -radius; i <= radius; i++) {
            sum += from[start + Math.clamp(i, 0, count - 1) * step] & 0xff;
        }
        for (int i = 0; i < count; i++) {
            to[start + i * step] = (byte) (sum / span);
            sum += from[start + Math.min(i + radius + 1, count - 1) * step] & 0xff;
            sum -= from[start + Math.max(i - radius, 0) * step] & 0xff;
        }
    }

    /** Sharpened: what differs from the smoothed plane is added {@code strength} times. */
    static Grey sharp(Grey plane, int radius, double strength) {
        byte[] soft = smooth(plane, radius).pixels();
        byte[] from = plane.pixels();
        byte[] to = new byte[from.length];
        int times = (int) Math.round(strength * 256);
        for (int i = 0; i < to.length; i++) {
            int value = from[i] & 0xff;
            to[i] = (byte) Math.clamp(value + ((value - (soft[i] & 0xff)) * times >> 8), 0, WHITE);
        }
        return new Grey(plane.width(), plane.height(), to);
    }

    /** Evenly lit: each pixel between the darkest and the brightest of its surroundings, {@code side} pixels wide. */
    static Grey even(Grey plane, int side) {
        int columns = (plane.width() + side - 1) / side;
        int rows = (plane.height() + side - 1) / side;
        int[] darkest = new int[columns * rows];
        int[] brightest = new int[columns * rows];
        extremes(plane, side, columns, darkest, brightest);
        Grey dark = new Grey(columns, rows, widest(darkest, columns, rows, false));
        Grey bright = new Grey(columns, rows, widest(brightest, columns, rows, true));
        byte[] from = plane.pixels();
        byte[] to = new byte[from.length];
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                double column = (x + 0.5) / side;
                double row = (y + 0.5) / side;
                int low = dark.between(column, row);
                int range = Math.max(24, bright.between(column, row) - low);
                int at = y * plane.width() + x;
                to[at] = (byte) Math.clamp(((from[at] & 0xff) - low) * WHITE / range, 0, WHITE);
            }
        }
        return new Grey(plane.width(), plane.height(), to);
    }

    /**
     * Each row held against itself: what is brighter or darker than the mean of {@code radius} pixels to both sides. Where a code lies
     * straight this takes a crease out that runs across it.
     */
    static Grey evenRows(Grey plane, int radius) {
        int width = plane.width();
        byte[] means = new byte[width * plane.height()];
        byte[] to = new byte[means.length];
        for (int y = 0; y < plane.height(); y++) {
            line(plane.pixels(), y * width, 1, width, radius, means);
            for (int x = y * width; x < (y + 1) * width; x++) {
                int mean = Math.max(ROW_DARKEST, means[x] & 0xff);
                to[x] = (byte) Math.clamp(WHITE / 2 + ((plane.pixels()[x] & 0xff) - mean) * ROW_GAIN / mean, 0, WHITE);
            }
        }
        return new Grey(width, plane.height(), to);
    }

    private static void extremes(Grey plane, int side, int columns, int[] darkest, int[] brightest) {
        java.util.Arrays.fill(darkest, WHITE);
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                int at = y / side * columns + x / side;
                int value = plane.at(x, y);
                darkest[at] = Math.min(darkest[at], value);
                brightest[at] = Math.max(brightest[at], value);
            }
        }
    }

    /** Of each cell and its eight neighbours the most extreme. */
    private static byte[] widest(int[] cells, int columns, int rows, boolean isBrightest) {
        byte[] widest = new byte[cells.length];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int extreme = cells[y * columns + x];
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        int near =
                                cells[Math.clamp(y + dy, 0, rows - 1) * columns + Math.clamp(x + dx, 0, columns - 1)];
                        extreme = isBrightest ? Math.max(extreme, near) : Math.min(extreme, near);
                    }
                }
                widest[y * columns + x] = (byte) extreme;
            }
        }
        return widest;
    }
}
