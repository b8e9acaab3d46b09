package org.cotejo.capture.symbols;

/** A place in a plane, in pixels from its upper left corner. */
public record Point(double x, double y) {
    /** How far it is to another. */
    public double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    /** The point at {@code share} of the way to another. */
    Point towards(Point other, double share) {
        return new Point(x + (other.x - x) * share, y + (other.y - y) * share);
    }
}
