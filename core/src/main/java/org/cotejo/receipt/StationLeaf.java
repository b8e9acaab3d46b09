package org.cotejo.receipt;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.CanonicalReader;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.base.Check;
import org.cotejo.crypto.Hash;
import org.cotejo.definition.StationCode;
import org.cotejo.merkle.TreeHash;

/**
 * One station of the tree: every entry of the log that holds figures of it, copies and announced results alike. None is an answer too.
 *
 * @param copies in the order of the log
 */
public record StationLeaf(StationCode station, List<Copy> copies) {
    private static final int VERSION = 1;

    /** Of a leaf that is read from a code: more than fit on paper. */
    private static final int COPIES_MOST = 100;

    private static final int CODE_BYTES_MOST = 240;

    /**
     * An entry of figures.
     *
     * @param entry its index in the log
     * @param leaf its hash in the log's tree
     */
    public record Copy(long entry, Hash leaf) {
        public Copy {
            Check.that(entry >= 0, "entry %d", entry);
        }
    }

    public StationLeaf {
        copies = List.copyOf(copies);
        for (int i = 1; i < copies.size(); i++) {
            Check.that(copies.get(i - 1).entry() < copies.get(i).entry(), "copies of %s are out of order", station);
        }
    }

    /** The bytes of the leaf. */
    public byte[] bytes() {
        CanonicalWriter to = new CanonicalWriter();
        to.octet(VERSION).text(station.value()).number(copies.size());
        for (Copy copy : copies) {
            to.number(copy.entry()).raw(copy.leaf().bytes(), 0, Hash.SIZE);
        }
        return to.toBytes();
    }

    /** Its hash in the station tree. */
    public Hash hash() {
        return new TreeHash().leaf(bytes());
    }

    /** Reads a leaf that something may follow. */
    static StationLeaf read(CanonicalReader from) {
        if (from.octet() != VERSION) {
            throw new CanonicalReader.Malformed("a leaf of another version");
        }
        StationCode station = new StationCode(from.text(CODE_BYTES_MOST));
        int count = from.count(COPIES_MOST, "copies");
        List<Copy> copies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            copies.add(new Copy(from.number(), new Hash(from.raw(Hash.SIZE))));
        }
        return new StationLeaf(station, copies);
    }
}
