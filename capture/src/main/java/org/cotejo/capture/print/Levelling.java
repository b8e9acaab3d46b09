package org.cotejo.capture.print;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.symbols.Point;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * How a page lies: aslant, seen from the side, bowed. Long lines of print tell how far they fall at their places; a smooth surface
 * through that says it for every place, and along it the page is laid level, so that what stands beside each other on paper has one
 * height in the plane. Only moves pixels up and down, after one turn of the whole page. Lengths and places are in pixels, a fall is
 * pixels down for each to the right. Why and what it gained: docs/decisions/0015-print.md.
 */
public final class Levelling {
    /** What is so many times longer than high has a direction that can be trusted. */
    private static final double LONG_LEAST = 5;

    private static final int LINES_LEAST = 6;
    private static final int TERMS = 5;
    private static final int ROUNDS = 6;

    /** Falls that differ from the others by more than about this count little. */
    private static final double FALL_ODD = 0.012;

    /** How much evidence speaks for a level page beforehand, in lines. */
    private static final double FLAT = 0.05;

    /** A page whose lines leave their height by less than so many of their heights is level enough. */
    private static final double LEVEL_ENOUGH = 0.3;

    private static final int STEP = 16;
    private static final int PIXELS_MOST = 24_000_000;
    private static final double LARGER_MOST = 2.5;

    private final double midX;
    private final double midY;
    private final double cos;
    private final double sin;
    private final double half;
    private final double[] terms;
    private final int width;
    private final int height;
    private final int columns;
    private final int rows;
    /** Where the level lines run, every {@link #STEP} pixels both ways, in the turned page. */
    private final float[] runs;

    private Levelling(int pageWidth, int pageHeight, double angle, double[] terms) {
        this.midX = pageWidth / 2.0;
        this.midY = pageHeight / 2.0;
        this.cos = Math.cos(angle);
        this.sin = Math.sin(angle);
        this.half = Math.hypot(pageWidth, pageHeight) / 2;
        this.terms = terms;
        this.width = (int) Math.ceil(Math.abs(pageWidth * cos) + Math.abs(pageHeight * sin));
        this.height = (int) Math.ceil(Math.abs(pageHeight * cos) + Math.abs(pageWidth * sin));
        this.columns = width / STEP + 2;
        this.rows = height / STEP + 2;
        this.runs = new float[columns * rows];
        for (int row = 0; row < rows; row++) {
            run(row);
        }
    }

    /** How an upright page is laid level by its lines; empty where it is level, or its lines do not tell. */
    static Optional<Levelling> of(Grey page, List<Hull.Rectangle> lines) {
        List<Hull.Rectangle> lasting = lines.stream()
                .filter(line -> line.length() >= LONG_LEAST * line.height() && Math.abs(line.angle()) < Math.PI / 4)
                .toList();
        if (lasting.size() < LINES_LEAST) {
            return Optional.empty();
        }
        double angle = median(lasting.stream().mapToDouble(Hull.Rectangle::angle));
        Levelling turned = new Levelling(page.width(), page.height(), angle, new double[TERMS]);
        long pixels = (long) turned.width * turned.height;
        if (pixels > Math.min(PIXELS_MOST, LARGER_MOST * page.width() * page.height())) {
            return Optional.empty();
        }
        Levelling level = new Levelling(page.width(), page.height(), angle, turned.fitted(lasting));
        double high = median(lasting.stream().mapToDouble(Hull.Rectangle::height));
        return level.unevenness(page) < LEVEL_ENOUGH * high ? Optional.empty() : Optional.of(level);
    }

    private static double median(java.util.stream.DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** The surface that the falls of the lines lie on, by least squares in which odd ones count ever less. */
    private double[] fitted(List<Hull.Rectangle> lines) {
        double[] fitted = new double[TERMS];
        for (int round = 0; round < ROUNDS; round++) {
            DMatrixRMaj squares = new DMatrixRMaj(TERMS, TERMS);
            DMatrixRMaj sums = new DMatrixRMaj(TERMS, 1);
            for (int i = 1; i < TERMS; i++) {
                squares.set(i, i, FLAT);
            }
            squares.set(0, 0, 1e-9);
            for (Hull.Rectangle line : lines) {
                Point at = turned(line.middle());
                double[] basis = basis(at.x(), at.y());
                double fall = Math.tan(line.angle() - Math.atan2(sin, cos));
                double odd = (fall - value(fitted, basis)) / FALL_ODD;
                double weight = round == 0 ? 1 : 1 / (1 + odd * odd);
                for (int i = 0; i < TERMS; i++) {
                    sums.add(i, 0, weight * basis[i] * fall);
                    for (int j = 0; j < TERMS; j++) {
                        squares.add(i, j, weight * basis[i] * basis[j]);
                    }
                }
            }
            DMatrixRMaj solved = new DMatrixRMaj(TERMS, 1);
            if (!CommonOps_DDRM.solve(squares, sums, solved)) {
                return fitted;
            }
            fitted = Arrays.copyOf(solved.getData(), TERMS);
        }
        return fitted;
    }

    private double[] basis(double x, double y) {
        double u = (x - width / 2.0) / half;
        double v = (y - height / 2.0) / half;
        return new double[] {1, u, v, u * v, u * u};
    }

    private static double value(double[] terms, double[] basis) {
        double value = 0;
        for (int i = 0; i < terms.length; i++) {
            value += terms[i] * basis[i];
        }
        return value;
    }

    private double fall(double x, double y) {
        return value(terms, basis(x, y));
    }

    /** Follows one level line from the middle of the page to both sides. */
    private void run(int row) {
        int middle = columns / 2;
        double y = row * (double) STEP;
        runs[row * columns + middle] = (float) y;
        for (int column = middle; column < columns - 1; column++) {
            double x = column * (double) STEP;
            double halfway = y + fall(x, y) * STEP / 2;
            y += fall(x + STEP / 2.0, halfway) * STEP;
            runs[row * columns + column + 1] = (float) y;
        }
        y = row * (double) STEP;
        for (int column = middle; column > 0; column--) {
            double x = column * (double) STEP;
            double halfway = y - fall(x, y) * STEP / 2;
            y -= fall(x - STEP / 2.0, halfway) * STEP;
            runs[row * columns + column - 1] = (float) y;
        }
    }

    /** How far a level line at most runs up or down across the page as it is. */
    private double unevenness(Grey page) {
        double most = Math.abs(sin) * page.width();
        for (int at = 0; at < runs.length; at++) {
            int row = at / columns;
            most = Math.max(most, Math.abs(runs[at] - row * (double) STEP));
        }
        return most;
    }

    /** A place of the page as one of the turned page. */
    private Point turned(Point page) {
        double x = page.x() - midX;
        double y = page.y() - midY;
        return new Point(x * cos + y * sin + width / 2.0, -x * sin + y * cos + height / 2.0);
    }

    /** Where in the page a place of the level plane lies; may be outside of it. */
    Point onPage(Point level) {
        double column = Math.clamp(level.x() / STEP, 0, columns - 1.001);
        double row = Math.clamp(level.y() / STEP, 0, rows - 1.001);
        int left = (int) column;
        int top = (int) row;
        int at = top * columns + left;
        double u = column - left;
        double v = row - top;
        double upper = runs[at] + (runs[at + 1] - runs[at]) * u;
        double lower = runs[at + columns] + (runs[at + columns + 1] - runs[at + columns]) * u;
        double x = level.x() - width / 2.0;
        double y = upper + (lower - upper) * v - height / 2.0;
        return new Point(x * cos - y * sin + midX, x * sin + y * cos + midY);
    }

    /** The page laid level; outside of the page its edge goes on. */
    Grey level(Grey page) {
        byte[] pixels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                Point from = onPage(new Point(x + 0.5, y + 0.5));
                pixels[y * width + x] = (byte) page.between(from.x(), from.y());
            }
        }
        return new Grey(width, height, pixels);
    }
}
