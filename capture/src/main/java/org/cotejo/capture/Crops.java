package org.cotejo.capture;

import java.util.List;
import org.cotejo.capture.form.PrintedCell;
import org.cotejo.capture.form.PrintedForm;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.picture.Png;
import org.cotejo.capture.symbols.Point;
import org.cotejo.capture.symbols.Quad;

/** Cuts out the numbers that were not read twice alike, for people to type. */
public final class Crops {
    private static final double MARGIN = 0.4;

    private Crops() {}

    static void cut(List<Grey> pages, List<PrintedForm> forms, Extras to) {
        for (PrintedForm form : forms) {
            for (int i = 0; i < form.cells().size(); i++) {
                PrintedCell cell = form.cells().get(i);
                if (cell.state() != PrintedCell.State.AGREED) {
                    to.crop(name(cell, i), Png.of(cut(pages.get(cell.page()), cell.place())));
                }
            }
        }
    }

    /** What a cut-out is called: {@code index} is the cell's place in its form, from 0. */
    public static String name(PrintedCell cell, int index) {
        return "page-%d-line-%03d-%s"
                .formatted(cell.page() + 1, index + 1, cell.row().replace(' ', '-'));
    }

    private static Grey cut(Grey page, Quad place) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = 0;
        double bottom = 0;
        for (Point corner : place.corners()) {
            left = Math.min(left, corner.x());
            top = Math.min(top, corner.y());
            right = Math.max(right, corner.x());
            bottom = Math.max(bottom, corner.y());
        }
        double margin = MARGIN * Math.min(right - left, bottom - top);
        return page.crop((int) (left - margin), (int) (top - margin), (int) (right - left + 2 * margin), (int)
                (bottom - top + 2 * margin));
    }
}
