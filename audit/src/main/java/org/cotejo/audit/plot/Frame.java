package org.cotejo.audit.plot;

/** The area of the marks: where values of the axes lie on the sheet, in pixels; y grows downward. */
record Frame(Axis xAxis, Axis yAxis, double left, double top, double right, double bottom) {
    double x(double value) {
        return left + xAxis.at(value) * (right - left);
    }

    double y(double value) {
        return bottom - yAxis.at(value) * (bottom - top);
    }

    /** As the argument of an SVG path: two coordinates. */
    String at(Point point) {
        return SvgText.at(x(point.x())) + " " + SvgText.at(y(point.y()));
    }
}
