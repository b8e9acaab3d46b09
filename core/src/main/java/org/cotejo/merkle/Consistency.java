package org.cotejo.merkle;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;

/**
 * Proofs that a tree continues an older one: made by RFC 9162, section 2.1.4.1, verified by the loop of section 2.1.4.2.
 * Every tree continues the empty one, so there is nothing to prove and such a proof is refused: the caller settles that case.
 */
public final class Consistency {
    private Consistency() {}

    /** The hashes that show that the first {@code older} leaves of a tree of {@code size} leaves were its beginning. */
    public static List<Hash> prove(long older, long size, Subtrees tree) {
        Check.that(older > 0, "a proof from the empty tree says nothing");
        return SubtreeConsistency.prove(0, older, size, tree);
    }

    /** The newer root, now proven to continue the older tree; else why the proof is refused. */
    public static Result<Hash> verify(long older, long size, Hash olderRoot, Hash root, List<Hash> proof) {
        if (older <= 0 || older > size || size > TreeHash.SIZE_MOST) {
            return Result.refused(ProofProblem.SIZES.with(older, size));
        }
        if (older == size) {
            if (!proof.isEmpty()) {
                return Result.refused(ProofProblem.TOO_LONG.with());
            }
            return same(olderRoot, root);
        }
        if (proof.isEmpty()) {
            return Result.refused(ProofProblem.TOO_SHORT.with());
        }
        List<Hash> path = new ArrayList<>(proof);
        if (Long.bitCount(older) == 1) {
            path.addFirst(olderRoot);
        }
        long fn = older - 1;
        long sn = size - 1;
        while ((fn & 1) == 1) {
            fn >>>= 1;
            sn >>>= 1;
        }
        return walk(fn, sn, path, olderRoot, root);
    }

    private static Result<Hash> walk(long first, long second, List<Hash> path, Hash olderRoot, Hash root) {
        TreeHash hash = new TreeHash();
        long fn = first;
        long sn = second;
        Hash fr = path.getFirst();
        Hash sr = fr;
        for (Hash c : path.subList(1, path.size())) {
            if (sn == 0) {
                return Result.refused(ProofProblem.TOO_LONG.with());
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = hash.node(c, fr);
                sr = hash.node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                sr = hash.node(sr, c);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        if (sn != 0) {
            return Result.refused(ProofProblem.TOO_SHORT.with());
        }
        Hash newer = sr;
        return same(fr, olderRoot).then(_ -> same(newer, root));
    }

    static Result<Hash> same(Hash computed, Hash expected) {
        return computed.equals(expected)
                ? Result.ok(expected)
                : Result.refused(ProofProblem.OTHER_ROOT.with(computed, expected));
    }
}
