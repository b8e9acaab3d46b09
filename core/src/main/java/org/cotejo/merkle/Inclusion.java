package org.cotejo.merkle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;

/** Proofs that a leaf is in a tree: made by RFC 9162, section 2.1.3.1, verified by the loop of section 2.1.3.2. */
public final class Inclusion {
    private Inclusion() {}

    /** The hashes beside the way from leaf {@code index} up to the root of the tree of {@code size} leaves. */
    public static List<Hash> prove(long index, long size, Subtrees tree) {
        TreeHash.checkSize(size);
        Check.that(index >= 0 && index < size, "leaf %d of %d", index, size);
        Ranges ranges = new Ranges(tree);
        List<Hash> fromTheRoot = new ArrayList<>();
        long start = 0;
        long end = size;
        while (end - start > 1) {
            long middle = start + Ranges.left(end - start);
            if (index < middle) {
                fromTheRoot.add(ranges.root(middle, end));
                end = middle;
            } else {
                fromTheRoot.add(ranges.root(start, middle));
                start = middle;
            }
        }
        Collections.reverse(fromTheRoot);
        return fromTheRoot;
    }

    /** The root to which a proof leads, whatever was claimed; refused where index, size and length can't belong together. */
    public static Result<Hash> root(long index, long size, Hash leaf, List<Hash> proof) {
        if (index < 0 || index >= size || size > TreeHash.SIZE_MOST) {
            return Result.refused(ProofProblem.INDEX.with(index, size));
        }
        TreeHash hash = new TreeHash();
        long fn = index;
        long sn = size - 1;
        Hash r = leaf;
        for (Hash p : proof) {
            if (sn == 0) {
                return Result.refused(ProofProblem.TOO_LONG.with());
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = hash.node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                r = hash.node(r, p);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        return sn == 0 ? Result.ok(r) : Result.refused(ProofProblem.TOO_SHORT.with());
    }

    /** The root, now proven to hold {@code leaf} as number {@code index} of {@code size}; else why the proof is refused. */
    public static Result<Hash> verify(long index, long size, Hash leaf, Hash root, List<Hash> proof) {
        return root(index, size, leaf, proof)
                .then(computed -> computed.equals(root)
                        ? Result.ok(root)
                        : Result.refused(ProofProblem.OTHER_ROOT.with(computed, root)));
    }
}
