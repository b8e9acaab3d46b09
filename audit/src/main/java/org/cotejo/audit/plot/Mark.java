package org.cotejo.audit.plot;

import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.base.Sentence;
import org.jspecify.annotations.Nullable;

/** Something drawn in a chart; later ones lie above earlier ones. A label puts it into the legend; without one it is not there. */
public sealed interface Mark {
    /** The colour, which says what kind of thing it is. */
    Colour colour();

    /** What it is called in the legend; null if it is not to stand there. */
    @Nullable
    Sentence label();

    /** A line through points, in their order. */
    record Line(
            List<Point> points,
            Stroke stroke,
            Colour colour,
            @Nullable Sentence label) implements Mark {
        public Line {
            points = List.copyOf(points);
            Check.that(!points.isEmpty(), "a line without points");
        }
    }

    /** The area between two lines with the same places on the x axis. */
    record Band(
            List<Point> low,
            List<Point> high,
            Colour colour,
            @Nullable Sentence label) implements Mark {
        public Band {
            low = List.copyOf(low);
            high = List.copyOf(high);
            Check.that(!low.isEmpty() && low.size() == high.size(), "a band of %d and %d", low.size(), high.size());
            for (int i = 0; i < low.size(); i++) {
                Check.that(low.get(i).x() == high.get(i).x(), "a band whose edges differ in x at %d", i);
            }
        }
    }

    /** Single points. */
    record Points(
            List<Point> points,
            Shape shape,
            Colour colour,
            @Nullable Sentence label) implements Mark {
        public Points {
            points = List.copyOf(points);
        }
    }

    /** A straight line at one value, from edge to edge: across, or upright. */
    record Rule(
            double at,
            boolean isUpright,
            Stroke stroke,
            Colour colour,
            @Nullable Sentence label) implements Mark {
        public Rule {
            Check.that(Double.isFinite(at), "a rule at %s", at);
        }
    }

    /**
     * The cells of a heat map, each as wide and high as said, the darker the heavier.
     *
     * @param cells those that are not empty
     */
    record Cells(
            double width,
            double height,
            List<Cell> cells,
            Colour colour,
            @Nullable Sentence label) implements Mark {
        public Cells {
            cells = List.copyOf(cells);
            Check.that(width > 0 && height > 0, "cells of %s by %s", width, height);
        }
    }

    /**
     * One cell of a heat map.
     *
     * @param x its left edge
     * @param y its lower edge
     * @param weight how dark it is: above 0, at most 1
     */
    record Cell(double x, double y, double weight) {
        public Cell {
            Check.that(Double.isFinite(x) && Double.isFinite(y), "a cell at %s, %s", x, y);
            Check.that(weight > 0 && weight <= 1, "a cell of weight %s", weight);
        }
    }

    /** How a line is drawn. */
    enum Stroke {
        SOLID(""),
        DASHED("7 5"),
        DOTTED("2 4");

        private final String dashes;

        Stroke(String dashes) {
            this.dashes = dashes;
        }

        String dashes() {
            return dashes;
        }
    }

    /** What a point looks like. */
    enum Shape {
        DISC,
        RING,
        SQUARE,
        CROSS
    }
}
