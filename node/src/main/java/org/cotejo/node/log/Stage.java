package org.cotejo.node.log;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.CanonicalReader;
import org.cotejo.base.CanonicalReader.Malformed;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.base.Check;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.tlog.TilePath;

/**
 * All that one batch adds to the public folder, in one piece: kept on the disk before the head that needs it is signed, so that it can be
 * written to the public folder as often as it takes.
 *
 * @param from entries before the batch
 * @param size entries with it
 * @param root root of the tree over them
 * @param files tiles and bundles, each whole
 */
record Stage(long from, long size, Hash root, List<File> files) {
    private static final String MARK = "cotejo stage 1";

    /** Far above what the bounded queue can make of a batch. */
    private static final int FILE_BYTES_MOST = 1 << 28;

    private static final int PATH_MOST = 200;

    /**
     * A file of the public folder: which tile or bundle, and what it holds, which nobody changes.
     */
    static final class File {
        private final TilePath path;
        private final byte[] bytes;

        File(TilePath path, byte[] bytes) {
            this.path = path;
            this.bytes = bytes;
        }

        TilePath path() {
            return path;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    Stage {
        Check.that(from >= 0 && size >= from, "a batch from %d to %d entries", from, size);
        files = List.copyOf(files);
    }

    /** Size and root: two stages of one name hold the same. */
    String name() {
        return name(size, root);
    }

    static String name(long size, Hash root) {
        return size + "-" + root.hex();
    }

    byte[] toBytes() {
        CanonicalWriter out = new CanonicalWriter();
        out.text(MARK).number(from).number(size).raw(root.bytes(), 0, Hash.SIZE).number(files.size());
        for (File file : files) {
            out.text(file.path().path()).bytes(file.bytes());
        }
        byte[] digest = new Sha256().add(out.array(), 0, out.size()).hash().bytes();
        return out.raw(digest, 0, Hash.SIZE).toBytes();
    }

    /** Reads a stage back; throws {@link Malformed} on anything that {@link #toBytes} did not write. */
    static Stage of(byte[] bytes) {
        int length = bytes.length - Hash.SIZE;
        if (length < 0 || !new Sha256().add(bytes, 0, length).hash().equals(Hash.at(bytes, length))) {
            throw new Malformed("its bytes do not have the hash at their end");
        }
        CanonicalReader in = new CanonicalReader().over(bytes, 0, length);
        if (!in.text(MARK.length()).equals(MARK)) {
            throw new Malformed("it is of another version");
        }
        long from = in.number();
        long size = in.number();
        Hash root = new Hash(in.raw(Hash.SIZE));
        List<File> files = new ArrayList<>();
        long count = in.number();
        for (long i = 0; i < count; i++) {
            files.add(new File(path(in.text(PATH_MOST)), in.bytes(FILE_BYTES_MOST)));
        }
        in.atEnd();
        if (size < from) {
            throw new Malformed("it takes entries away");
        }
        return new Stage(from, size, root, files);
    }

    /** A stage is only ever read back from the folder of the keys, but no path in it may lead anywhere else. */
    private static TilePath path(String text) {
        return switch (TilePath.parse(text)) {
            case Result.Ok<TilePath>(TilePath path) -> path;
            case Result.Refused<TilePath> _ -> throw new Malformed("it names a file that is no tile");
        };
    }
}
