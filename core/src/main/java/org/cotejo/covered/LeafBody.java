package org.cotejo.covered;

import org.cotejo.base.CanonicalWriter;

/** What the leaves that may be seen hold beside their salt (docs/formats/redaction.md, section 1). */
public final class LeafBody {
    /** Octet of the kind, and place, of the leaf that states the sizes. */
    public static final int HEADER = 0;

    /** Octet of the kind, and place, of the leaf of the file as it came. */
    public static final int FILE = 1;

    /** Octet of the kind of a text. */
    public static final int FIELD = 2;

    /** Octet of the kind of a part of the picture. */
    public static final int TILE = 3;

    /** Where the first field stands. */
    public static final int FIRST_FIELD = 2;

    static final String VERSION = "cotejo-redaction/1";

    private LeafBody() {}

    /** The body of the header. */
    public static byte[] header(Tiles tiles, int fields) {
        return new CanonicalWriter()
                .octet(HEADER)
                .text(VERSION)
                .number(tiles.width())
                .number(tiles.height())
                .number(Tiles.SIDE)
                .number(fields)
                .toBytes();
    }

    /** The body of a tile. */
    public static byte[] tile(Tiles tiles, int tile, Pixels page) {
        byte[] pixels = tiles.pixels(tile, page);
        return new CanonicalWriter()
                .octet(TILE)
                .number(tiles.column(tile))
                .number(tiles.row(tile))
                .raw(pixels, 0, pixels.length)
                .toBytes();
    }
}
