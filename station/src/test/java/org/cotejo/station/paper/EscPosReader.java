package org.cotejo.station.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * A printer that prints on a picture: reads the few ESC/POS commands that are sent, from Epson's description of them and not from the
 * code that sends them, and refuses all others.
 */
public final class EscPosReader {
    private final byte[] bytes;
    private final int width;
    private final List<boolean[]> rows = new ArrayList<>();
    private int at;
    private int cuts;
    private int bands;
    private int unitsAnInch;

    private EscPosReader(byte[] bytes, int width) {
        this.bytes = bytes;
        this.width = width;
    }

    /** What lies before the cutter, and how it came there. */
    public record Paper(List<boolean[]> rows, int cuts, int bands) {
        boolean isBlack(int x, int y) {
            return y < rows.size() && rows.get(y)[x];
        }
    }

    public static Paper read(byte[] bytes, int width) {
        EscPosReader reader = new EscPosReader(bytes, width);
        while (reader.at < bytes.length) {
            reader.command();
        }
        return new Paper(reader.rows, reader.cuts, reader.bands);
    }

    private int next() {
        return bytes[at++] & 0xff;
    }

    private void command() {
        int first = next();
        int second = next();
        switch (first << 8 | second) {
            case 0x1b40 -> unitsAnInch = 0;
            case 0x1b61 -> expect(next(), 0);
            case 0x1d61 -> expect(next(), 0);
            case 0x1d50 -> {
                next();
                unitsAnInch = next();
            }
            case 0x1b4a -> feed(next());
            case 0x1d76 -> band();
            case 0x1d56 -> {
                expect(next(), 'B');
                feed(next());
                cuts++;
            }
            case 0x1d72 -> expect(next(), 1);
            default -> throw new IllegalStateException("command %02x %02x at %d".formatted(first, second, at - 2));
        }
    }

    private static void expect(int found, int expected) {
        if (found != expected) {
            throw new IllegalStateException(found + " where " + expected + " was expected");
        }
    }

    private void feed(int units) {
        expect(unitsAnInch, 203);
        for (int i = 0; i < units; i++) {
            rows.add(new boolean[width]);
        }
    }

    private void band() {
        expect(next(), '0');
        expect(next(), 0);
        int across = next() | next() << 8;
        int down = next() | next() << 8;
        if (across * 8 > width || down < 1 || across < 1) {
            throw new IllegalStateException(across * 8 + " dots by " + down);
        }
        bands++;
        for (int y = 0; y < down; y++) {
            boolean[] row = new boolean[width];
            for (int x = 0; x < across * 8; x++) {
                row[x] = (bytes[at + x / 8] & 0x80 >> x % 8) != 0;
            }
            at += across;
            rows.add(row);
        }
    }
}
