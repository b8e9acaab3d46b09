package org.cotejo.bench.photos;

import io.nayuki.qrcodegen.QrCode;
import java.util.random.RandomGenerator;
import org.cotejo.capture.picture.Grey;

/**
 * A printed sheet, lying flat, in dots of 1/8 mm as a thermal printer makes them: rows of characters and a code at the end. The
 * characters are no letters, only as dense as print is.
 *
 * @param codeLeft left edge of the code without its quiet zone, in dots
 * @param dots dots a module
 */
record Paper(Grey plane, int codeLeft, int codeTop, int codeSize, int dots) {
    private static final int DOTS_A_MM = 8;
    private static final int STRIP_WIDE = 80 * DOTS_A_MM;
    private static final int FORM_WIDE = 210 * DOTS_A_MM;
    private static final int FORM_HIGH = 297 * DOTS_A_MM;
    private static final int GLYPH_WIDE = 5;
    private static final int GLYPH_HIGH = 7;
    private static final int GLYPHS = 40;
    private static final int INK = 28;
    private static final int WHITE = 245;
    private static final int QUIET = 4;

    /** The end of a thermal strip, {@code rows} rows of print long, with a code across it. */
    static Paper strip(QrCode code, int rows, RandomGenerator random) {
        int dots = Math.max(2, (72 * DOTS_A_MM) / (code.size + 2 * QUIET));
        int size = dots * code.size;
        int high = rows * 26 + size + 22 * DOTS_A_MM + 120;
        Drawing drawing = new Drawing(STRIP_WIDE, high, random);
        drawing.rows(30, 26, rows, 3, 24);
        int left = (STRIP_WIDE - size) / 2;
        int top = rows * 26 + 40 + QUIET * dots;
        drawing.code(code, left, top, dots);
        drawing.rows(top + size + QUIET * dots + 16, 30, 2, 3, 32);
        return new Paper(drawing.plane(), left, top, size, dots);
    }

    /** A form of A4 with a table and a code in its lower right corner. */
    static Paper form(QrCode code, RandomGenerator random) {
        int dots = Math.max(3, 60 * DOTS_A_MM / code.size);
        int size = dots * code.size;
        Drawing drawing = new Drawing(FORM_WIDE, FORM_HIGH, random);
        drawing.rows(120, 44, 30, 4, 60);
        drawing.frame(90, 100, FORM_WIDE - 180, 30 * 44 + 20);
        int left = FORM_WIDE - size - 120;
        int top = FORM_HIGH - size - 140;
        drawing.rows(top, 44, 9, 4, 26);
        drawing.code(code, left, top, dots);
        return new Paper(drawing.plane(), left, top, size, dots);
    }

    /** A sheet without a code. */
    static Paper without(RandomGenerator random) {
        Drawing drawing = new Drawing(STRIP_WIDE, 1400, random);
        drawing.rows(30, 26, 50, 3, 24);
        drawing.frame(30, 600, 560, 300);
        return new Paper(drawing.plane(), 120, 700, 400, 8);
    }

    /** What is drawn so far. */
    private static final class Drawing {
        private final int width;
        private final int height;
        private final byte[] pixels;
        private final RandomGenerator random;
        private final boolean[][] glyphs = new boolean[GLYPHS][GLYPH_WIDE * GLYPH_HIGH];

        Drawing(int width, int height, RandomGenerator random) {
            this.width = width;
            this.height = height;
            this.random = random;
            this.pixels = new byte[width * height];
            java.util.Arrays.fill(pixels, (byte) WHITE);
            for (boolean[] glyph : glyphs) {
                for (int i = 0; i < glyph.length; i++) {
                    glyph[i] = random.nextInt(100) < 45;
                }
            }
        }

        Grey plane() {
            return new Grey(width, height, pixels);
        }

        void rows(int top, int step, int rows, int dot, int characters) {
            for (int row = 0; row < rows; row++) {
                for (int i = 0; i < characters; i++) {
                    if (random.nextInt(6) > 0) {
                        glyph(glyphs[random.nextInt(GLYPHS)], 36 + i * (GLYPH_WIDE + 1) * dot, top + row * step, dot);
                    }
                }
            }
        }

        private void glyph(boolean[] glyph, int left, int top, int dot) {
            for (int i = 0; i < glyph.length; i++) {
                if (glyph[i]) {
                    block(left + i % GLYPH_WIDE * dot, top + i / GLYPH_WIDE * dot, dot, dot);
                }
            }
        }

        void code(QrCode code, int left, int top, int dots) {
            for (int y = 0; y < code.size; y++) {
                for (int x = 0; x < code.size; x++) {
                    if (code.getModule(x, y)) {
                        block(left + x * dots, top + y * dots, dots, dots);
                    }
                }
            }
        }

        void frame(int left, int top, int wide, int high) {
            block(left, top, wide, 4);
            block(left, top + high, wide, 4);
            block(left, top, 4, high);
            block(left + wide, top, 4, high);
        }

        private void block(int left, int top, int wide, int high) {
            for (int y = Math.max(0, top); y < Math.min(height, top + high); y++) {
                for (int x = Math.max(0, left); x < Math.min(width, left + wide); x++) {
                    pixels[y * width + x] = INK;
                }
            }
        }
    }
}
