package org.cotejo.capture.symbols;

/** An upright box in a plane. */
record Box(double left, double top, double right, double bottom) {
    boolean holds(Point point) {
        return point.x() >= left && point.x() <= right && point.y() >= top && point.y() <= bottom;
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }
}
