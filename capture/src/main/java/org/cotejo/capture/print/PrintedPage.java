package org.cotejo.capture.print;

import java.util.List;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.symbols.Point;
import org.cotejo.capture.symbols.Quad;

/**
 * The print of a page.
 *
 * @param upright the page as it is read, turned by quarters
 * @param quarters how often the page was turned to the right by a quarter, 0 to 3
 * @param lines from the top, those beside each other from the left
 */
public record PrintedPage(Grey upright, int quarters, List<PrintedLine> lines) {
    public PrintedPage {
        lines = List.copyOf(lines);
    }

    /** What lies at a place of the upright plane, laid straight into a plane of this size. */
    public Grey straight(Quad place, int wide, int high) {
        return straight(upright, place, wide, high);
    }

    /** What lies at a place of any plane, laid straight into a plane of this size. */
    public static Grey straight(Grey plane, Quad place, int wide, int high) {
        float[] values = Scaling.straight(plane, place, wide, high);
        byte[] pixels = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            pixels[i] = (byte) Math.clamp(Math.round(values[i]), 0, 255);
        }
        return new Grey(wide, high, pixels);
    }

    /** A place in the upright plane as one of the page as it was handed in. */
    public Quad onPage(Quad quad) {
        return new Quad(
                onPage(quad.upperLeft()),
                onPage(quad.upperRight()),
                onPage(quad.lowerRight()),
                onPage(quad.lowerLeft()));
    }

    private Point onPage(Point point) {
        return switch (quarters) {
            case 1 -> new Point(point.y(), upright.width() - point.x());
            case 2 -> new Point(upright.width() - point.x(), upright.height() - point.y());
            case 3 -> new Point(upright.height() - point.y(), point.x());
            default -> point;
        };
    }
}
