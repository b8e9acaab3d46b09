package org.cotejo.capture.quality;

import org.cotejo.capture.picture.Grey;

/** Measures of a part of a plane. */
final class Sharpness {
    private static final int GLARE_LEAST = 250;
    private static final int BINS = 256;

    private Sharpness() {}

    /**
     * How steep the steepest edges are, as a share of the contrast: near 1 where black turns white from one pixel to the next, below
     * 0.2 where it takes six. The mean of the steepest hundredth of all neighbours, over the contrast between dark and bright.
     */
    static double of(Grey plane) {
        int[] steps = new int[BINS];
        int[] levels = new int[BINS];
        for (int y = 0; y + 1 < plane.height(); y++) {
            for (int x = 0; x + 1 < plane.width(); x++) {
                int here = plane.at(x, y);
                levels[here]++;
                steps[Math.max(Math.abs(plane.at(x + 1, y) - here), Math.abs(plane.at(x, y + 1) - here))]++;
            }
        }
        int contrast = percentile(levels, 95) - percentile(levels, 5);
        return contrast < 16 ? 0 : (double) percentile(steps, 98) / contrast;
    }

    /** Brightness below which so many per cent lie. */
    static int percentile(int[] histogram, int percent) {
        long all = 0;
        for (int count : histogram) {
            all += count;
        }
        long below = 0;
        for (int i = 0; i < histogram.length; i++) {
            below += histogram[i];
            if (below * 100 >= all * percent) {
                return i;
            }
        }
        return histogram.length - 1;
    }

    static int[] histogram(Grey plane) {
        int[] histogram = new int[BINS];
        for (byte pixel : plane.pixels()) {
            histogram[pixel & 0xff]++;
        }
        return histogram;
    }

    /** Side of the largest square without a single dark pixel, all overexposed. */
    static int glare(Grey plane) {
        int[] above = new int[plane.width() + 1];
        int largest = 0;
        for (int y = 0; y < plane.height(); y++) {
            int diagonal = 0;
            for (int x = 1; x <= plane.width(); x++) {
                int before = above[x];
                above[x] =
                        plane.at(x - 1, y) < GLARE_LEAST ? 0 : 1 + Math.min(diagonal, Math.min(above[x], above[x - 1]));
                largest = Math.max(largest, above[x]);
                diagonal = before;
            }
        }
        return largest;
    }
}
