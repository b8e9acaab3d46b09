package org.cotejo.audit.plot;

import org.cotejo.base.Check;

/** A place in a chart, in the units of its axes; both are finite. */
public record Point(double x, double y) {
    public Point {
        Check.that(Double.isFinite(x) && Double.isFinite(y), "a point at %s, %s", x, y);
    }
}
