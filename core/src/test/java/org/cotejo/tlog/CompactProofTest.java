package org.cotejo.tlog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.SigningKey;
import org.cotejo.merkle.Inclusion;
import org.cotejo.merkle.TreeHash;
import org.cotejo.merkle.WholeTree;
import org.junit.jupiter.api.Test;

/** The compact form and the file are the same proof: each is made from the other one, and nothing else is taken for either. */
class CompactProofTest {
    private static final Skey LOG = key("log.example", Vkey.Kind.NOTE, 1);
    private static final Skey WITNESS = key("w.example", Vkey.Kind.COSIGNATURE, 2);
    private static final Skey LARGE = key("w.example", Vkey.Kind.COSIGNATURE_ML_DSA, 3);

    private static Skey key(String name, Vkey.Kind kind, int number) {
        byte[] seed = new byte[SigningKey.SEED_SIZE];
        Arrays.fill(seed, (byte) number);
        return Skey.of(name, kind, seed);
    }

    private static Policy policy(Skey log) {
        return Policy.parse(("log " + log.vkey() + "\nwitness w " + WITNESS.vkey() + "\nquorum w\n")
                        .getBytes(StandardCharsets.UTF_8))
                .orThrow();
    }

    private static Hash leaf(int index) {
        return new TreeHash().leaf(("entry " + index).getBytes(StandardCharsets.UTF_8));
    }

    private static TlogProof proof(int index, int size, String extra) {
        WholeTree tree = new WholeTree();
        for (int i = 0; i < size; i++) {
            tree.append(leaf(i));
        }
        Checkpoint head = new Checkpoint("log.example", size, tree.root());
        SignedCheckpoint signed = SignedCheckpoint.of(head, List.of(LOG), 0).with(List.of(WITNESS.sign(head, 77)));
        return new TlogProof(extra, index, Inclusion.prove(index, size, tree), signed);
    }

    @Test
    void fromTheFileAndBackForEveryPlaceOfManyTrees() {
        for (int size : List.of(1, 2, 3, 7, 8, 130, 300)) {
            for (int index = 0; index < size; index += 1 + size / 9) {
                TlogProof proof = proof(index, size, index % 2 == 0 ? "" : "AQID");
                byte[] compact = CompactProof.of(proof, policy(LOG)).orThrow().bytes();
                CompactProof read = CompactProof.parse(compact, policy(LOG)).orThrow();
                assertArrayEquals(compact, read.bytes());
                TlogProof again = read.proof(leaf(index)).orThrow();
                assertArrayEquals(proof.bytes(), again.bytes());
                again.verify(leaf(index), policy(LOG)).orThrow();
            }
        }
    }

    @Test
    void linesThatDoNotFitOnPaperAreLeftOut() {
        TlogProof proof = proof(3, 9, "");
        Checkpoint head = proof.checkpoint().checkpoint();
        TlogProof more = new TlogProof(3, proof.path(), proof.checkpoint().with(List.of(LARGE.sign(head, 77))));
        assertArrayEquals(
                CompactProof.of(proof, policy(LOG)).orThrow().bytes(),
                CompactProof.of(more, policy(LOG)).orThrow().bytes());
    }

    @Test
    void aKeyThatThePolicyDoesNotNameIsRefused() {
        Policy other = policy(key("log.example", Vkey.Kind.NOTE, 9));
        byte[] compact = CompactProof.of(proof(3, 9, ""), policy(LOG)).orThrow().bytes();
        assertEquals("PROOF-108", code(CompactProof.parse(compact, other)));
        assertEquals("PROOF-108", code(CompactProof.of(proof(3, 9, ""), other)));
    }

    private static String code(Result<?> result) {
        return result instanceof Result.Refused<?>(var problem) ? problem.code() : "taken";
    }

    /** Every changed, missing or added byte is refused, or leads to a proof that does not verify. */
    @Test
    void noChangedByteIsTaken() {
        byte[] compact =
                CompactProof.of(proof(5, 130, ""), policy(LOG)).orThrow().bytes();
        SplittableRandom random = new SplittableRandom(11);
        for (int at = 0; at < compact.length; at++) {
            byte[] changed = compact.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            mustNotVerify(changed);
            mustNotVerify(Arrays.copyOf(compact, at));
        }
        mustNotVerify(Arrays.copyOf(compact, compact.length + 1));
        for (int i = 0; i < 2_000; i++) {
            byte[] junk = new byte[random.nextInt(200)];
            random.nextBytes(junk);
            if (junk.length > 0) {
                junk[0] = (byte) 0xC1;
            }
            mustNotVerify(junk);
            assertInstanceOf(Result.class, AnchoredProof.parse(junk));
        }
    }

    private static void mustNotVerify(byte[] bytes) {
        Result<Policy.Verdict> verdict = CompactProof.parse(bytes, policy(LOG))
                .then(read -> read.proof(leaf(5)))
                .then(proof -> proof.verify(leaf(5), policy(LOG)));
        assertInstanceOf(Result.Refused.class, verdict);
    }
}
