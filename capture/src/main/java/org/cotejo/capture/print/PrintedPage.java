package org.cotejo.capture.print;

import java.util.List;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.symbols.Quad;

/**
 * The print of a page.
 *
 * @param upright the page as it is read, turned by quarters and laid level
 * @param way from there back to the page
 * @param lines from the top, those beside each other from the left
 */
public record PrintedPage(Grey upright, Way way, List<PrintedLine> lines) {
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
        return way.onPage(quad);
    }

    /** Whether all of a place in the upright plane was photographed: what was laid level has edges where the page had nothing. */
    public boolean isInside(Quad place) {
        return way.isInside(place);
    }
}
