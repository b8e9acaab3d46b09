package org.cotejo.capture.form;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.capture.picture.Clump;
import org.cotejo.capture.picture.Clumps;
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
    /** Of the rows of a signature so many at least are crossed by it more than once. */
    private static final double TURNING_LEAST = 0.2;

    private static final double SPECKS_MOST = 0.0015;
    private static final double GLARE_MOST = 0.15;
    /** What is as bright as this may have blinded the lens. */
    static final int GLARE = 253;

    private final int width;
    private final int height;
    private final boolean[] ink;
    private final List<Clump> blobs = new ArrayList<>();

    private Handwriting(Grey piece, int darker) {
        this.width = piece.width();
        this.height = piece.height();
        this.ink = ink(piece, darker);
        Clumps clumps = new Clumps(width, height, at -> ink[at]);
        while (clumps.next()) {
            Clump blob = new Clump();
            clumps.gather(blob);
            blobs.add(blob);
        }
    }

    /** {@code contrast}: how much darker than paper the print beside it is; {@code noise}: of bare paper beside it, as {@link #noise}. */
    static Verdict of(Grey piece, double contrast, double noise) {
        return isGlaring(piece) ? Verdict.DOUBTFUL : anyhow(piece, contrast, noise);
    }

    /** The same of paper that is known to be as bright as can be without any glare, and so without any grain, as in a drawn page. */
    static Verdict onWhite(Grey piece, double contrast) {
        return anyhow(piece, contrast, 0);
    }

    private static Verdict anyhow(Grey piece, double contrast, double noise) {
        double own = noise(piece);
        double darker = Math.max(Math.max(PALE * contrast, DARKER_LEAST), NOISES * Math.max(own, noise));
        if (darker > 0.6 * contrast) {
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
        for (Clump blob : blobs) {
            pixels += blob.pixels();
            if (blob.pixels() < PIXELS_LEAST || extent(blob) < STROKE_LEAST * height) {
                specks += blob.pixels();
            } else if (isRule(blob) || isStain(blob) || isAside(blob) || isDrawnAcross(blob)) {
                isStrange = true;
            } else {
                strokes += extent(blob);
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

    private static int extent(Clump blob) {
        return Math.max(blob.wide(), blob.high());
    }

    /** A fold, an edge of paper or a line of print. */
    private boolean isRule(Clump blob) {
        return blob.wide() > RULE_ALONG * width && blob.high() < 2 * THIN * height
                || blob.high() > RULE_ALONG * height && blob.wide() < THIN * height;
    }

    private boolean isAside(Clump blob) {
        return blob.bottom() < MIDDLE_FROM * height || blob.top() > MIDDLE_TO * height;
    }

    /** One stroke that comes from outside and never turns back: somebody crossed something out, or a pen slipped. */
    private boolean isDrawnAcross(Clump blob) {
        boolean hangs = blob.top() == 0
                || blob.left() == 0
                || blob.top() + blob.high() == height
                || blob.left() + blob.wide() == width;
        if (!hangs) {
            return false;
        }
        int turning = 0;
        for (int y = blob.top(); y < blob.top() + blob.high(); y++) {
            int runs = 0;
            for (int x = blob.left(); x < blob.left() + blob.wide(); x++) {
                boolean begins = ink[y * width + x] && (x == blob.left() || !ink[y * width + x - 1]);
                runs += begins ? 1 : 0;
            }
            turning += runs > 1 ? 1 : 0;
        }
        return turning < TURNING_LEAST * blob.high();
    }

    private boolean isStain(Clump blob) {
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
                paper[row * columns + column] = (byte) tile.percentile(70);
            }
        }
        return new Grey(columns, rows, paper);
    }
}
