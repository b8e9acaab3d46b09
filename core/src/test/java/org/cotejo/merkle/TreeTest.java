package org.cotejo.merkle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotejo.crypto.Hash;
import org.junit.jupiter.api.Test;

/** The fast trees against the one from the definitions, for every size up to 300. */
class TreeTest {
    private static final int MOST = 300;

    static List<byte[]> entries(int count) {
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(("entry " + i).getBytes(StandardCharsets.UTF_8));
        }
        return entries;
    }

    static WholeTree tree(int count) {
        WholeTree tree = new WholeTree();
        TreeHash hash = new TreeHash();
        entries(count).forEach(entry -> tree.append(hash.leaf(entry)));
        return tree;
    }

    @Test
    void theRootsAreThoseOfTheDefinition() {
        WholeTree whole = new WholeTree();
        RightEdge edge = new RightEdge();
        TreeHash hash = new TreeHash();
        List<byte[]> entries = entries(MOST);
        for (int size = 0; size < MOST; size++) {
            Hash expected = NaiveTree.root(entries.subList(0, size));
            assertEquals(expected, whole.root());
            assertEquals(expected, edge.root());
            assertEquals(size, whole.size());
            assertEquals(size, edge.size());
            assertEquals(expected, RightEdge.of(size, edge.peaks()).root());
            Hash leaf = hash.leaf(entries.get(size));
            whole.append(leaf);
            edge.append(leaf);
        }
        for (int size = 0; size < MOST; size++) {
            assertEquals(NaiveTree.root(entries.subList(0, size)), whole.root(size));
        }
    }

    @Test
    void hashesWrittenInPlaceAreTheSame() {
        TreeHash hash = new TreeHash();
        byte[] entry = {1, 2, 3, 4};
        byte[] to = new byte[100];
        hash.leaf(entry, 1, 2, to, 3);
        assertEquals(hash.leaf(new byte[] {2, 3}), Hash.at(to, 3));
        hash.leaf(entry, 0, 4, to, 35);
        hash.node(to, 3, to, 68);
        assertEquals(hash.node(Hash.at(to, 3), Hash.at(to, 35)), Hash.at(to, 68));
        assertEquals(NaiveTree.node(Hash.at(to, 3), Hash.at(to, 35)), Hash.at(to, 68));
        hash.node(to, 3, to, 3);
        assertEquals(Hash.at(to, 68), Hash.at(to, 3));
    }

    @Test
    void aLeafIsNeverANode() {
        TreeHash hash = new TreeHash();
        Hash left = hash.leaf(new byte[] {1});
        Hash right = hash.leaf(new byte[] {2});
        byte[] both = Arrays.copyOf(left.bytes(), 64);
        right.copyTo(both, 32);
        assertEquals(false, hash.node(left, right).equals(hash.leaf(both)));
    }

    @Test
    void everySubtreeHasTheRootOfItsOwnLeaves() {
        int size = 70;
        WholeTree whole = tree(size);
        List<byte[]> entries = entries(size);
        for (int start = 0; start < size; start++) {
            for (int end = start + 1; end <= size; end++) {
                if (SubtreeConsistency.isSubtree(start, end)) {
                    assertEquals(NaiveTree.root(entries.subList(start, end)), whole.root(start, end));
                }
            }
        }
    }

    @Test
    void whatIsNoTreeIsAProgrammersMistake() {
        WholeTree whole = tree(5);
        assertThrows(IllegalArgumentException.class, () -> whole.root(6));
        assertThrows(IllegalArgumentException.class, () -> whole.root(-1));
        assertThrows(IllegalArgumentException.class, () -> whole.root(1, 3));
        assertThrows(IllegalArgumentException.class, () -> whole.hash(1, 2));
        assertThrows(IllegalArgumentException.class, () -> whole.hash(0, 5));
        assertThrows(IllegalArgumentException.class, () -> RightEdge.of(3, List.of(TreeHash.EMPTY)));
        assertThrows(IllegalArgumentException.class, () -> TreeHash.checkSize(-1));
        assertThrows(IllegalArgumentException.class, () -> TreeHash.checkSize(TreeHash.SIZE_MOST + 1));
        assertThrows(IllegalArgumentException.class, () -> Inclusion.prove(5, 5, whole));
        assertThrows(IllegalArgumentException.class, () -> Consistency.prove(0, 5, whole));
    }

    @Test
    void theLargestTreeIsTheLast() {
        RightEdge edge = RightEdge.of(TreeHash.SIZE_MOST, List.of(TreeHash.EMPTY));
        assertEquals(TreeHash.EMPTY, edge.root());
        assertThrows(IllegalArgumentException.class, () -> edge.append(TreeHash.EMPTY));
        assertEquals(TreeHash.SIZE_MOST, edge.size());
    }
}
