package org.cotejo.capture.print;

import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.capture.symbols.Quad;

/**
 * A line of print, or a part of one that stands by itself.
 *
 * @param place in the upright plane of its page; upper left is where the reading begins
 * @param text as the network read it; empty where it saw a line and no letters
 * @param sure of each character of the text, 0 to 1: what the network thinks, which is no probability of being right
 */
public record PrintedLine(Quad place, String text, List<Double> sure) {
    private static final double LONG_LEAST = 5;

    public PrintedLine {
        sure = List.copyOf(sure);
        Check.that(text.length() == sure.size(), "%d characters, %d values", text.length(), sure.size());
    }

    /** Of the character of which it is least sure; 0 of a line without any. */
    public double least() {
        return sure.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }

    /** Left edge. */
    public double left() {
        return Math.min(place.upperLeft().x(), place.lowerLeft().x());
    }

    /** Right edge. */
    public double right() {
        return Math.max(place.upperRight().x(), place.lowerRight().x());
    }

    /** Height of the line, across its direction. */
    public double height() {
        return Math.min(
                place.upperLeft().distance(place.lowerLeft()), place.upperLeft().distance(place.upperRight()));
    }

    /** How far the line falls for each pixel to the right; 0 of one too short to say. */
    public double slope() {
        double wide = place.upperRight().x() - place.upperLeft().x();
        double fall = place.upperRight().y()
                + place.lowerRight().y()
                - place.upperLeft().y()
                - place.lowerLeft().y();
        return wide < LONG_LEAST * height() ? 0 : fall / 2 / wide;
    }
}
