package org.cotejo.capture.picture;

/** How far the pixels of a clump reach, and how many they are. Edges are whole pixels; right and bottom are the first ones outside. */
public final class Clump implements Clumps.Gatherer {
    private int left = Integer.MAX_VALUE;
    private int right = Integer.MIN_VALUE;
    private int top = Integer.MAX_VALUE;
    private int bottom = Integer.MIN_VALUE;
    private int pixels;

    @Override
    public void add(int x, int y) {
        left = Math.min(left, x);
        right = Math.max(right, x + 1);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y + 1);
        pixels++;
    }

    public int left() {
        return left;
    }

    public int top() {
        return top;
    }

    public int bottom() {
        return bottom;
    }

    public int wide() {
        return right - left;
    }

    public int high() {
        return bottom - top;
    }

    public int pixels() {
        return pixels;
    }
}
