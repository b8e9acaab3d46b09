package org.cotejo.capture.picture;

/**
 * How the rows of a picture lie, as EXIF 2.32, tag 0x0112 (Orientation), numbers it: 1 to 8. Phones write it instead of turning the
 * pixels.
 */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    HALF_TURN(false, true, true),
    UPSIDE_DOWN_MIRRORED(false, false, true),
    TRANSPOSED(true, false, false),
    QUARTER_RIGHT(true, false, true),
    TRANSVERSED(true, true, true),
    QUARTER_LEFT(true, true, false);

    private static final Orientation[] ALL = values();

    private final boolean swapsSides;
    private final boolean flipsX;
    private final boolean flipsY;

    Orientation(boolean swapsSides, boolean flipsX, boolean flipsY) {
        this.swapsSides = swapsSides;
        this.flipsX = flipsX;
        this.flipsY = flipsY;
    }

    /** By the number of the tag; upright for every number that it does not have. */
    static Orientation of(int number) {
        return number >= 1 && number <= ALL.length ? ALL[number - 1] : UPRIGHT;
    }

    boolean swapsSides() {
        return swapsSides;
    }

    /** Column, in the stored picture of this size, of a pixel of the upright one. */
    int sourceX(int x, int y, int width, int height) {
        int along = swapsSides ? y : x;
        return flipsX ? width - 1 - along : along;
    }

    /** Row, in the stored picture of this size, of a pixel of the upright one. */
    int sourceY(int x, int y, int width, int height) {
        int along = swapsSides ? x : y;
        return flipsY ? height - 1 - along : along;
    }
}
