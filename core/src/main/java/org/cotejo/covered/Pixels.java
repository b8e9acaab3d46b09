package org.cotejo.covered;

import org.cotejo.base.Check;

/**
 * A picture as bytes of brightness, 0 black to 255 white, row by row from the upper left corner. The array is shared, not copied, and is
 * not changed by anybody.
 */
public final class Pixels {
    private final int width;
    private final int height;
    private final byte[] values;

    public Pixels(int width, int height, byte[] values) {
        Check.that(width > 0 && height > 0 && values.length == width * height, "%d x %d", width, height);
        this.width = width;
        this.height = height;
        this.values = values;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** To be read only. */
    public byte[] values() {
        return values;
    }
}
