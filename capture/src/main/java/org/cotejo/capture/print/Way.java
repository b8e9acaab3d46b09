package org.cotejo.capture.print;

import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.symbols.Point;
import org.cotejo.capture.symbols.Quad;
import org.jspecify.annotations.Nullable;

/**
 * The way back from the plane that is read to the page as it was handed in. Places are in pixels from the upper left corner of each.
 *
 * @param width of the page as it was handed in
 * @param quarters how often it was turned to the right by a quarter, 0 to 3
 * @param levelling how it was then laid level; null where it was not
 */
public record Way(
        int width, int height, int quarters, @Nullable Levelling levelling) {
    /** Of a page that is read as it is. */
    public static Way asItIs(Grey page) {
        return new Way(page.width(), page.height(), 0, null);
    }

    /** A place of the plane that is read as one of the page. */
    public Quad onPage(Quad quad) {
        return quad.mapped(this::onPage);
    }

    private Point onPage(Point point) {
        Point upright = levelling == null ? point : levelling.onPage(point);
        return switch (quarters) {
            case 1 -> new Point(upright.y(), height - upright.x());
            case 2 -> new Point(width - upright.x(), height - upright.y());
            case 3 -> new Point(width - upright.y(), upright.x());
            default -> upright;
        };
    }

    /** Whether all of a place of the plane that is read lies inside of the page, not at its edge. */
    boolean isInside(Quad place) {
        return onPage(place).corners().stream()
                .allMatch(corner ->
                        corner.x() > 1 && corner.y() > 1 && corner.x() < width - 1 && corner.y() < height - 1);
    }
}
