package org.cotejo.capture.form;

import java.util.Comparator;
import java.util.List;
import org.cotejo.capture.print.PrintedLine;
import org.cotejo.capture.symbols.Point;
import org.cotejo.capture.symbols.Quad;

/** What stands on one line of a page beside a piece of print, along the direction of that piece. */
final class Row {
    private Row() {}

    /** How far a piece lies below the line of another, in heights of that other; below 0 above it. */
    static double below(PrintedLine anchor, PrintedLine other) {
        return (other.place().centre().y() - at(anchor, other.place().centre().x())) / anchor.height();
    }

    /** Where the middle of an anchor's line runs at a column. */
    static double at(PrintedLine anchor, double x) {
        return anchor.place().centre().y() + (x - anchor.place().centre().x()) * anchor.slope();
    }

    /** All pieces on the line of the anchor that end before it begins, from the left. */
    static List<PrintedLine> before(PrintedLine anchor, List<PrintedLine> lines) {
        return lines.stream()
                .filter(line -> !line.equals(anchor))
                .filter(line -> Math.abs(below(anchor, line)) < 0.5)
                .filter(line ->
                        line.place().centre().x() < anchor.left() && line.right() < anchor.left() + anchor.height())
                .sorted(Comparator.comparingDouble(PrintedLine::left))
                .toList();
    }

    /** A part of the anchor's line between two columns, {@code high} heights high. */
    static Quad part(PrintedLine anchor, double left, double right, double high) {
        double half = anchor.height() * high / 2;
        return new Quad(
                new Point(left, at(anchor, left) - half),
                new Point(right, at(anchor, right) - half),
                new Point(right, at(anchor, right) + half),
                new Point(left, at(anchor, left) + half));
    }
}
