package org.cotejo.capture.picture;

import org.cotejo.base.Problem;
import org.jspecify.annotations.Nullable;

/** How large a picture may be: the largest phone camera and the longest thermal strip fit, a bomb does not. */
public final class PictureLimits {
    /** Bytes of a file. */
    public static final int BYTES_MOST = 64 << 20;

    /** Pixels on a side as the file states them. */
    public static final int SIDE_MOST = 100_000;

    /** Pixels as the file states them; 200 million is the largest sensor in a phone. */
    public static final long PIXELS_MOST = 210_000_000;

    /** Pixels that are decoded; of a larger picture every second, third, ... in both directions. */
    static final long DECODED_MOST = 40_000_000;

    /** Pages of one file that are read. */
    public static final int PAGES_MOST = 20;

    private PictureLimits() {}

    /** Why a picture of this size is refused; null if it is not. */
    static @Nullable Problem fault(long width, long height) {
        boolean fits =
                width >= 1 && height >= 1 && width <= SIDE_MOST && height <= SIDE_MOST && width * height <= PIXELS_MOST;
        return fits ? null : PictureProblem.PIXELS.with(width, height, SIDE_MOST, PIXELS_MOST / 1_000_000);
    }

    /** One of so many pixels in each direction is decoded. */
    static int step(long width, long height) {
        int step = 1;
        while (width / step * (height / step) > DECODED_MOST) {
            step++;
        }
        return step;
    }
}
