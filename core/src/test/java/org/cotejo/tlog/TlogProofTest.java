package org.cotejo.tlog;

import static org.cotejo.tlog.NoteTest.code;
import static org.cotejo.tlog.NoteTest.key;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.merkle.Inclusion;
import org.cotejo.merkle.TreeHash;
import org.cotejo.merkle.WholeTree;
import org.cotejo.vectors.Vectors;
import org.junit.jupiter.api.Test;

/** Files of proofs: the published ones, and what must be refused. */
class TlogProofTest {
    private static final Skey LOG = key("log.example", Vkey.Kind.NOTE, 1);
    private static final Skey WITNESS = key("w.example", Vkey.Kind.COSIGNATURE, 2);
    private static final TreeHash HASH = new TreeHash();

    static TlogProof proof(int size, int index, Skey... keys) {
        WholeTree tree = new WholeTree();
        for (int i = 0; i < size; i++) {
            tree.append(leaf(i));
        }
        Checkpoint head = new Checkpoint("log.example", size, tree.root());
        return new TlogProof(
                index, Inclusion.prove(index, size, tree), SignedCheckpoint.of(head, List.of(keys), 1_785_000_000));
    }

    private static Hash leaf(int i) {
        return HASH.leaf(new byte[] {(byte) i});
    }

    private static Policy policy() {
        String text = "log " + LOG.vkey() + "\nwitness w " + WITNESS.vkey() + "\nquorum w\n";
        return Policy.parse(text.getBytes(StandardCharsets.UTF_8)).orThrow();
    }

    @Test
    void thePublishedProofsAreVerified() {
        Vectors about = Vectors.read("tlog/tiles/tessera-log/README.json");
        String text = "log " + about.get("vkey").text() + "\nquorum none\n";
        Policy policy = Policy.parse(text.getBytes(StandardCharsets.UTF_8)).orThrow();
        for (String name : List.of("tessera-1-0", "tessera-8-3")) {
            byte[] file = Vectors.bytes("tlog/proof/" + name + ".tlog-proof");
            TlogProof proof = TlogProof.parse(file).orThrow();
            assertArrayEquals(file, proof.bytes());
            List<Vectors> entries = about.get("entries").list();
            Hash leaf = HASH.leaf(entries.get((int) proof.index()).utf8());
            assertTrue(proof.verify(leaf, policy).orThrow().isReached());
            Hash other = HASH.leaf(entries.get((int) proof.index() + 1).utf8());
            assertEquals("PROOF-104", code(proof.verify(other, policy)));
        }
        for (Vectors one : Vectors.read("tlog/proof/format.json").get("reject").list()) {
            assertEquals("PROOF-107", code(TlogProof.parse(one.get("proof").utf8())));
        }
    }

    @Test
    void aProofHoldsForItsEntryUnderItsPolicyAlone() {
        TlogProof proof = proof(11, 7, LOG, WITNESS);
        assertEquals(Result.ok(proof), TlogProof.parse(proof.bytes()));
        assertEquals(
                "w",
                proof.verify(leaf(7), policy())
                        .orThrow()
                        .cosigned()
                        .getFirst()
                        .witness()
                        .name());
        assertEquals("PROOF-104", code(proof.verify(leaf(6), policy())));
        TlogProof moved = new TlogProof(6, proof.path(), proof.checkpoint());
        assertEquals("PROOF-104", code(moved.verify(leaf(7), policy())));
        TlogProof outside = new TlogProof(11, proof.path(), proof.checkpoint());
        assertEquals("PROOF-101", code(outside.verify(leaf(7), policy())));
        assertEquals("POLICY-112", code(proof(11, 7, LOG).verify(leaf(7), policy())));
        assertEquals("POLICY-111", code(proof(11, 7, WITNESS).verify(leaf(7), policy())));
    }

    @Test
    void whatWasAddedTravelsAlong() {
        TlogProof plain = proof(3, 0, LOG);
        String extra = Base64.getEncoder().encodeToString(new byte[] {1, 2, 3});
        TlogProof proof = new TlogProof(extra, plain.index(), plain.path(), plain.checkpoint());
        assertEquals(Result.ok(proof), TlogProof.parse(proof.bytes()));
        assertTrue(new String(proof.bytes(), StandardCharsets.UTF_8)
                .startsWith("c2sp.org/tlog-proof@v1\nextra AQID\nindex 0\n"));
    }

    @Test
    void whatIsNotTheOneFormIsRefused() {
        String good = new String(proof(3, 1, LOG).bytes(), StandardCharsets.UTF_8);
        String hash = good.lines().toList().get(2);
        for (String bad : List.of(
                "",
                "\n\n",
                good.replace("@v1", "@v2"),
                good.replace("index 1", "index 01"),
                good.replace("index 1", "index -1"),
                good.replace("index 1", "index 9223372036854775807"),
                good.replace("index 1", "Index 1"),
                good.replace("index 1\n", "index 1\r\n"),
                good.replace("index 1", "extra \nindex 1"),
                good.replace("index 1", "extra AQJ\nindex 1"),
                good.replace("index 1", "extra AQ==\nextra AQ==\nindex 1"),
                good.replace("index 1\n", "index 1\n\n"),
                good.replace("index 1\n", "index 1\nAQ==\n"),
                good.replace("index 1\n", "index 1\n" + String.join("\n", Collections.nCopies(64, hash)) + "\n"),
                good.replace("\n\nlog", "\nlog"))) {
            assertTrue(
                    code(TlogProof.parse(bad.getBytes(StandardCharsets.UTF_8)))
                            .matches("PROOF-107|NOTE-101|TLOG-10[12]"),
                    bad);
        }
        assertEquals("PROOF-107", code(TlogProof.parse(new byte[TlogProof.SIZE_MOST + 1])));
    }
}
