package org.cotejo.capture.print;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotejo.capture.picture.Clumps;
import org.cotejo.capture.picture.Grey;

/**
 * Reads one handwritten digit in a box, with a small network of our own (docs/decisions/0016-handwriting.md). The ink is laid as the
 * network learned it: 20 pixels high or wide, its centre of gravity in the middle of 28 by 28, 0 paper and 1 ink.
 */
final class DigitReader {
    private static final int SIDE = 28;
    private static final int DIGIT = 20;
    private static final int CONTRAST_LEAST = 40;
    /** Of the box: ink nearer to its edge is the box itself, unless it goes on inside. */
    private static final double FRAME = 0.1;

    /** What is less is paper: of the share of ink in a pixel. */
    private static final float INKED = 0.3f;

    private static final double HEIGHT_LEAST = 0.25;
    private static final double INK_LEAST = 0.008;
    private static final double STRETCH_MOST = 1.15;

    private final Network network;

    DigitReader(Network network) {
        this.network = network;
    }

    /** A box that was laid straight, its frame at its edges. */
    WrittenDigit read(Grey box) {
        float[] ink = ink(box);
        clearFrame(ink, box.width(), box.height());
        int left = box.width();
        int right = -1;
        int top = box.height();
        int bottom = -1;
        int dark = 0;
        for (int at = 0; at < ink.length; at++) {
            if (ink[at] > 0.5f) {
                left = Math.min(left, at % box.width());
                right = Math.max(right, at % box.width());
                top = Math.min(top, at / box.width());
                bottom = Math.max(bottom, at / box.width());
                dark++;
            }
        }
        if (dark < INK_LEAST * ink.length) {
            return WrittenDigit.BLANK;
        }
        if (bottom - top + 1 < HEIGHT_LEAST * box.height()) {
            return new WrittenDigit(true, 0, 0);
        }
        float[] shares = network.run(
                        placed(ink, box.width(), new Ink.Box(left, top, right + 1, bottom + 1)), 1, 1, SIDE, SIDE)
                .values();
        int best = 0;
        for (int digit = 1; digit < shares.length; digit++) {
            best = shares[digit] > shares[best] ? digit : best;
        }
        return new WrittenDigit(true, best, Math.min(1, shares[best]));
    }

    /** How much of each pixel is ink, 0 to 1, between the brightness of paper and the darkest of the box. */
    private static float[] ink(Grey box) {
        int paper = box.percentile(70);
        int darkest = box.percentile(1);
        float range = Math.max(CONTRAST_LEAST, 0.85f * (paper - darkest));
        float[] ink = new float[box.pixels().length];
        for (int i = 0; i < ink.length; i++) {
            // What is little darker than paper is its grain.
            ink[i] = Math.clamp((paper - (box.pixels()[i] & 0xff)) / range * 1.2f - 0.15f, 0, 1);
        }
        return ink;
    }

    /** Takes away what hangs on the edge and stays near to it. */
    private static void clearFrame(float[] ink, int wide, int high) {
        int margin = (int) Math.ceil(FRAME * Math.min(wide, high));
        Clumps clumps = new Clumps(wide, high, at -> ink[at] > INKED);
        while (clumps.next()) {
            List<Integer> pixels = new ArrayList<>();
            boolean[] isInside = {false};
            clumps.gather((x, y) -> {
                pixels.add(y * wide + x);
                isInside[0] |= x >= margin && x < wide - margin && y >= margin && y < high - margin;
            });
            if (!isInside[0]) {
                pixels.forEach(at -> ink[at] = 0);
            }
        }
        clearRuns(ink, wide, high);
    }

    /** Rows and columns at the edge that are ink nearly all along are the frame also where a digit hangs on it. */
    private static void clearRuns(float[] ink, int wide, int high) {
        int margin = (int) Math.ceil(FRAME * Math.min(wide, high));
        for (int i = 0; i < margin; i++) {
            for (int y : new int[] {i, high - 1 - i}) {
                float sum = 0;
                for (int x = 0; x < wide; x++) {
                    sum += ink[y * wide + x];
                }
                if (sum > 0.6 * wide) {
                    Arrays.fill(ink, y * wide, (y + 1) * wide, 0);
                }
            }
            for (int x : new int[] {i, wide - 1 - i}) {
                float sum = 0;
                for (int y = 0; y < high; y++) {
                    sum += ink[y * wide + x];
                }
                for (int y = 0; y < high && sum > 0.6 * high; y++) {
                    ink[y * wide + x] = 0;
                }
            }
        }
    }

    private static float[] placed(float[] ink, int wide, Ink.Box box) {
        double factor = (double) DIGIT / Math.max(box.right() - box.left(), box.height());
        int across = Math.max(1, (int) Math.round((box.right() - box.left()) * factor));
        int down = Math.max(1, (int) Math.round(box.height() * factor));
        float[] small = new float[across * down];
        double sum = 0;
        double row = 0;
        double column = 0;
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                float value = mean(ink, wide, box, x / factor, y / factor, 1 / factor);
                small[y * across + x] = (float) Math.min(1, value * STRETCH_MOST);
                sum += small[y * across + x];
                row += small[y * across + x] * y;
                column += small[y * across + x] * x;
            }
        }
        int top = Math.clamp(Math.round(SIDE / 2.0 - 0.5 - row / Math.max(sum, 1e-6)), 0, SIDE - down);
        int left = Math.clamp(Math.round(SIDE / 2.0 - 0.5 - column / Math.max(sum, 1e-6)), 0, SIDE - across);
        float[] placed = new float[SIDE * SIDE];
        for (int y = 0; y < down; y++) {
            System.arraycopy(small, y * across, placed, (top + y) * SIDE + left, across);
        }
        return placed;
    }

    /** Of a square with this side, or of the pixel at its corner where it is smaller than one. */
    private static float mean(float[] ink, int wide, Ink.Box box, double x, double y, double side) {
        int fromX = box.left() + (int) x;
        int fromY = box.top() + (int) y;
        int toX = Math.min(box.right(), Math.max(fromX + 1, box.left() + (int) Math.ceil(x + side)));
        int toY = Math.min(box.bottom(), Math.max(fromY + 1, box.top() + (int) Math.ceil(y + side)));
        float sum = 0;
        for (int py = fromY; py < toY; py++) {
            for (int px = fromX; px < toX; px++) {
                sum += ink[py * wide + px];
            }
        }
        return sum / Math.max(1, (toX - fromX) * (toY - fromY));
    }
}
