package org.cotejo.capture.picture;

import org.cotejo.base.Check;

/**
 * A plane of brightness, 0 black to 255 white, row by row from the top. The array is shared, not copied, and is not changed by
 * anybody once the plane is made.
 */
public final class Grey {
    private final int width;
    private final int height;
    private final byte[] pixels;

    public Grey(int width, int height, byte[] pixels) {
        Check.that(width > 0 && height > 0 && pixels.length == width * height, "%d x %d", width, height);
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The pixels themselves, to be read only. */
    public byte[] pixels() {
        return pixels;
    }

    /** Brightness at a place inside the plane. */
    public int at(int x, int y) {
        return pixels[y * width + x] & 0xff;
    }

    /** Brightness between pixels, whose centres lie at whole numbers plus a half; outside the plane that of its edge. */
    public int between(double x, double y) {
        double left = x - 0.5;
        double top = y - 0.5;
        int x0 = (int) Math.floor(left);
        int y0 = (int) Math.floor(top);
        int fx = (int) ((left - x0) * 256);
        int fy = (int) ((top - y0) * 256);
        int xa = Math.clamp(x0, 0, width - 1);
        int xb = Math.clamp(x0 + 1L, 0, width - 1);
        int ya = Math.clamp(y0, 0, height - 1) * width;
        int yb = Math.clamp(y0 + 1L, 0, height - 1) * width;
        int upper = (pixels[ya + xa] & 0xff) * (256 - fx) + (pixels[ya + xb] & 0xff) * fx;
        int lower = (pixels[yb + xa] & 0xff) * (256 - fx) + (pixels[yb + xb] & 0xff) * fx;
        return (upper * (256 - fy) + lower * fy) >> 16;
    }

    /** The brightness that so many of a hundred pixels do not exceed; {@code percent} below 100. */
    public int percentile(int percent) {
        int[] histogram = new int[256];
        for (byte pixel : pixels) {
            histogram[pixel & 0xff]++;
        }
        long left = (long) pixels.length * percent / 100;
        int value = 0;
        while (value < 255 && left >= histogram[value]) {
            left -= histogram[value++];
        }
        return value;
    }

    /** A part of the plane, cut at its edges; at least one pixel of it must lie inside. */
    public Grey crop(int x, int y, int wide, int high) {
        int left = Math.clamp(x, 0, width - 1);
        int top = Math.clamp(y, 0, height - 1);
        int right = Math.clamp((long) x + wide, left + 1, width);
        int bottom = Math.clamp((long) y + high, top + 1, height);
        byte[] part = new byte[(right - left) * (bottom - top)];
        for (int row = top; row < bottom; row++) {
            System.arraycopy(pixels, row * width + left, part, (row - top) * (right - left), right - left);
        }
        return new Grey(right - left, bottom - top, part);
    }

    /** The plane turned to the right by so many quarters, 0 to 3. */
    public Grey turned(int quarters) {
        return switch (quarters) {
            case 1 -> upright(Orientation.QUARTER_RIGHT);
            case 2 -> upright(Orientation.HALF_TURN);
            case 3 -> upright(Orientation.QUARTER_LEFT);
            default -> this;
        };
    }

    /** The plane as it is held upright. */
    Grey upright(Orientation orientation) {
        if (orientation == Orientation.UPRIGHT) {
            return this;
        }
        boolean turns = orientation.swapsSides();
        int wide = turns ? height : width;
        int high = turns ? width : height;
        byte[] turned = new byte[pixels.length];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                turned[y * wide + x] = pixels[
                        orientation.sourceY(x, y, width, height) * width + orientation.sourceX(x, y, width, height)];
            }
        }
        return new Grey(wide, high, turned);
    }
}
