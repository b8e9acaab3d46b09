package org.cotejo.tlog;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.crypto.Hash;
import org.cotejo.merkle.RightEdge;
import org.cotejo.merkle.TreeHash;

/** The tiles at the right edge of a log that are not full, one a level, and the root over the whole log from them alone. */
final class Edge {
    private static final int BITS = 8;

    private final TreeHash hash = new TreeHash();
    private final List<HashTile> levels = new ArrayList<>();

    HashTile level(int level) {
        while (levels.size() <= level) {
            levels.add(new HashTile());
        }
        return levels.get(level);
    }

    int levels() {
        return levels.size();
    }

    TreeHash hash() {
        return hash;
    }

    /** The root over a log of {@code size} entries, whose edge this is. */
    Hash root(long size) {
        List<Hash> peaks = new ArrayList<>();
        for (int level = levels.size() - 1; level >= 0; level--) {
            HashTile tile = levels.get(level);
            int slot = 0;
            for (int bit = BITS - 1; bit >= 0; bit--) {
                if ((tile.width() >> bit & 1) == 1) {
                    peaks.add(tile.node(hash, slot, bit));
                    slot += 1 << bit;
                }
            }
        }
        return RightEdge.of(size, peaks).root();
    }
}
