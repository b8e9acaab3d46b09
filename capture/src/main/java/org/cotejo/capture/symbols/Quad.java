package org.cotejo.capture.symbols;

import java.util.List;
import java.util.function.UnaryOperator;
import org.cotejo.base.Check;

/** The four corners of a symbol: upper left, upper right, lower right, lower left as the symbol sees itself. */
public record Quad(Point upperLeft, Point upperRight, Point lowerRight, Point lowerLeft) {
    /** A quad without its fourth corner, of which it is a parallelogram. */
    static Quad of(Point upperLeft, Point upperRight, Point lowerLeft) {
        Point fourth = new Point(
                upperRight.x() + lowerLeft.x() - upperLeft.x(), upperRight.y() + lowerLeft.y() - upperLeft.y());
        return new Quad(upperLeft, upperRight, fourth, lowerLeft);
    }

    /** All four, in the order of the components. */
    public List<Point> corners() {
        return List.of(upperLeft, upperRight, lowerRight, lowerLeft);
    }

    /** The quad that its corners become, each by itself. */
    public Quad mapped(UnaryOperator<Point> to) {
        return new Quad(to.apply(upperLeft), to.apply(upperRight), to.apply(lowerRight), to.apply(lowerLeft));
    }

    /** Length of its longest side, in pixels. */
    public double side() {
        List<Point> corners = corners();
        double longest = 0;
        for (int i = 0; i < corners.size(); i++) {
            longest = Math.max(longest, corners.get(i).distance(corners.get((i + 1) % corners.size())));
        }
        return longest;
    }

    public Point centre() {
        return new Point(
                (upperLeft.x() + upperRight.x() + lowerRight.x() + lowerLeft.x()) / 4,
                (upperLeft.y() + upperRight.y() + lowerRight.y() + lowerLeft.y()) / 4);
    }

    /** The upright box around it, {@code margin} pixels wider on each side. */
    Box box(double margin) {
        Check.that(margin >= 0, "margin %s", margin);
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Point corner : corners()) {
            left = Math.min(left, corner.x());
            top = Math.min(top, corner.y());
            right = Math.max(right, corner.x());
            bottom = Math.max(bottom, corner.y());
        }
        return new Box(left - margin, top - margin, right + margin, bottom + margin);
    }

    /** The same with its sides {@code factor} times as long about its centre. */
    Quad grown(double factor) {
        Point centre = centre();
        return mapped(corner -> centre.towards(corner, factor));
    }
}
