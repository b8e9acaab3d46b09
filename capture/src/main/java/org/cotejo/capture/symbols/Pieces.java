package org.cotejo.capture.symbols;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.capture.picture.Grey;

/** Cuts a large page into views that overlap, so that a decoder needs a bounded memory for each. */
final class Pieces {
    /** Most views of a page; what lies beyond them was looked at by the other decoder. */
    private static final int MOST = 60;

    private Pieces() {}

    /** The page whole if it is small enough; else in half its size where that will do; else in pieces. */
    static List<View> of(Grey page, long pixelsMost, boolean mayHalve) {
        View whole = View.whole(page);
        long pixels = (long) page.width() * page.height();
        if (pixels <= pixelsMost) {
            return List.of(whole);
        }
        if (mayHalve && pixels <= 4 * pixelsMost) {
            return List.of(whole.half());
        }
        int side = (int) Math.sqrt((double) pixelsMost);
        int wide = page.height() > page.width()
                ? Math.min(page.width(), side)
                : (int) Math.min(page.width(), pixelsMost / Math.min(side, page.height()));
        int high = (int) Math.min(page.height(), pixelsMost / wide);
        List<View> views = new ArrayList<>();
        int across = Math.max(1, wide * 2 / 3);
        int down = Math.max(1, high * 2 / 3);
        for (int y = 0; y == 0 || y + high - down < page.height(); y += down) {
            for (int x = 0; (x == 0 || x + wide - across < page.width()) && views.size() < MOST; x += across) {
                views.add(View.part(page, new Box(x, y, x + (double) wide, y + (double) high)));
            }
        }
        return views;
    }
}
