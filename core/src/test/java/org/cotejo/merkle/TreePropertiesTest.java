package org.cotejo.merkle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;

/** What holds of every tree, beyond the sizes that are tried one by one. */
class TreePropertiesTest {
    private static final int MOST = 5_000;
    private static final WholeTree TREE = TreeTest.tree(MOST);

    @Property(tries = 300)
    void everyLeafIsProvenInEveryTreeThatHoldsIt(
            @ForAll @IntRange(min = 1, max = MOST) int size, @ForAll @IntRange(max = MOST - 1) int any) {
        long index = any % size;
        List<Hash> proof = Inclusion.prove(index, size, TREE);
        assertTrue(
                proof.size() <= Long.SIZE - Long.numberOfLeadingZeros(size),
                "a proof is no longer than the tree is deep");
        assertEquals(
                Result.ok(TREE.root(size)), Inclusion.verify(index, size, TREE.hash(0, index), TREE.root(size), proof));
    }

    @Property(tries = 300)
    void everyTreeContinuesEveryOlderOne(
            @ForAll @IntRange(min = 1, max = MOST) int size, @ForAll @IntRange(max = MOST - 1) int any) {
        long older = 1L + any % size;
        List<Hash> proof = Consistency.prove(older, size, TREE);
        assertEquals(
                Result.ok(TREE.root(size)), Consistency.verify(older, size, TREE.root(older), TREE.root(size), proof));
        if (older < size) {
            assertInstanceOf(
                    Result.Refused.class,
                    Consistency.verify(older, size, TREE.root(older - 1), TREE.root(size), proof));
        }
    }

    @Property(tries = 300)
    void everySubtreeIsProvenInEveryTreeThatHoldsIt(
            @ForAll @IntRange(min = 1, max = MOST) int size, @ForAll Random random) {
        int level = random.nextInt(Integer.SIZE - Integer.numberOfLeadingZeros(size));
        long start = ((long) random.nextInt(size) >>> level) << level;
        long end = Math.min(size, start + 1 + random.nextInt(1 << level));
        assertTrue(SubtreeConsistency.isSubtree(start, end), () -> start + " to " + end);
        List<Hash> proof = SubtreeConsistency.prove(start, end, size, TREE);
        Hash subtree = TREE.root(start, end);
        assertEquals(
                Result.ok(TREE.root(size)),
                SubtreeConsistency.verify(start, end, size, subtree, TREE.root(size), proof));
    }

    @Property(tries = 200)
    void theEdgeOfATreeIsTheSameHoweverItWasMade(@ForAll @IntRange(max = MOST) int size) {
        RightEdge grown = new RightEdge();
        for (int i = 0; i < size; i++) {
            grown.append(TREE.hash(0, i));
        }
        RightEdge read = RightEdge.of(size, TREE);
        assertEquals(grown.peaks(), read.peaks());
        assertEquals(TREE.root(size), grown.root());
        assertEquals(TREE.root(size), read.root());
        if (size < MOST) {
            read.append(TREE.hash(0, size));
            assertEquals(TREE.root(size + 1), read.root());
        }
    }

    /** Hashes that somebody thought up prove nothing, whatever is claimed of them. */
    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void anyHashesAreNoProof(@ForAll Random random) {
        List<Hash> proof = new ArrayList<>();
        for (int length = random.nextInt(20); length > 0; length--) {
            proof.add(TREE.hash(random.nextInt(4), random.nextInt(500)));
        }
        long size = 1L + random.nextInt(MOST);
        long index = random.nextInt((int) size);
        Hash leaf = TREE.hash(0, (index + 1) % MOST);
        Hash root = TREE.root(size);
        assertInstanceOf(Result.Refused.class, Inclusion.verify(index, size, leaf, root, proof));
        long older = 1L + random.nextInt((int) size);
        Hash other = new TreeHash().leaf(leaf.bytes());
        assertInstanceOf(Result.Refused.class, Consistency.verify(older, size, other, root, proof));
        assertInstanceOf(Result.Refused.class, SubtreeConsistency.verify(0, older, size, other, root, proof));
    }

    /** A proof never serves for another leaf, another place or another tree than its own. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void aProofServesForNothingElse(@ForAll Random random) {
        int size = 2 + random.nextInt(MOST - 1);
        int index = random.nextInt(size);
        int other = (index + 1 + random.nextInt(size - 1)) % size;
        List<Hash> proof = Inclusion.prove(index, size, TREE);
        assertInstanceOf(
                Result.Refused.class, Inclusion.verify(other, size, TREE.hash(0, index), TREE.root(size), proof));
        assertInstanceOf(
                Result.Refused.class, Inclusion.verify(index, size, TREE.hash(0, other), TREE.root(size), proof));
        assertInstanceOf(
                Result.Refused.class, Inclusion.verify(index, size, TREE.hash(0, index), TREE.root(size - 1), proof));
    }
}
