package org.cotejo.capture.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotejo.capture.picture.Grey;

/**
 * Whether there is handwriting on a piece of paper that was laid straight and holds no print. Where it can't tell it says so: a fold, a
 * stain, a shadow's edge, glare or noise is neither writing nor empty paper. Lengths are shares of the height of the piece.
 */
final class Handwriting {
    enum Verdict {
        WRITTEN,
        BLANK,
        DOUBTFUL
    }

    /** A piece is laid into so many rows. */
    static final int HIGH = 96;

    /** Of the contrast of print beside it: ink of a pen is paler. */
    private static final double PALE = 0.3;

    private static final int DARKER_LEAST = 14;
    private static final double NOISES = 4.5;
    private static final int TILE = 24;
    private static final int PIXELS_LEAST = 5;
    private static final double STROKE_LEAST = 0.16;
    private static final double WRITING_LEAST = 0.7;
    private static final double RULE_ALONG = 0.7;
    private static final double THIN = 0.1;
    private static final double SOLID = 0.55;
    private static final double INK_MOST = 0.4;
    /** What lies above or below this is print around the place that got into it. */
    private static final double MIDDLE_FROM = 0.2;

    private static final double MIDDLE_TO = 0.72;
    private static final double SPECKS_MOST = 0.0015;
    private static final double GLARE_MOST = 0.15;
    private static final int GLARE = 253;

    private final int width;
    private final int height;
    private final boolean[] ink;
    private final List<Blob> blobs = new ArrayList<>();

    private Handwriting(Grey piece, int darker) {
        this.width = piece.width();
        this.height = piece.height();
        this.ink = ink(piece, darker);
        boolean[] seen = new boolean[ink.length];
        for (int at = 0; at < ink.length; at++) {
            if (ink[at] && !seen[at]) {
                blobs.add(blob(at, seen));
            }
        }
    }

    private record Blob(int wide, int top, int bottom, int pixels) {
        int high() {
            return bottom - top;
        }

        int extent() {
            return Math.max(wide, high());
        }
    }

    /** {@code contrast}: how much darker than paper the print beside it is; {@code noise}: of bare paper beside it, as {@link #noise}. */
    static Verdict of(Grey piece, double contrast, double noise) {
        double own = noise(piece);
        double darker = Math.max(Math.max(PALE * contrast, DARKER_LEAST), NOISES * Math.max(own, noise));
        if (darker > 0.6 * contrast || isGlaring(piece)) {
            return Verdict.DOUBTFUL;
        }
        return new Handwriting(piece, (int) Math.ceil(darker)).verdict(own < noise / 4);
    }

    /** {@code isTooSmooth}: smoother than the paper around can be, as where a picture was covered afterwards. */
    private Verdict verdict(boolean isTooSmooth) {
        double strokes = 0;
        int specks = 0;
        long pixels = 0;
        boolean isWriting = false;
        boolean isStrange = false;
        for (Blob blob : blobs) {
            pixels += blob.pixels();
            if (blob.pixels() < PIXELS_LEAST || blob.extent() < STROKE_LEAST * height) {
                specks += blob.pixels();
            } else if (isRule(blob) || isStain(blob) || isAside(blob)) {
                isStrange = true;
            } else {
                strokes += blob.extent();
                isWriting |= blob.high() >= STROKE_LEAST * height && blob.wide() >= STROKE_LEAST * height;
            }
        }
        boolean isFull = pixels > INK_MOST * ink.length;
        if (isWriting && strokes >= WRITING_LEAST * height && !isFull) {
            return Verdict.WRITTEN;
        }
        boolean isBlank = strokes == 0 && !isStrange && !isTooSmooth && specks <= SPECKS_MOST * ink.length;
        return isBlank ? Verdict.BLANK : Verdict.DOUBTFUL;
    }

    /** A fold, an edge of paper or a line of print. */
    private boolean isRule(Blob blob) {
        return blob.wide() > RULE_ALONG * width && blob.high() < 2 * THIN * height
                || blob.high() > RULE_ALONG * height && blob.wide() < THIN * height;
    }

    private boolean isAside(Blob blob) {
        return blob.bottom() < MIDDLE_FROM * height || blob.top() > MIDDLE_TO * height;
    }

    private boolean isStain(Blob blob) {
        return Math.min(blob.wide(), blob.high()) > STROKE_LEAST * height
                && blob.pixels() > SOLID * blob.wide() * blob.high();
    }

    private static boolean isGlaring(Grey piece) {
        int glaring = 0;
        for (byte pixel : piece.pixels()) {
            glaring += (pixel & 0xff) >= GLARE ? 1 : 0;
        }
        return glaring > GLARE_MOST * piece.pixels().length;
    }

    /** How much pixels side by side differ where there is nothing: the median of it, made a standard deviation. */
    static double noise(Grey piece) {
        int[] steps = new int[256];
        int count = 0;
        for (int y = 0; y < piece.height(); y++) {
            for (int x = 0; x + 3 < piece.width(); x += 3) {
                steps[Math.abs(piece.at(x, y) - piece.at(x + 3, y))]++;
                count++;
            }
        }
        int below = 0;
        int median = 0;
        while (median < 255 && below + steps[median] <= count / 2) {
            below += steps[median++];
        }
        // Within a step of whole brightness, so that little noise is not none.
        double within = steps[median] == 0 ? 0 : (count / 2.0 - below) / steps[median];
        double between = median == 0 && within <= 0.5 ? 0 : Math.max(0, median - 0.5 + within);
        return between * 1.4826 / Math.sqrt(2);
    }

    private static boolean[] ink(Grey piece, int darker) {
        Grey paper = paper(piece);
        boolean[] ink = new boolean[piece.width() * piece.height()];
        for (int y = 0; y < piece.height(); y++) {
            for (int x = 0; x < piece.width(); x++) {
                ink[y * piece.width() + x] =
                        piece.at(x, y) < paper.between((x + 0.5) / TILE, (y + 0.5) / TILE) - darker;
            }
        }
        return ink;
    }

    /** Brightness of the paper, tile by tile. */
    private static Grey paper(Grey piece) {
        int columns = (piece.width() + TILE - 1) / TILE;
        int rows = (piece.height() + TILE - 1) / TILE;
        byte[] paper = new byte[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                Grey tile = piece.crop(column * TILE, row * TILE, TILE, TILE);
                paper[row * columns + column] = (byte) percentile(tile, 70);
            }
        }
        return new Grey(columns, rows, paper);
    }

    /** The brightness that so many of a hundred pixels do not exceed. */
    static int percentile(Grey plane, int percent) {
        int[] histogram = new int[256];
        for (byte pixel : plane.pixels()) {
            histogram[pixel & 0xff]++;
        }
        int left = plane.pixels().length * percent / 100;
        int value = 0;
        while (value < 255 && left >= histogram[value]) {
            left -= histogram[value++];
        }
        return value;
    }

    private Blob blob(int start, boolean[] seen) {
        int[] stack = new int[64];
        int size = 0;
        stack[size++] = start;
        seen[start] = true;
        int left = width;
        int right = 0;
        int top = height;
        int bottom = 0;
        int pixels = 0;
        while (size > 0) {
            int at = stack[--size];
            int x = at % width;
            int y = at / width;
            pixels++;
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
            for (int i = 0; i < 9; i++) {
                int nx = x + i % 3 - 1;
                int ny = y + i / 3 - 1;
                boolean isInside = nx >= 0 && ny >= 0 && nx < width && ny < height;
                if (isInside && ink[ny * width + nx] && !seen[ny * width + nx]) {
                    seen[ny * width + nx] = true;
                    if (size == stack.length) {
                        stack = Arrays.copyOf(stack, 2 * size);
                    }
                    stack[size++] = ny * width + nx;
                }
            }
        }
        return new Blob(right - left + 1, top, bottom + 1, pixels);
    }
}
