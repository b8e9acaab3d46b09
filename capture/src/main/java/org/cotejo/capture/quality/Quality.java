package org.cotejo.capture.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cotejo.base.Sentence;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.symbols.Point;
import org.cotejo.capture.symbols.Quad;
import org.cotejo.capture.symbols.Symbol;
import org.cotejo.capture.symbols.Symbols;

/**
 * Says what is wrong with a page, most telling first; nothing where all that looks like a code was read. Thresholds were set on the
 * photos of {@code bench/read.sh}.
 */
public final class Quality {
    /** Pixels a module from which on codes are read nearly always (shared measurements, docs/decisions/0011-capture.md). */
    private static final double MODULE_LEAST = 4;

    private static final double SHARP_LEAST = 0.22;
    private static final int BRIGHT_LEAST = 80;
    private static final int GLARE_MODULES = 8;
    private static final int EDGE_PIXELS = 3;
    private static final int STRIP = 3;
    private static final int INK_CONTRAST = 60;
    private static final int TILES = 8;

    private Quality() {}

    /** What is wrong with a page. */
    public static List<Remark> judge(int page, Grey plane, Symbols symbols) {
        List<Remark> remarks = new ArrayList<>();
        for (Symbol symbol : symbols.unread()) {
            remarks.addAll(unread(page, plane, symbol));
        }
        if (symbols.read().isEmpty() && symbols.unread().isEmpty()) {
            remarks.addAll(whole(page, plane));
        }
        return remarks;
    }

    private static List<Remark> unread(int page, Grey plane, Symbol symbol) {
        List<Remark> remarks = new ArrayList<>();
        Quad quad = symbol.place();
        Grey part = part(plane, quad);
        if (symbol.module() > 0 && symbol.module() < MODULE_LEAST) {
            add(remarks, Flaw.SMALL, page, plane, quad, String.format(Locale.ROOT, "%.1f", symbol.module()));
        }
        if (reachesEdge(plane, quad)) {
            add(remarks, Flaw.EDGE, page, plane, quad, "");
        }
        if (Sharpness.percentile(Sharpness.histogram(part), 90) < BRIGHT_LEAST) {
            add(remarks, Flaw.DARK, page, plane, quad, "");
        }
        if (Sharpness.glare(part) > GLARE_MODULES * Math.max(2, symbol.module())) {
            add(remarks, Flaw.GLARE, page, plane, quad, "");
        }
        if (Sharpness.of(part) < SHARP_LEAST) {
            add(remarks, Flaw.BLURRED, page, plane, quad, "");
        }
        if (remarks.isEmpty()) {
            add(remarks, Flaw.COVERED, page, plane, quad, "");
        }
        return remarks;
    }

    private static List<Remark> whole(int page, Grey plane) {
        List<Remark> remarks = new ArrayList<>();
        Quad all = box(0, 0, plane.width(), plane.height());
        if (Sharpness.percentile(Sharpness.histogram(plane), 90) < BRIGHT_LEAST) {
            add(remarks, Flaw.DARK, page, plane, all, "");
        }
        if (isBlurred(plane)) {
            add(remarks, Flaw.BLURRED, page, plane, all, "");
        }
        int edge = Math.max(2, plane.height() / 200);
        boolean isStrip = plane.height() > STRIP * plane.width();
        if (isStrip && hasInk(plane.crop(0, plane.height() - edge, plane.width(), edge))) {
            add(remarks, Flaw.CUT_OFF, page, plane, box(0, plane.height() - edge, plane.width(), edge), "");
        }
        add(remarks, Flaw.NO_CODE, page, plane, all, "");
        return remarks;
    }

    /** Whether the sharpest tile that has anything on it is blurred; a page with nothing on it is not. */
    private static boolean isBlurred(Grey plane) {
        double sharpest = 0;
        int wide = Math.max(8, plane.width() / TILES);
        int high = Math.max(8, plane.height() / TILES);
        for (int y = 0; y < plane.height(); y += high) {
            for (int x = 0; x < plane.width(); x += wide) {
                Grey tile = plane.crop(x, y, wide, high);
                if (hasInk(tile)) {
                    sharpest = Math.max(sharpest, Sharpness.of(tile));
                }
            }
        }
        return sharpest > 0 && sharpest < SHARP_LEAST;
    }

    /** Whether a stretch of the edge has dark and bright side by side, as print does. */
    private static boolean hasInk(Grey edge) {
        int[] histogram = Sharpness.histogram(edge);
        return Sharpness.percentile(histogram, 90) - Sharpness.percentile(histogram, 8) > INK_CONTRAST;
    }

    private static void add(List<Remark> to, Flaw flaw, int page, Grey plane, Quad quad, Object value) {
        to.add(new Remark(flaw, page, quad, flaw.at(place(plane, quad), value)));
    }

    /** Where in the page a place lies, in words. */
    private static Sentence place(Grey plane, Quad quad) {
        if (quad.side() > 0.8 * Math.max(plane.width(), plane.height())) {
            return new Sentence("all over", "por todas partes");
        }
        Point centre = quad.centre();
        int column = Math.clamp((int) (centre.x() * 3 / plane.width()), 0, 2);
        int row = Math.clamp((int) (centre.y() * 3 / plane.height()), 0, 2);
        String[] rowsEn = {"at the top", "in the middle", "at the bottom"};
        String[] rowsEs = {"arriba", "en el centro", "abajo"};
        String[] columnsEn = {" left", "", " right"};
        String[] columnsEs = {" a la izquierda", "", " a la derecha"};
        return new Sentence(rowsEn[row] + columnsEn[column], rowsEs[row] + columnsEs[column]);
    }

    private static boolean reachesEdge(Grey plane, Quad quad) {
        for (Point corner : quad.corners()) {
            if (corner.x() < EDGE_PIXELS
                    || corner.y() < EDGE_PIXELS
                    || corner.x() > plane.width() - EDGE_PIXELS
                    || corner.y() > plane.height() - EDGE_PIXELS) {
                return true;
            }
        }
        return false;
    }

    private static Grey part(Grey plane, Quad quad) {
        double half = quad.side() / 2;
        Point centre = quad.centre();
        return plane.crop(
                (int) (centre.x() - half), (int) (centre.y() - half), (int) quad.side() + 1, (int) quad.side() + 1);
    }

    private static Quad box(double left, double top, double wide, double high) {
        return new Quad(
                new Point(left, top),
                new Point(left + wide, top),
                new Point(left + wide, top + high),
                new Point(left, top + high));
    }
}
