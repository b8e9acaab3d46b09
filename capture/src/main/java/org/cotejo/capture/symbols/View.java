package org.cotejo.capture.symbols;

import org.cotejo.capture.picture.Grey;

/**
 * A part of a page as it is handed to a decoder.
 *
 * @param plane what the decoder sees
 * @param left where its left edge lies in the page
 * @param factor pixels of the plane for one of the page
 */
record View(Grey plane, double left, double top, double factor) {
    static View whole(Grey page) {
        return new View(page, 0, 0, 1);
    }

    View half() {
        return new View(Planes.half(plane), left, top, factor / 2);
    }

    View enlarged(double times) {
        return new View(Planes.enlarged(plane, times), left, top, factor * times);
    }

    /** The same part, prepared otherwise. */
    View with(Grey prepared) {
        return new View(prepared, left, top, factor);
    }

    /** A part of a page. */
    static View part(Grey page, Box box) {
        int x = (int) Math.clamp(Math.floor(box.left()), 0, page.width() - 1.0);
        int y = (int) Math.clamp(Math.floor(box.top()), 0, page.height() - 1.0);
        int wide = (int) Math.ceil(box.right()) - x;
        int high = (int) Math.ceil(box.bottom()) - y;
        return new View(page.crop(x, y, Math.max(1, wide), Math.max(1, high)), x, y, 1);
    }

    /** A place in the page as one of the plane. */
    Quad inPlane(Quad quad) {
        return quad.mapped(this::inPlane);
    }

    private Point inPlane(Point point) {
        return new Point((point.x() - left) * factor, (point.y() - top) * factor);
    }

    /** A place in the plane as one of the page. */
    Quad onPage(Quad quad) {
        return quad.mapped(this::onPage);
    }

    private Point onPage(Point point) {
        return new Point(left + point.x() / factor, top + point.y() / factor);
    }
}
