package org.cotejo.capture.symbols;

import com.google.zxing.qrcode.decoder.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cotejo.capture.picture.Grey;

/**
 * Lays a code straight that is bent or seen aslant, where its three corner marks were found and nothing could be read. Between two
 * marks runs a line of modules that are dark and bright by turns: which bend and stretch make that line come out says how many modules
 * there are and how both sides run; the marks inside the code say the rest. Only moves pixels: what is dark is left to the decoders.
 * Lines and marks are those of ISO/IEC 18004; why and what it gained: docs/decisions/0011-capture.md.
 */
final class Unbent {
    private static final int MARK = 7;
    private static final int QUIET = 4;

    /** Pixels of a module in the straight plane. */
    static final int PIXELS = 6;

    private static final int MODULES_LEAST = 21;
    private static final int MODULES_MOST = 177;
    private static final int MODULES_STEP = 4;

    /** How far the number of modules may lie off what the marks' size says. */
    private static final double MODULES_OFF = 0.22;

    private static final int TRIES = 2;
    private static final double BEND_MOST = 6;
    private static final double BEND_STEP = 0.5;
    private static final double STRETCH_MOST = 0.16;
    private static final double STRETCH_STEP = 0.01;

    /** The score of both sides, in deviations of a score of as many modules by chance; the best of all tries is above 3 by chance too. */
    private static final double SCORE_LEAST = 3.6;

    private final Grey plane;
    private final Point origin;
    private final Point right;
    private final Point down;

    /** A plane that is evenly lit, and the centres of the marks: upper left, upper right, lower left. */
    private Unbent(Grey plane, Quad centres) {
        this.plane = plane;
        this.origin = centres.upperLeft();
        this.right = minus(centres.upperRight(), origin);
        this.down = minus(centres.lowerLeft(), origin);
    }

    private static Point minus(Point one, Point other) {
        return new Point(one.x() - other.x(), one.y() - other.y());
    }

    /** Straight planes of what may lie at a place of a plane, the likeliest first. */
    static List<Grey> of(Grey plane, Quad place, double module) {
        double across = Math.max(1, place.side() / Math.max(0.5, module));
        Grey even = Planes.even(Planes.smooth(plane, 1), 48);
        List<Fit> fits = new ArrayList<>();
        for (int modules = MODULES_LEAST; modules <= MODULES_MOST; modules += MODULES_STEP) {
            if (Math.abs(modules - across) <= Math.max(MODULES_STEP, MODULES_OFF * across)) {
                Quad centres = place.grown((across - MARK) / across);
                fits.add(new Unbent(even, centres).fit(modules));
            }
        }
        return fits.stream()
                .filter(fit -> fit.score() > SCORE_LEAST)
                .sorted(Comparator.comparingDouble(Fit::score).reversed())
                .limit(TRIES)
                .map(fit -> new Nodes(even, fit).straight(plane))
                .toList();
    }

    /** How one side runs from mark to mark: bent to its side by so many modules, its middle moved along by such a share. */
    private record Run(double bend, double stretch, double score) {}

    private Fit fit(int modules) {
        Run top = run(modules, true);
        Run left = run(modules, false);
        return new Fit(modules, origin, right, down, top, left);
    }

    private Run run(int modules, boolean isTop) {
        Run best = new Run(0, 0, -1);
        for (double bend = -BEND_MOST; bend <= BEND_MOST; bend += BEND_STEP) {
            for (double stretch = -STRETCH_MOST; stretch <= STRETCH_MOST; stretch += STRETCH_STEP) {
                double score = timing(modules, isTop, bend, stretch);
                if (score > best.score()) {
                    best = new Run(bend, stretch, score);
                }
            }
        }
        return best;
    }

    /** How well modules are dark and bright by turns along a side, -1 to 1. */
    private double timing(int modules, boolean isTop, double bend, double stretch) {
        Run none = new Run(0, 0, 0);
        Run run = new Run(bend, stretch, 0);
        Fit fit = new Fit(modules, origin, right, down, isTop ? run : none, isTop ? none : run);
        Match match = new Match();
        for (int i = MARK + 1; i <= modules - MARK - 2; i++) {
            Point point = isTop ? fit.at(i + 0.5, MARK - 0.5) : fit.at(MARK - 0.5, i + 0.5);
            match.add(plane.between(point.x(), point.y()), i % 2 == 0);
        }
        return match.score();
    }

    /** How far brightness goes with what should be dark and bright: the correlation of Pearson. */
    private static final class Match {
        private int count;
        private double sum;
        private double squares;
        private double signs;
        private double alike;

        void add(double brightness, boolean isDark) {
            int sign = isDark ? -1 : 1;
            count++;
            sum += brightness;
            squares += brightness * brightness;
            signs += sign;
            alike += sign * brightness;
        }

        /** -1 to 1; near 0 where all is of one brightness. */
        double score() {
            double mean = sum / count;
            double spread = Math.sqrt(Math.max(1, squares / count - mean * mean));
            return (alike - signs * mean) / (spread * Math.sqrt(count) * Math.sqrt(count - signs * signs / count));
        }
    }

    /** A grid laid over a plane; places are in modules from the code's upper left corner. */
    private record Fit(int modules, Point origin, Point right, Point down, Run top, Run left) {
        double score() {
            return Math.min(top.score(), left.score()) * Math.sqrt(modules - 2 * MARK - 2);
        }

        Point at(double column, double row) {
            double span = modules - MARK;
            double s = (column - MARK / 2.0) / span;
            double t = (row - MARK / 2.0) / span;
            double bow = 4 * s * (1 - s);
            double bowDown = 4 * t * (1 - t);
            double along = s + top.stretch() * bow;
            double below = t + left.stretch() * bowDown;
            double aside = below + top.bend() / span * bow;
            double across = along + left.bend() / span * bowDown;
            return new Point(
                    origin.x() + across * right.x() + aside * down.x(),
                    origin.y() + across * right.y() + aside * down.y());
        }
    }

    /** The marks inside a code, as far from where the fit has them as they were found, and everything between them moved alike. */
    private static final class Nodes {
        private static final double LIKE_LEAST = 0.5;
        private static final double REACH = 3.5;
        private static final double STEP = 0.5;

        private final Grey plane;
        private final Fit fit;
        private final int[] places;
        private final double[][] moveX;
        private final double[][] moveY;

        Nodes(Grey plane, Fit fit) {
            this.plane = plane;
            this.fit = fit;
            this.places = places(fit.modules());
            this.moveX = new double[places.length][places.length];
            this.moveY = new double[places.length][places.length];
            for (int sum = 0; sum <= 2 * (places.length - 1); sum++) {
                for (int row = Math.max(0, sum - places.length + 1); row <= Math.min(sum, places.length - 1); row++) {
                    find(row, sum - row);
                }
            }
        }

        /** Columns and rows, from 0, in which the standard puts marks; the first is that of the timing line. */
        private static int[] places(int modules) {
            int[] places =
                    Version.getVersionForNumber((modules - 17) / MODULES_STEP).getAlignmentPatternCenters();
            return places.length == 0 ? new int[] {MARK - 1, modules - MARK} : places;
        }

        private void find(int row, int column) {
            int last = places.length - 1;
            boolean isCorner = row == 0 && (column == 0 || column == last) || column == 0 && row == last;
            if (isCorner || fit.modules() == MODULES_LEAST) {
                return;
            }
            // Where its neighbours moved to is the best guess; those of the first line and column lie on the timing
            // lines.
            double guessX = 0;
            double guessY = 0;
            if (row > 0 && column > 0) {
                guessX = moveX[row - 1][column] + moveX[row][column - 1] - moveX[row - 1][column - 1];
                guessY = moveY[row - 1][column] + moveY[row][column - 1] - moveY[row - 1][column - 1];
            }
            double best = LIKE_LEAST;
            moveX[row][column] = guessX;
            moveY[row][column] = guessY;
            for (double dy = -REACH; dy <= REACH; dy += STEP) {
                for (double dx = -REACH; dx <= REACH; dx += STEP) {
                    double like =
                            like(places[column] + guessX + dx, places[row] + guessY + dy) - 0.02 * Math.hypot(dx, dy);
                    if (like > best) {
                        best = like;
                        moveX[row][column] = guessX + dx;
                        moveY[row][column] = guessY + dy;
                    }
                }
            }
        }

        /** How much a place looks like a mark: a dark module in a bright ring in a dark one; -1 to 1. */
        private double like(double column, double row) {
            Match match = new Match();
            for (int y = -2; y <= 2; y++) {
                for (int x = -2; x <= 2; x++) {
                    Point point = fit.at(column + x + 0.5, row + y + 0.5);
                    match.add(plane.between(point.x(), point.y()), Math.max(Math.abs(x), Math.abs(y)) != 1);
                }
            }
            return match.score();
        }

        Grey straight(Grey source) {
            int modules = fit.modules();
            int side = (modules + 2 * QUIET) * PIXELS;
            byte[] pixels = new byte[side * side];
            for (int y = 0; y < side; y++) {
                double row = (y + 0.5) / PIXELS - QUIET;
                for (int x = 0; x < side; x++) {
                    double column = (x + 0.5) / PIXELS - QUIET;
                    Point point = fit.at(column + between(moveX, column, row), row + between(moveY, column, row));
                    pixels[y * side + x] = (byte) source.between(point.x(), point.y());
                }
            }
            return new Grey(side, side, pixels);
        }

        /** How far a place is moved: between the four nodes around it, or beyond them as between the nearest. */
        private double between(double[][] moves, double column, double row) {
            int i = cell(column);
            int j = cell(row);
            double u = (column - 0.5 - places[i]) / (places[i + 1] - places[i]);
            double v = (row - 0.5 - places[j]) / (places[j + 1] - places[j]);
            double top = moves[j][i] + (moves[j][i + 1] - moves[j][i]) * u;
            double bottom = moves[j + 1][i] + (moves[j + 1][i + 1] - moves[j + 1][i]) * u;
            return top + (bottom - top) * v;
        }

        private int cell(double at) {
            int cell = 0;
            while (cell < places.length - 2 && at - 0.5 >= places[cell + 1]) {
                cell++;
            }
            return cell;
        }
    }
}
