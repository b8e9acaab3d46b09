package org.cotejo.capture.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotejo.capture.picture.Clumps;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.print.PrintedPage;
import org.cotejo.capture.symbols.Point;
import org.cotejo.capture.symbols.Quad;

/**
 * Rows of boxes side by side, one for each digit, on a page: pieces of ink that hang together and have straight lines above, below, at both
 * ends and between the boxes. What is written in them may touch the lines or leave them.
 */
final class DigitBoxes {
    private static final int BOXES_LEAST = 2;
    private static final int BOXES_MOST = 8;
    /** Pixels of a box that was laid straight, on a side. */
    static final int SIDE = 56;

    private static final int HIGH_LEAST = 14;
    private static final double LINE_LEAST = 0.72;
    private static final int REACH = 4;
    private static final int FOUND_MOST = 200;
    private static final int TILE = 32;
    private static final int DARKER = 24;

    private final PrintedPage page;
    private final Grey plane;

    private DigitBoxes(PrintedPage page) {
        this.page = page;
        this.plane = page.upright();
    }

    /**
     * A row of boxes.
     *
     * @param place of all boxes with their lines, in the upright page
     * @param boxes each laid straight
     */
    record Comb(Quad place, List<Grey> boxes) {
        Comb {
            boxes = List.copyOf(boxes);
        }
    }

    /** All rows of boxes of a page, from the top. */
    static List<Comb> find(PrintedPage page) {
        return new DigitBoxes(page).find();
    }

    private List<Comb> find() {
        boolean[] ink = ink();
        Clumps clumps = new Clumps(plane.width(), plane.height(), at -> ink[at]);
        List<Comb> combs = new ArrayList<>();
        while (combs.size() < FOUND_MOST && clumps.next()) {
            Corners corners = new Corners();
            clumps.gather(corners);
            comb(corners.quad()).ifPresent(combs::add);
        }
        return combs;
    }

    /** Outermost pixels along both diagonals: the corners of what has four straight sides, even if strokes leave it elsewhere. */
    private static final class Corners implements Clumps.Gatherer {
        private final int[] best = {Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE};
        private final Point[] points = new Point[4];

        @Override
        public void add(int x, int y) {
            take(0, x + y, best[0] > x + y, x, y);
            take(1, x - y, best[1] < x - y, x + 1, y);
            take(2, x + y, best[2] < x + y, x + 1, y + 1);
            take(3, x - y, best[3] > x - y, x, y + 1);
        }

        private void take(int corner, int value, boolean isBetter, int x, int y) {
            if (isBetter) {
                best[corner] = value;
                points[corner] = new Point(x, y);
            }
        }

        Quad quad() {
            return new Quad(points[0], points[1], points[2], points[3]);
        }
    }

    private Optional<Comb> comb(Quad quad) {
        double high =
                (quad.upperLeft().distance(quad.lowerLeft()) + quad.upperRight().distance(quad.lowerRight())) / 2;
        double wide =
                (quad.upperLeft().distance(quad.upperRight()) + quad.lowerLeft().distance(quad.lowerRight())) / 2;
        if (high < HIGH_LEAST || wide < 1.2 * high || wide > 1.4 * BOXES_MOST * high) {
            return Optional.empty();
        }
        int all = (int) Math.round(SIDE * wide / high);
        Grey straight = page.straight(quad, all, SIDE);
        int dark = limit(straight);
        if (!isLine(straight, dark, true, 0) || !isLine(straight, dark, true, SIDE - 1)) {
            return Optional.empty();
        }
        int count = 0;
        for (int boxes = BOXES_LEAST; boxes <= BOXES_MOST && count == 0; boxes++) {
            double side = (double) all / boxes;
            boolean isDivided = side > 0.55 * SIDE && side < 1.4 * SIDE;
            for (int i = 0; i <= boxes && isDivided; i++) {
                isDivided = isLine(straight, dark, false, (int) Math.round(i * side));
            }
            count = isDivided ? boxes : 0;
        }
        if (count == 0) {
            return Optional.empty();
        }
        List<Grey> boxes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int from = i * all / count;
            boxes.add(straight.crop(from, 0, (i + 1) * all / count - from, SIDE));
        }
        return Optional.of(new Comb(quad, boxes));
    }

    private static int limit(Grey straight) {
        int paper = straight.percentile(80);
        int dark = straight.percentile(3);
        return paper - Math.max(DARKER, (paper - dark) * 2 / 5);
    }

    /** Whether most of a row or column, or of one within reach that may lean a little, is dark. */
    private static boolean isLine(Grey straight, int dark, boolean isRow, int at) {
        int length = isRow ? straight.width() : straight.height();
        int across = isRow ? straight.height() : straight.width();
        int found = 0;
        for (int i = 0; i < length; i++) {
            boolean isDark = false;
            for (int near = Math.max(0, at - REACH); near <= Math.min(across - 1, at + REACH) && !isDark; near++) {
                isDark = (isRow ? straight.at(i, near) : straight.at(near, i)) < dark;
            }
            found += isDark ? 1 : 0;
        }
        return found >= LINE_LEAST * length;
    }

    /** What is darker than the paper around it. */
    private boolean[] ink() {
        int columns = (plane.width() + TILE - 1) / TILE;
        int rows = (plane.height() + TILE - 1) / TILE;
        byte[] tiles = new byte[columns * rows];
        for (int i = 0; i < tiles.length; i++) {
            tiles[i] = (byte) plane.crop(i % columns * TILE, i / columns * TILE, TILE, TILE)
                    .percentile(75);
        }
        Grey paper = new Grey(columns, rows, tiles);
        boolean[] ink = new boolean[plane.width() * plane.height()];
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                int white = paper.between((x + 0.5) / TILE, (y + 0.5) / TILE);
                ink[y * plane.width() + x] = plane.at(x, y) < white - Math.max(DARKER, white / 5);
            }
        }
        return ink;
    }
}
