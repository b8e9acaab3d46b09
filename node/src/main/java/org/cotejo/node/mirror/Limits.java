package org.cotejo.node.mirror;

import org.cotejo.base.Check;

/**
 * What a mirror gives at most, whatever a source asks for.
 *
 * @param bytesMost most bytes of a whole publication
 * @param entriesMost most entries of its log
 * @param filesMost most files that its manifest may list
 * @param lanes requests at a time
 */
public record Limits(long bytesMost, long entriesMost, int filesMost, int lanes) {
    /** 256 GiB, 100 million entries, a million files, eight requests at a time. */
    public static final Limits USUAL = new Limits(1L << 38, 100_000_000, 1_000_000, 8);

    public Limits {
        Check.that(bytesMost > 0 && entriesMost > 0 && filesMost > 0 && lanes > 0, "limits of nothing");
    }
}
