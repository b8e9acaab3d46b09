package org.cotejo.capture.picture;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.cotejo.base.Check;

/** Pixels of a plane that hang together, each with any of its eight neighbours: one clump after the other, in the order of their first pixels. */
public final class Clumps {
    /** Takes the pixels of one clump, in no order that means anything. */
    @FunctionalInterface
    public interface Gatherer {
        void add(int x, int y);
    }

    private final int width;
    private final int height;
    private final IntPredicate isInk;
    private final boolean[] seen;
    private int[] open = new int[64];
    private int start;

    /**
     * The clumps of a plane.
     *
     * @param isInk whether the pixel at row times width plus column belongs to any; asked again and again
     */
    public Clumps(int width, int height, IntPredicate isInk) {
        Check.that(width > 0 && height > 0, "%d x %d", width, height);
        this.width = width;
        this.height = height;
        this.isInk = isInk;
        this.seen = new boolean[width * height];
    }

    /** Goes to the next clump; false if there is none left. */
    public boolean next() {
        while (start < seen.length && (seen[start] || !isInk.test(start))) {
            start++;
        }
        return start < seen.length;
    }

    /** Hands out the pixels of the clump to which {@link #next} went. */
    public void gather(Gatherer to) {
        Check.that(start < seen.length && !seen[start], "no clump at %d", start);
        int size = 0;
        open[size++] = start;
        seen[start] = true;
        while (size > 0) {
            int at = open[--size];
            int x = at % width;
            int y = at / width;
            to.add(x, y);
            for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
                for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                    int near = ny * width + nx;
                    if (!seen[near] && isInk.test(near)) {
                        seen[near] = true;
                        if (size == open.length) {
                            open = Arrays.copyOf(open, 2 * size);
                        }
                        open[size++] = near;
                    }
                }
            }
        }
    }
}
