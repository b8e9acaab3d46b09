package org.cotejo.node.log;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.CanonicalReader;
import org.cotejo.base.CanonicalReader.Malformed;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.base.Check;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;

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

    /**
     * A file of the public folder.
     *
     * @param path from the public folder, with slashes
     * @param bytes what it holds; nobody changes them
     */
    record File(String path, byte[] bytes) {
        private static final int PATH_MOST = 200;

        File {
            Check.that(isBelowTile(path), "'%s' is no place of a tile", path);
        }

        /** A stage is only ever read back from the folder of the keys, but no path in it may lead anywhere else. */
        static boolean isBelowTile(String path) {
            if (!path.startsWith("tile/") || path.length() > PATH_MOST) {
                return false;
            }
            for (String part : path.split("/", -1)) {
                if (part.isEmpty()
                        || part.startsWith(".")
                        || !part.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z')) {
                    return false;
                }
            }
            return true;
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
            out.text(file.path()).bytes(file.bytes());
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
            String path = in.text(File.PATH_MOST);
            if (!File.isBelowTile(path)) {
                throw new Malformed("it names a file that is no tile");
            }
            files.add(new File(path, in.bytes(FILE_BYTES_MOST)));
        }
        in.atEnd();
        if (size < from) {
            throw new Malformed("it takes entries away");
        }
        return new Stage(from, size, root, files);
    }
}
