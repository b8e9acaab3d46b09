package org.cotejo.covered;

import java.util.BitSet;
import org.cotejo.base.Check;

/** A picture cut into tiles, numbered row by row from the upper left corner (docs/formats/redaction.md, section 1). */
public record Tiles(int width, int height) {
    /** Pixels on a side of a tile. */
    public static final int SIDE = 64;

    /** Pixels of a picture: what a decoder gives without leaving some out. */
    public static final int PIXELS_MOST = 40_000_000;

    /** Pixels on a side of a picture. */
    public static final int SIDE_MOST = 100_000;

    /** JPEG spreads what it holds over blocks of so many pixels. */
    public static final int MARGIN = 8;

    public Tiles {
        Check.that(isPossible(width, height), "%d x %d pixels", width, height);
    }

    /** Whether a picture may have this size. */
    public static boolean isPossible(long width, long height) {
        return width >= 1 && height >= 1 && width <= SIDE_MOST && height <= SIDE_MOST && width * height <= PIXELS_MOST;
    }

    int columns() {
        return (width + SIDE - 1) / SIDE;
    }

    int rows() {
        return (height + SIDE - 1) / SIDE;
    }

    /** How many there are. */
    public int count() {
        return columns() * rows();
    }

    /** In which column a tile stands, from 0. */
    public int column(int tile) {
        return tile % columns();
    }

    /** In which row a tile stands, from 0. */
    public int row(int tile) {
        return tile / columns();
    }

    /** Where a tile lies. */
    public Area area(int tile) {
        int left = column(tile) * SIDE;
        int top = row(tile) * SIDE;
        return new Area(left, top, Math.min(SIDE, width - left), Math.min(SIDE, height - top));
    }

    /** Whether an area lies in the picture. */
    public boolean holds(Area area) {
        return area.right() <= width && area.bottom() <= height;
    }

    /** The tiles that an area touches after it was made larger by {@code margin} on each side. */
    public BitSet touched(Area area, int margin) {
        BitSet tiles = new BitSet(count());
        int right = Math.min(columns() - 1, (area.right() + margin - 1) / SIDE);
        int bottom = Math.min(rows() - 1, (area.bottom() + margin - 1) / SIDE);
        for (int row = Math.max(0, area.y() - margin) / SIDE; row <= bottom; row++) {
            for (int column = Math.max(0, area.x() - margin) / SIDE; column <= right; column++) {
                tiles.set(row * columns() + column);
            }
        }
        return tiles;
    }

    /** The pixels of a tile, row by row. */
    public byte[] pixels(int tile, Pixels page) {
        Area area = area(tile);
        byte[] pixels = new byte[area.width() * area.height()];
        for (int y = 0; y < area.height(); y++) {
            System.arraycopy(page.values(), (area.y() + y) * width + area.x(), pixels, y * area.width(), area.width());
        }
        return pixels;
    }

    /** Puts pixels where a tile lies in a plane's array. */
    public void put(int tile, byte[] pixels, byte[] plane) {
        Area area = area(tile);
        for (int y = 0; y < area.height(); y++) {
            System.arraycopy(pixels, y * area.width(), plane, (area.y() + y) * width + area.x(), area.width());
        }
    }
}
