package org.cotejo.capture.print;

import java.util.Arrays;

/**
 * Where the ink of a number lies in a small plane that was cut out around it. What hangs on the edge, such as the rules of a table or the
 * line above, is none of it.
 */
final class Ink {
    private static final int BINS = 256;
    /** Paper and ink differ by so much at least; else there is nothing but paper. */
    private static final int CONTRAST = 40;
    /** Of the height of the cut-out; what is smaller is a speck. */
    private static final double PIECE_LEAST = 0.22;

    private static final double NEAR_EDGE = 0.35;
    private static final double RULE_LEAST = 0.7;

    private Ink() {}

    /** Left, top, right and bottom of the ink, the latter two outside of it; empty where there is none. */
    record Box(int left, int top, int right, int bottom) {
        int height() {
            return bottom - top;
        }

        Box with(Box other) {
            return new Box(
                    Math.min(left, other.left),
                    Math.min(top, other.top),
                    Math.max(right, other.right),
                    Math.max(bottom, other.bottom));
        }
    }

    /** Finds the ink, and paints the rules of a table, which digits often touch, over with paper. */
    static java.util.Optional<Box> box(float[] plane, int wide, int high) {
        int limit = limit(plane);
        if (limit < 0) {
            return java.util.Optional.empty();
        }
        clearRules(plane, limit, wide, high);
        boolean[] isSeen = new boolean[plane.length];
        Box all = null;
        for (int at = 0; at < plane.length; at++) {
            if (!isSeen[at] && plane[at] < limit) {
                Box piece = piece(plane, limit, wide, high, at, isSeen);
                boolean hangs = piece.left == 0 || piece.right == wide || piece.top == 0 || piece.bottom == high;
                if (!hangs && piece.height() >= PIECE_LEAST * high) {
                    all = all == null ? piece : all.with(piece);
                }
            }
        }
        return java.util.Optional.ofNullable(all);
    }

    /** Rows that are ink nearly all along, near the upper and lower edge, are rules. */
    private static void clearRules(float[] plane, int limit, int wide, int high) {
        float paper = 0;
        for (float value : plane) {
            paper = Math.max(paper, value);
        }
        for (int y = 0; y < high; y++) {
            int dark = 0;
            for (int x = 0; x < wide; x++) {
                dark += plane[y * wide + x] < limit ? 1 : 0;
            }
            boolean isNearEdge = y < high * NEAR_EDGE || y >= high * (1 - NEAR_EDGE);
            if (isNearEdge && dark > RULE_LEAST * wide) {
                // What is blurred of a rule is beside it.
                for (int row = Math.max(0, y - 1); row <= Math.min(high - 1, y + 1); row++) {
                    Arrays.fill(plane, row * wide, (row + 1) * wide, paper);
                }
            }
        }
    }

    /** Between ink and paper (Otsu 1979); below 0 where all is one. */
    private static int limit(float[] plane) {
        int[] histogram = new int[BINS];
        for (float value : plane) {
            histogram[Math.clamp((int) value, 0, BINS - 1)]++;
        }
        double sum = 0;
        for (int i = 0; i < BINS; i++) {
            sum += (double) i * histogram[i];
        }
        double below = 0;
        double darkSum = 0;
        double best = -1;
        int limit = -1;
        double contrast = 0;
        for (int i = 0; i < BINS - 1; i++) {
            below += histogram[i];
            darkSum += (double) i * histogram[i];
            double above = plane.length - below;
            if (below > 0 && above > 0) {
                double between = (sum - darkSum) / above - darkSum / below;
                if (below * above * between * between > best) {
                    best = below * above * between * between;
                    limit = i + 1;
                    contrast = between;
                }
            }
        }
        return contrast < CONTRAST ? -1 : limit;
    }

    private static Box piece(float[] plane, int limit, int wide, int high, int start, boolean[] isSeen) {
        int[] stack = new int[32];
        int size = 0;
        stack[size++] = start;
        isSeen[start] = true;
        Box box = new Box(start % wide, start / wide, start % wide + 1, start / wide + 1);
        while (size > 0) {
            int at = stack[--size];
            int x = at % wide;
            int y = at / wide;
            box = box.with(new Box(x, y, x + 1, y + 1));
            for (int i = 0; i < 9; i++) {
                int nx = x + i % 3 - 1;
                int ny = y + i / 3 - 1;
                boolean isInside = nx >= 0 && ny >= 0 && nx < wide && ny < high;
                if (isInside && !isSeen[ny * wide + nx] && plane[ny * wide + nx] < limit) {
                    isSeen[ny * wide + nx] = true;
                    if (size == stack.length) {
                        stack = Arrays.copyOf(stack, 2 * size);
                    }
                    stack[size++] = ny * wide + nx;
                }
            }
        }
        return box;
    }
}
