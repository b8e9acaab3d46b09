package org.cotejo.capture.redaction;

import java.util.Optional;
import org.cotejo.base.CanonicalReader;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.covered.Area;
import org.cotejo.covered.LeafBody;
import org.cotejo.covered.Pixels;
import org.cotejo.covered.Tiles;
import org.cotejo.crypto.Hash;

/** What the leaves that are always covered hold beside their salt (docs/formats/redaction.md, section 1), and what a covered one turns out to be. */
final class CoveredBody {
    private CoveredBody() {}

    /** What was covered. */
    sealed interface Content {
        /** The file as it came. */
        record File(Hash hash) implements Content {}

        /** A text. */
        record Field(PrivateField field) implements Content {}

        /** A part of the picture; its pixels row by row. */
        record Tile(int tile, Pixels pixels) implements Content {}
    }

    static byte[] file(Hash hash) {
        return new CanonicalWriter()
                .octet(LeafBody.FILE)
                .raw(hash.bytes(), 0, Hash.SIZE)
                .toBytes();
    }

    static byte[] field(int index, PrivateField field) {
        return new CanonicalWriter()
                .octet(LeafBody.FIELD)
                .number(index)
                .octet(field.what().code())
                .text(field.text())
                .toBytes();
    }

    /** What a body says as the leaf of an index; nothing where it is no such leaf. */
    static Optional<Content> read(Tiles tiles, int fields, int index, byte[] body) {
        CanonicalReader reader = new CanonicalReader().over(body);
        try {
            int kind = reader.octetBelow(LeafBody.TILE + 1, "kind");
            Content content;
            if (index == LeafBody.FILE && kind == LeafBody.FILE) {
                content = new Content.File(new Hash(reader.raw(Hash.SIZE)));
            } else if (index >= LeafBody.FIRST_FIELD
                    && index < LeafBody.FIRST_FIELD + fields
                    && kind == LeafBody.FIELD) {
                boolean isThere = reader.number() == index - LeafBody.FIRST_FIELD;
                PrivateField.What what = PrivateField.What.read(reader);
                String text = reader.text(PrivateField.BYTES_MOST);
                if (!isThere || !PrivateField.isPossible(text)) {
                    return Optional.empty();
                }
                content = new Content.Field(new PrivateField(what, text));
            } else if (index >= LeafBody.FIRST_FIELD + fields && kind == LeafBody.TILE) {
                int tile = index - LeafBody.FIRST_FIELD - fields;
                if (tile >= tiles.count()
                        || reader.number() != tiles.column(tile)
                        || reader.number() != tiles.row(tile)) {
                    return Optional.empty();
                }
                Area area = tiles.area(tile);
                byte[] pixels = reader.raw(area.width() * area.height());
                content = new Content.Tile(tile, new Pixels(area.width(), area.height(), pixels));
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
