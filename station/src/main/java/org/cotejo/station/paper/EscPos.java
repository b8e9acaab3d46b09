package org.cotejo.station.paper;

import java.io.ByteArrayOutputStream;

/**
 * A strip as ESC/POS: pictures in bands (GS v 0), white rows as paper feed (ESC J). Text is never sent as text: what is printed is
 * then the same, dot by dot, on every printer and in every script (docs/decisions/0010-paper.md).
 */
final class EscPos {
    private static final int ESC = 0x1b;
    private static final int GS = 0x1d;
    /** Rows of a band: even printers with a small memory take that. */
    private static final int BAND_ROWS = 96;
    /** White rows from which on paper is fed; more than a module of any code, so that none is ever divided. */
    private static final int FEED_ROWS = 24;

    private static final int FEED_MOST = 255;
    /** Rows from the head to the cutter. */
    private static final int TAIL_ROWS = 96;

    private EscPos() {}

    static byte[] of(Strip strip) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // Set up anew; no status on its own; one motion unit is one dot; from the left edge.
        put(out, ESC, '@', GS, 'a', 0, GS, 'P', 203, 203, ESC, 'a', 0);
        int y = 0;
        while (y < strip.height()) {
            int white = whiteRows(strip, y);
            if (white >= FEED_ROWS || white > 0 && y + white == strip.height()) {
                feed(out, white);
                y += white;
            } else {
                y += band(out, strip, y);
            }
        }
        feed(out, TAIL_ROWS);
        // Cuts after feeding no more; printers without a cutter ignore it.
        put(out, GS, 'V', 'B', 0);
        return out.toByteArray();
    }

    /** White rows from here on. */
    private static int whiteRows(Strip strip, int from) {
        int y = from;
        while (y < strip.height() && bytesUsed(strip.row(y)) == 0) {
            y++;
        }
        return y - from;
    }

    /** Bytes of a row up to the last one that is not white. */
    private static int bytesUsed(byte[] row) {
        int used = row.length;
        while (used > 0 && row[used - 1] == 0) {
            used--;
        }
        return used;
    }

    /** Sends rows as one picture, as wide as they need, up to the next long white stretch; gives how many. */
    private static int band(ByteArrayOutputStream out, Strip strip, int from) {
        int rows = 0;
        int bytes = 1;
        while (rows < BAND_ROWS && from + rows < strip.height()) {
            int white = whiteRows(strip, from + rows);
            if (white >= FEED_ROWS || white > 0 && from + rows + white == strip.height()) {
                break;
            }
            bytes = Math.max(bytes, bytesUsed(strip.row(from + rows)));
            rows++;
        }
        put(out, GS, 'v', '0', 0, bytes & 0xff, bytes >> Byte.SIZE, rows & 0xff, rows >> Byte.SIZE);
        for (int y = from; y < from + rows; y++) {
            out.write(strip.row(y), 0, bytes);
        }
        return rows;
    }

    private static void feed(ByteArrayOutputStream out, int rows) {
        for (int left = rows; left > 0; left -= FEED_MOST) {
            put(out, ESC, 'J', Math.min(left, FEED_MOST));
        }
    }

    private static void put(ByteArrayOutputStream out, int... bytes) {
        for (int one : bytes) {
            out.write(one);
        }
    }
}
