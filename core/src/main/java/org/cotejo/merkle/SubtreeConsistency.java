package org.cotejo.merkle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;

/**
 * Proofs that a stretch of leaves, one that is a subtree, is in a tree with that root (C2SP tlog-cosignature and tlog-mirror;
 * the loops are those of draft-ietf-plants-merkle-tree-certs). A consistency proof is the case of a stretch from leaf 0.
 */
public final class SubtreeConsistency {
    private SubtreeConsistency() {}

    /** Whether leaves {@code start} to {@code end}, without the last, are a subtree: the start is a multiple of its full size. */
    public static boolean isSubtree(long start, long end) {
        return start >= 0 && start < end && end <= TreeHash.SIZE_MOST && start % full(end - start) == 0;
    }

    /** The smallest power of two that is not below the size. */
    private static long full(long size) {
        return size <= 1 ? 1 : Long.highestOneBit(size - 1) << 1;
    }

    /** The hashes that show that this subtree is in the tree of {@code size} leaves. */
    public static List<Hash> prove(long start, long end, long size, Subtrees tree) {
        Check.that(isSubtree(start, end) && end <= size, "leaves %d to %d of %d", start, end, size);
        TreeHash.checkSize(size);
        Ranges ranges = new Ranges(tree);
        List<Hash> fromTheRoot = new ArrayList<>();
        long low = 0;
        long high = size;
        // Down to where the stretch ends together with the part of the tree that holds it.
        while (high > end || low < start) {
            long middle = low + Ranges.left(high - low);
            if (end <= middle) {
                fromTheRoot.add(ranges.root(middle, high));
                high = middle;
            } else {
                fromTheRoot.add(ranges.root(low, middle));
                low = middle;
            }
        }
        if (low > start) {
            // The verifier can't compute the last part, since the subtree's hash is over more than that.
            fromTheRoot.add(ranges.root(low, high));
        }
        Collections.reverse(fromTheRoot);
        return fromTheRoot;
    }

    /**
     * The tree's root, now proven to hold the subtree with this hash; else why the proof is refused. An empty stretch is in
     * every tree, if its hash is {@link TreeHash#EMPTY} and nothing is brought as proof.
     */
    public static Result<Hash> verify(long start, long end, long size, Hash subtree, Hash root, List<Hash> proof) {
        if (start == end && start >= 0 && end <= size) {
            return proof.isEmpty()
                    ? Consistency.same(subtree, TreeHash.EMPTY).then(_ -> Result.ok(root))
                    : Result.refused(ProofProblem.TOO_LONG.with());
        }
        if (!isSubtree(start, end) || end > size || size > TreeHash.SIZE_MOST) {
            return Result.refused(ProofProblem.SUBTREE.with(start, end, size));
        }
        long fn = start;
        long sn = end - 1;
        long tn = size - 1;
        while (fn != sn && (sn == tn || (sn & 1) == 1)) {
            fn >>>= 1;
            sn >>>= 1;
            tn >>>= 1;
        }
        if (fn == sn) {
            return walk(new long[] {fn, sn, tn}, subtree, proof, subtree, root);
        }
        if (proof.isEmpty()) {
            return Result.refused(ProofProblem.TOO_SHORT.with());
        }
        return walk(new long[] {fn, sn, tn}, proof.getFirst(), proof.subList(1, proof.size()), subtree, root);
    }

    private static Result<Hash> walk(long[] at, Hash begin, List<Hash> proof, Hash subtree, Hash root) {
        TreeHash hash = new TreeHash();
        long fn = at[0];
        long sn = at[1];
        long tn = at[2];
        Hash fr = begin;
        Hash sr = begin;
        for (Hash p : proof) {
            if (tn == 0) {
                return Result.refused(ProofProblem.TOO_LONG.with());
            }
            if ((sn & 1) == 1 || sn == tn) {
                if (fn < sn) {
                    fr = hash.node(p, fr);
                }
                sr = hash.node(p, sr);
                while ((sn & 1) == 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                    tn >>>= 1;
                }
            } else {
                sr = hash.node(sr, p);
            }
            fn >>>= 1;
            sn >>>= 1;
            tn >>>= 1;
        }
        if (tn != 0) {
            return Result.refused(ProofProblem.TOO_SHORT.with());
        }
        Hash whole = sr;
        return Consistency.same(fr, subtree).then(_ -> Consistency.same(whole, root));
    }
}
