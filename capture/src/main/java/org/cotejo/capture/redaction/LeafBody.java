package org.cotejo.capture.redaction;

import java.util.Optional;
import org.cotejo.base.CanonicalReader;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.capture.picture.Grey;
import org.cotejo.crypto.Hash;

/** What a leaf holds beside its salt (docs/formats/redaction.md, section 1), and what a covered one turns out to be. */
final class LeafBody {
    static final int HEADER = 0;
    static final int FILE = 1;
    static final int FIELD = 2;
    static final int TILE = 3;

    /** Where the first field stands. */
    static final int FIRST_FIELD = 2;

    static final String VERSION = "cotejo-redaction/1";

    private LeafBody() {}

    /** What was covered. */
    sealed interface Content {
        /** The file as it came. */
        record File(Hash hash) implements Content {}

        /** A text. */
        record Field(PrivateField field) implements Content {}

        /** A part of the picture; its pixels row by row. */
        record Tile(int tile, Grey pixels) implements Content {}
    }

    static byte[] header(Tiles tiles, int fields) {
        return new CanonicalWriter()
                .octet(HEADER)
                .text(VERSION)
                .number(tiles.width())
                .number(tiles.height())
                .number(Tiles.SIDE)
                .number(fields)
                .toBytes();
    }

    static byte[] file(Hash hash) {
        return new CanonicalWriter().octet(FILE).raw(hash.bytes(), 0, Hash.SIZE).toBytes();
    }

    static byte[] field(int index, PrivateField field) {
        return new CanonicalWriter()
                .octet(FIELD)
                .number(index)
                .octet(field.what().code())
                .text(field.text())
                .toBytes();
    }

    static byte[] tile(Tiles tiles, int tile, Grey page) {
        byte[] pixels = tiles.pixels(tile, page);
        return new CanonicalWriter()
                .octet(TILE)
                .number(tiles.column(tile))
                .number(tiles.row(tile))
                .raw(pixels, 0, pixels.length)
                .toBytes();
    }

    /** What a body says as the leaf of an index; nothing where it is no such leaf. */
    static Optional<Content> read(Tiles tiles, int fields, int index, byte[] body) {
        CanonicalReader reader = new CanonicalReader().over(body);
        try {
            int kind = reader.octetBelow(TILE + 1, "kind");
            Content content;
            if (index == FILE && kind == FILE) {
                content = new Content.File(new Hash(reader.raw(Hash.SIZE)));
            } else if (index >= FIRST_FIELD && index < FIRST_FIELD + fields && kind == FIELD) {
                boolean isThere = reader.number() == index - FIRST_FIELD;
                PrivateField.What what = PrivateField.What.read(reader);
                String text = reader.text(PrivateField.BYTES_MOST);
                if (!isThere || !PrivateField.isPossible(text)) {
                    return Optional.empty();
                }
                content = new Content.Field(new PrivateField(what, text));
            } else if (index >= FIRST_FIELD + fields && kind == TILE) {
                int tile = index - FIRST_FIELD - fields;
                if (tile >= tiles.count()
                        || reader.number() != tiles.column(tile)
                        || reader.number() != tiles.row(tile)) {
                    return Optional.empty();
                }
                Area area = tiles.area(tile);
                byte[] pixels = reader.raw(area.width() * area.height());
                content = new Content.Tile(tile, new Grey(area.width(), area.height(), pixels));
            } else {
                return Optional.empty();
            }
            reader.atEnd();
            return Optional.of(content);
        } catch (CanonicalReader.Malformed e) {
            return Optional.empty();
        }
    }
}
