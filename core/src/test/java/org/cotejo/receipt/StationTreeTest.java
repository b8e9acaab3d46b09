package org.cotejo.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cotejo.base.Result;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.ElectionInBytes;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryWriter;
import org.cotejo.merkle.TreeHash;
import org.cotejo.tlog.AnchoredProof;
import org.junit.jupiter.api.Test;

/** Every station has its leaf, at its place in the definition, also one of which nothing came. */
class StationTreeTest {
    private static ElectionInBytes election() {
        return new ElectionInBytes()
                .contest("president", "A", "B")
                .side("s", "party")
                .register("party", "one=300", "two=300", "silent=300", "four=300")
                .copies("party", "A B", "one: 10 20", "four: 5 6")
                .copies("party", "A B", "one: 10 21");
    }

    @Test
    void leavesNameTheEntriesOfTheirStationAndSilenceIsALeafToo() {
        List<Entry> entries = election().entries();
        StationTree tree = StationTree.of(ElectionInBytes.blocks(entries));
        assertEquals(4, tree.size());
        for (int i = 0; i < tree.size(); i++) {
            StationCode code = tree.leaf(i).station();
            assertEquals(i, tree.find(code).orElseThrow());
            List<Integer> expected = new java.util.ArrayList<>();
            for (int at = 0; at < entries.size(); at++) {
                if (entries.get(at) instanceof Entry.FiguresGiven(var figures)
                        && figures.station().equals(code)) {
                    expected.add(at);
                }
            }
            assertEquals(
                    expected,
                    tree.leaf(i).copies().stream()
                            .map(copy -> (int) copy.entry())
                            .toList());
            tree.leaf(i)
                    .copies()
                    .forEach(copy -> assertEquals(
                            new TreeHash().leaf(EntryWriter.bytes(entries.get((int) copy.entry()))), copy.leaf()));
        }
        StationLeaf silent = tree.leaf(tree.find(new StationCode("silent")).orElseThrow());
        assertTrue(silent.copies().isEmpty());
        assertTrue(tree.find(new StationCode("nowhere")).isEmpty());
    }

    @Test
    void aLeafIsProvenAtItsPlaceAlone() {
        StationTree tree = StationTree.of(election().blocks());
        for (int i = 0; i < tree.size(); i++) {
            AnchoredProof proof = AnchoredProof.parse(tree.proof(i).bytes()).orThrow();
            assertEquals(tree.proof(i), proof);
            proof.verify(tree.leaf(i).hash(), tree.size(), tree.root()).orThrow();
            for (int other = 0; other < tree.size(); other++) {
                if (other != i) {
                    assertInstanceOf(
                            Result.Refused.class, proof.verify(tree.leaf(other).hash(), tree.size(), tree.root()));
                }
            }
            assertInstanceOf(Result.Refused.class, proof.verify(tree.leaf(i).hash(), tree.size() + 1L, tree.root()));
        }
    }

    @Test
    void anEntryMoreOfAStationIsAnotherRoot() {
        StationTree tree = StationTree.of(election().blocks());
        StationTree more =
                StationTree.of(election().copies("party", "A B", "two: 1 2").blocks());
        assertNotEquals(tree.root(), more.root());
        assertEquals(tree.leaf(0), more.leaf(0));
    }
}
