package org.cotejo.capture.alteration;

import java.util.Arrays;
import java.util.Optional;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.print.PrintedPage;
import org.cotejo.capture.symbols.Point;
import org.cotejo.capture.symbols.Quad;

/**
 * What one number looks like.
 *
 * @param lighter how much lighter the paper close to it is than that farther off, in steps of brightness
 * @param noise of the paper, a standard deviation
 * @param thick how thick its strokes are, in heights of its line
 * @param tall how tall its ink is, in heights of its line
 */
record CellLook(double lighter, double noise, double thick, double tall) {
    /** Pixels for a height of the line. */
    private static final int HEIGHT = 32;

    private static final int ABOVE = HEIGHT / 2;
    private static final int HIGH = 2 * HEIGHT;
    /** How far beside the digits is looked, in pixels. */
    private static final int BESIDE = HEIGHT * 7 / 4;
    /** What is so near to the digits is close; what is as far as this is farther off. */
    private static final int CLOSE = HEIGHT * 2 / 5;

    private static final int FARTHER = HEIGHT * 9 / 8;
    private static final int CONTRAST_LEAST = 40;
    private static final int PAPER_LEAST = 40;
    private static final int WIDE_MOST = 40 * HEIGHT;

    /** Looks at the place of digits in a page; empty where too little contrast or paper is to be seen. */
    static Optional<CellLook> at(Grey page, Quad digits) {
        double high = digits.upperLeft().distance(digits.lowerLeft());
        double wide = digits.upperLeft().distance(digits.upperRight());
        if (high < 6 || wide < 2 || wide / high * HEIGHT > WIDE_MOST) {
            return Optional.empty();
        }
        int inner = (int) Math.max(8, Math.round(wide / high * HEIGHT));
        double share = (double) BESIDE / inner;
        Quad around = stretched(digits, share, (double) ABOVE / HEIGHT);
        Grey piece = PrintedPage.straight(page, around, inner + 2 * BESIDE, HIGH);
        return of(piece, inner);
    }

    /** The quad longer by a share of its length at both ends, and higher by a share of its height. */
    private static Quad stretched(Quad quad, double along, double across) {
        return new Quad(
                at(quad, -along, -across),
                at(quad, 1 + along, -across),
                at(quad, 1 + along, 1 + across),
                at(quad, -along, 1 + across));
    }

    private static Point at(Quad quad, double u, double v) {
        double upperX =
                quad.upperLeft().x() + (quad.upperRight().x() - quad.upperLeft().x()) * u;
        double upperY =
                quad.upperLeft().y() + (quad.upperRight().y() - quad.upperLeft().y()) * u;
        double lowerX =
                quad.lowerLeft().x() + (quad.lowerRight().x() - quad.lowerLeft().x()) * u;
        double lowerY =
                quad.lowerLeft().y() + (quad.lowerRight().y() - quad.lowerLeft().y()) * u;
        return new Point(upperX + (lowerX - upperX) * v, upperY + (lowerY - upperY) * v);
    }

    private static Optional<CellLook> of(Grey piece, int inner) {
        int[] sorted = new int[inner * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < inner; x++) {
                sorted[y * inner + x] = piece.at(BESIDE + x, ABOVE + y);
            }
        }
        Arrays.sort(sorted);
        int paper = sorted[sorted.length * 8 / 10];
        int dark = sorted[sorted.length / 50];
        if (paper - dark < CONTRAST_LEAST) {
            return Optional.empty();
        }
        boolean[] ink = new boolean[piece.width() * HIGH];
        boolean[] isNearInk = new boolean[ink.length];
        int limit = paper - (paper - dark) * 45 / 100;
        // Paper farther off may be darker than that around the digits: that is what is looked for.
        int faint = Math.min(paper, piece.percentile(50)) - (paper - dark) * 15 / 100;
        for (int at = 0; at < ink.length; at++) {
            int value = piece.pixels()[at] & 0xff;
            ink[at] = value < limit;
            isNearInk[at] = value < faint;
        }
        int[] close = paper(piece, isNearInk, inner, 2, CLOSE);
        int[] farther = paper(piece, isNearInk, inner, FARTHER, BESIDE);
        if (close.length < PAPER_LEAST || farther.length < PAPER_LEAST) {
            return Optional.empty();
        }
        double noise = (farther[farther.length * 3 / 4] - farther[farther.length / 4]) * 0.7413;
        return Optional.of(new CellLook(
                close[close.length / 2] - farther[farther.length / 2],
                noise,
                thick(ink, piece.width(), inner),
                tall(ink, piece.width(), inner)));
    }

    /** Brightness of bare paper at the height of the digits and between two distances from them, sorted. */
    private static int[] paper(Grey piece, boolean[] isNearInk, int inner, int from, int to) {
        int[] values = new int[isNearInk.length];
        int count = 0;
        for (int y = ABOVE; y < ABOVE + HEIGHT; y++) {
            for (int x = BESIDE - to; x < BESIDE + inner + to; x++) {
                int distance = x < BESIDE ? BESIDE - x : x - BESIDE - inner + 1;
                if (distance > from && distance <= to && !isNear(isNearInk, piece.width(), x, y)) {
                    values[count++] = piece.at(x, y);
                }
            }
        }
        int[] some = Arrays.copyOf(values, count);
        Arrays.sort(some);
        return some;
    }

    private static boolean isNear(boolean[] ink, int width, int x, int y) {
        for (int dy = -2; dy <= 2; dy++) {
            for (int dx = -2; dx <= 2; dx++) {
                int nx = x + dx;
                int ny = y + dy;
                if (nx >= 0 && ny >= 0 && nx < width && ny < HIGH && ink[ny * width + nx]) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Twice the ink for its outline, which of a line is its thickness. */
    private static double thick(boolean[] ink, int width, int inner) {
        int area = 0;
        int outline = 0;
        for (int y = ABOVE; y < ABOVE + HEIGHT; y++) {
            for (int x = BESIDE; x < BESIDE + inner; x++) {
                if (ink[y * width + x]) {
                    area++;
                    boolean isInside = ink[y * width + x - 1]
                            && ink[y * width + x + 1]
                            && ink[(y - 1) * width + x]
                            && ink[(y + 1) * width + x];
                    outline += isInside ? 0 : 1;
                }
            }
        }
        return outline == 0 ? 0 : 2.0 * area / outline / HEIGHT;
    }

    /** How far ink reaches up and down without a gap from the middle of the line, where most columns of a rule would not. */
    private static double tall(boolean[] ink, int width, int inner) {
        int top = ABOVE + HEIGHT / 2;
        int bottom = top;
        while (top > 0 && isDigits(ink, width, inner, top - 1)) {
            top--;
        }
        while (bottom < HIGH - 1 && isDigits(ink, width, inner, bottom + 1)) {
            bottom++;
        }
        return (double) (bottom - top + 1) / HEIGHT;
    }

    /** Whether a row has ink among the digits, and not nearly all along, as a rule has. */
    private static boolean isDigits(boolean[] ink, int width, int inner, int y) {
        int among = 0;
        int all = 0;
        for (int x = 0; x < width; x++) {
            if (ink[y * width + x]) {
                all++;
                among += x >= BESIDE && x < BESIDE + inner ? 1 : 0;
            }
        }
        return among > 0 && all < 0.6 * width;
    }
}
