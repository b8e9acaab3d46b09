package org.cotejo.station.paper;

import java.util.Arrays;

/** A strip that is being drawn and grows downwards as it must. Not safe for use by several threads. */
final class Dots {
    /** Dots that stay white on both sides, since letters may reach a little beyond their room. */
    private static final int EDGE = 4;

    private final int paper;
    private final int width;
    private byte[] rows;
    private int height;
    private int clipped;

    /** An empty strip on paper of so many dots across. */
    Dots(int paper) {
        this.paper = paper;
        this.width = paper - 2 * EDGE;
        this.rows = new byte[paper / Byte.SIZE * 1024];
    }

    /** Dots across within the edges; places are counted from the left edge. */
    int width() {
        return width;
    }

    /** Rows drawn so far. */
    int height() {
        return height;
    }

    /** Makes the strip at least so long. */
    void reach(int height) {
        int bytes = height * (paper / Byte.SIZE);
        if (bytes > rows.length) {
            rows = Arrays.copyOf(rows, Math.max(bytes, rows.length * 2));
        }
        this.height = Math.max(this.height, height);
    }

    /** Blackens a rectangle, as far as it is on the paper. */
    void fill(int x, int y, int w, int h) {
        reach(y + h);
        for (int row = y; row < y + h; row++) {
            for (int column = Math.max(0, x); column < Math.min(width, x + w); column++) {
                set(column, row, true);
            }
        }
    }

    /** A frame of so many dots around a rectangle, inside it. */
    void frame(int x, int y, int w, int h, int thick) {
        fill(x, y, w, thick);
        fill(x, y + h - thick, w, thick);
        fill(x, y, thick, h);
        fill(x + w - thick, y, thick, h);
    }

    /** A dotted line across, which leads the eye and costs the head little heat. */
    void dotted(int x, int y, int w) {
        for (int column = x; column < x + w; column += 4) {
            fill(column, y, 2, 1);
        }
    }

    /** A letter with its pen at x on a baseline; black, or white on what is black already. */
    void glyph(Typeface.Glyph glyph, int x, int baseline, boolean isBlack) {
        int top = baseline + glyph.top();
        reach(Math.max(0, top + glyph.height()));
        for (int i = glyph.dots().nextSetBit(0); i >= 0; i = glyph.dots().nextSetBit(i + 1)) {
            int column = x + glyph.left() + i % glyph.width();
            int row = top + i / glyph.width();
            if (column >= -EDGE && column < width + EDGE && row >= 0) {
                set(column, row, isBlack);
            } else {
                clipped++;
            }
        }
    }

    private void set(int x, int y, boolean isBlack) {
        int at = y * (paper / Byte.SIZE) + (x + EDGE) / Byte.SIZE;
        int bit = 1 << Byte.SIZE - 1 - (x + EDGE) % Byte.SIZE;
        rows[at] = (byte) (isBlack ? rows[at] | bit : rows[at] & ~bit);
    }

    /** Dots of letters that did not fit on the paper. */
    int clipped() {
        return clipped;
    }

    Strip strip() {
        return new Strip(paper, Arrays.copyOf(rows, height * (paper / Byte.SIZE)));
    }
}
