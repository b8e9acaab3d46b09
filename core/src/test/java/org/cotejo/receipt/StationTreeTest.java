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

    @Test
    void aSlipSaysItsLeafAndLeadsToThePrintedLineAlone() {
        StationTree tree = StationTree.of(election().blocks());
        PrintedRoot printed = PrintedRoot.parse(tree.printed().line().toLowerCase(java.util.Locale.ROOT))
                .orThrow();
        assertEquals(new PrintedRoot(4, tree.root()), printed);
        PrintedRoot later = StationTree.of(
                        election().copies("party", "A B", "two: 1 2").blocks())
                .printed();
        for (int i = 0; i < tree.size(); i++) {
            StationSlip slip = StationSlip.parse(tree.slip(i).bytes()).orThrow();
            assertEquals(tree.slip(i), slip);
            assertEquals(tree.leaf(i), slip.leaf());
            assertEquals(tree.root(), slip.verify(printed).orThrow());
            assertInstanceOf(Result.Refused.class, slip.verify(later));
            assertInstanceOf(Result.Refused.class, slip.verify(new PrintedRoot(5, tree.root())));
        }
        StationSlip lie = new StationSlip(
                new StationLeaf(tree.leaf(0).station(), java.util.List.of()),
                tree.slip(0).proof());
        assertInstanceOf(Result.Refused.class, lie.verify(printed), "copies left out of a leaf are seen");
    }

    @Test
    void aSlipHasOneFormAndEveryOtherIsRefused() {
        StationTree tree = StationTree.of(election().blocks());
        byte[] bytes = tree.slip(0).bytes();
        for (int end = 0; end < bytes.length; end++) {
            assertInstanceOf(Result.Refused.class, StationSlip.parse(java.util.Arrays.copyOf(bytes, end)));
        }
        assertInstanceOf(Result.Refused.class, StationSlip.parse(java.util.Arrays.copyOf(bytes, bytes.length + 1)));
        PrintedRoot printed = tree.printed();
        for (int at = 0; at < bytes.length * 8; at++) {
            byte[] changed = bytes.clone();
            changed[at / 8] ^= (byte) (1 << at % 8);
            Result<?> answer = StationSlip.parse(changed).then(slip -> slip.verify(printed));
            assertInstanceOf(Result.Refused.class, answer, "bit " + at);
        }
    }

    @Test
    void aPrintedLineIsReadAsPeopleTypeIt() {
        StationTree tree = StationTree.of(election().blocks());
        String line = tree.printed().line();
        assertEquals(
                tree.printed(),
                PrintedRoot.parse("  " + line.replace(" ", "  ") + "\n").orThrow());
        assertEquals(
                tree.printed(),
                PrintedRoot.parse("Cotejo stations 4 " + tree.root().hex()).orThrow());
        for (String wrong : List.of(
                "",
                "COTEJO",
                line + "0",
                line.substring(1),
                line.replace(" 4 ", " 04 "),
                line.replace(" 4 ", " -4 "),
                line.replace(" 4 ", " 9999999999999 "),
                line.replace(" 4 ", " 0 "))) {
            assertInstanceOf(Result.Refused.class, PrintedRoot.parse(wrong), wrong);
        }
    }
}
