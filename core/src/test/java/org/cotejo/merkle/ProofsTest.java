package org.cotejo.merkle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.junit.jupiter.api.Test;

/** Every proof of every tree up to 100 leaves, each of its hashes changed in turn, and each figure that was claimed too. */
class ProofsTest {
    private static final int MOST = 100;
    private static final WholeTree TREE = TreeTest.tree(MOST);
    private static final List<byte[]> ENTRIES = TreeTest.entries(MOST);

    @Test
    void everyInclusionProofHoldsAndNothingElseDoes() {
        for (int size = 1; size <= MOST; size++) {
            Hash root = TREE.root(size);
            for (int index = 0; index < size; index++) {
                long i = index;
                long n = size;
                Hash leaf = TREE.hash(0, index);
                List<Hash> proof = Inclusion.prove(i, n, TREE);
                assertEquals(NaiveTree.path(index, ENTRIES.subList(0, size)), proof);
                assertEquals(Result.ok(root), Inclusion.verify(i, n, leaf, root, proof));
                refusesEveryChange(proof, changed -> Inclusion.verify(i, n, leaf, root, changed));
                assertRefused("PROOF-104", Inclusion.verify(i, n, flipped(leaf), root, proof));
                assertRefused("PROOF-104", Inclusion.verify(i, n, leaf, flipped(root), proof));
                assertRefused("PROOF-10[1-4]", Inclusion.verify(i + 1, n, leaf, root, proof));
                assertRefused("PROOF-10[1-4]", Inclusion.verify(i - 1, n, leaf, root, proof));
                assertRefused("PROOF-101", Inclusion.verify(i + n, n, leaf, root, proof));
            }
        }
    }

    @Test
    void everyConsistencyProofHoldsAndNothingElseDoes() {
        for (int size = 1; size <= MOST; size++) {
            Hash root = TREE.root(size);
            for (int older = 1; older <= size; older++) {
                long m = older;
                long n = size;
                Hash before = TREE.root(older);
                List<Hash> proof = Consistency.prove(m, n, TREE);
                assertEquals(NaiveTree.subproof(0, older, ENTRIES.subList(0, size), true), proof);
                assertEquals(Result.ok(root), Consistency.verify(m, n, before, root, proof));
                refusesEveryChange(proof, changed -> Consistency.verify(m, n, before, root, changed));
                assertRefused("PROOF-10[2-5]", Consistency.verify(m, n, flipped(before), root, proof));
                assertRefused("PROOF-104", Consistency.verify(m, n, before, flipped(root), proof));
                assertRefused("PROOF-10[2-5]", Consistency.verify(m + 1, n, before, root, proof));
                assertRefused("PROOF-10[2-5]", Consistency.verify(m - 1, n, before, root, proof));
            }
        }
    }

    @Test
    void everySubtreeProofHoldsAndNothingElseDoes() {
        for (int size = 1; size <= 66; size++) {
            Hash root = TREE.root(size);
            for (int start = 0; start < size; start++) {
                for (int end = start + 1; end <= size; end++) {
                    if (SubtreeConsistency.isSubtree(start, end)) {
                        checkSubtree(start, end, size, root);
                    }
                }
            }
        }
    }

    private static void checkSubtree(int start, int end, int size, Hash root) {
        Hash subtree = TREE.root(start, end);
        List<Hash> proof = SubtreeConsistency.prove(start, end, size, TREE);
        assertEquals(NaiveTree.subproof(start, end, ENTRIES.subList(0, size), true), proof);
        assertEquals(Result.ok(root), SubtreeConsistency.verify(start, end, size, subtree, root, proof));
        refusesEveryChange(proof, changed -> SubtreeConsistency.verify(start, end, size, subtree, root, changed));
        assertRefused("PROOF-104", SubtreeConsistency.verify(start, end, size, flipped(subtree), root, proof));
        assertRefused("PROOF-104", SubtreeConsistency.verify(start, end, size, subtree, flipped(root), proof));
    }

    /** For a stretch from leaf 0 both kinds of proof are the same, and both verifiers must say the same of any. */
    @Test
    void bothVerifiersSayTheSameOfAnyProofFromTheFirstLeaf() {
        for (int size = 2; size <= 40; size++) {
            for (int older = 1; older < size; older++) {
                List<Hash> proof = Consistency.prove(older, size, TREE);
                for (int claimed = 1; claimed < MOST; claimed++) {
                    Result<Hash> one = Consistency.verify(older, claimed, TREE.root(older), TREE.root(size), proof);
                    Result<Hash> other =
                            SubtreeConsistency.verify(0, older, claimed, TREE.root(older), TREE.root(size), proof);
                    assertEquals(one instanceof Result.Ok<Hash>, other instanceof Result.Ok<Hash>);
                    // A size that the proof can't tell from the true one exists: the root fixes it, not the proof
                    // alone.
                }
            }
        }
    }

    @Test
    void sizesThatCannotBeAreRefusedAndNeverLoop() {
        Hash hash = TreeHash.EMPTY;
        List<Hash> proof = List.of(hash, hash);
        for (long odd : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, TreeHash.SIZE_MOST + 1}) {
            assertRefused("PROOF-101", Inclusion.verify(odd, 8, hash, hash, proof));
            assertRefused("PROOF-10[13]", Inclusion.verify(3, odd, hash, hash, proof));
            assertRefused("PROOF-105", Consistency.verify(odd, 8, hash, hash, proof));
            assertRefused("PROOF-10[35]", Consistency.verify(3, odd, hash, hash, proof));
            assertRefused("PROOF-106", SubtreeConsistency.verify(odd, 8, 9, hash, hash, proof));
            assertRefused("PROOF-106", SubtreeConsistency.verify(0, odd, 9, hash, hash, proof));
            assertRefused("PROOF-10[36]", SubtreeConsistency.verify(0, 8, odd, hash, hash, proof));
        }
        assertRefused("PROOF-105", Consistency.verify(0, 0, hash, hash, List.of()));
        assertRefused("PROOF-105", Consistency.verify(0, 8, hash, hash, List.of()));
        assertRefused("PROOF-105", Consistency.verify(8, 7, hash, hash, List.of()));
        assertRefused("PROOF-101", Inclusion.verify(0, 0, hash, hash, List.of()));
    }

    @Test
    void anEmptyStretchIsInEveryTreeAndNeedsNoProof() {
        Hash root = TREE.root(5);
        assertEquals(Result.ok(root), SubtreeConsistency.verify(2, 2, 5, TreeHash.EMPTY, root, List.of()));
        assertRefused("PROOF-104", SubtreeConsistency.verify(2, 2, 5, root, root, List.of()));
        assertRefused("PROOF-102", SubtreeConsistency.verify(2, 2, 5, TreeHash.EMPTY, root, List.of(root)));
    }

    @Test
    void aStretchThatIsNoSubtreeIsRefused() {
        Hash hash = TreeHash.EMPTY;
        for (long[] stretch : new long[][] {{1, 3}, {2, 5}, {2, 6}, {1, 15}, {4, 3}, {3, 100}}) {
            assertRefused("PROOF-106", SubtreeConsistency.verify(stretch[0], stretch[1], 50, hash, hash, List.of()));
        }
    }

    @Test
    void theLargestTreesAreProvenToo() {
        Subtrees uniform = new Uniform();
        long size = TreeHash.SIZE_MOST;
        for (long index : new long[] {0, 1, size / 2, size - 2, size - 1}) {
            List<Hash> proof = Inclusion.prove(index, size, uniform);
            assertEquals(40, proof.size());
            Hash root = uniform.hash(40, 0);
            assertEquals(Result.ok(root), Inclusion.verify(index, size, uniform.hash(0, 0), root, proof));
        }
        long older = size - 1;
        List<Hash> proof = Consistency.prove(older, size, uniform);
        Hash before = new Ranges(uniform).root(0, older);
        assertEquals(
                Result.ok(uniform.hash(40, 0)), Consistency.verify(older, size, before, uniform.hash(40, 0), proof));
    }

    /** A tree all of whose leaves are alike. */
    private static final class Uniform implements Subtrees {
        private final List<Hash> levels = new ArrayList<>();

        Uniform() {
            TreeHash hash = new TreeHash();
            levels.add(hash.leaf(new byte[0]));
            for (int level = 0; level < 40; level++) {
                levels.add(hash.node(levels.get(level), levels.get(level)));
            }
        }

        @Override
        public Hash hash(int level, long index) {
            return levels.get(level);
        }
    }

    private static void refusesEveryChange(List<Hash> proof, Function<List<Hash>, Result<Hash>> verify) {
        for (int i = 0; i < proof.size(); i++) {
            List<Hash> changed = new ArrayList<>(proof);
            changed.set(i, flipped(proof.get(i)));
            assertRefused("PROOF-104", verify.apply(changed));
            changed.remove(i);
            assertRefused("PROOF-10[34]", verify.apply(changed));
        }
        for (Hash more : List.of(TREE.hash(0, 0), TreeHash.EMPTY)) {
            List<Hash> longer = new ArrayList<>(proof);
            longer.add(more);
            assertRefused("PROOF-10[24]", verify.apply(longer));
            longer = new ArrayList<>(proof);
            longer.addFirst(more);
            assertRefused("PROOF-10[24]", verify.apply(longer));
        }
    }

    private static Hash flipped(Hash hash) {
        byte[] bytes = hash.bytes();
        bytes[bytes[0] & 31] ^= (byte) (1 << (bytes[1] & 7));
        return new Hash(bytes);
    }

    private static void assertRefused(String code, Result<Hash> result) {
        switch (result) {
            case Result.Ok<Hash> _ -> fail("taken as true");
            case Result.Refused<Hash>(Problem problem) ->
                assertEquals(true, problem.code().matches(code), problem::toString);
        }
    }
}
