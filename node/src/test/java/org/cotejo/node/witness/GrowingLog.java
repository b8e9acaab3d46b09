package org.cotejo.node.witness;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.SigningKey;
import org.cotejo.merkle.Consistency;
import org.cotejo.merkle.TreeHash;
import org.cotejo.merkle.WholeTree;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;

/** A log in memory, honest or one of the two faces of a log that is not: what it appends differs by its face. */
final class GrowingLog {
    private final Skey key;
    private final String face;
    private final WholeTree tree = new WholeTree();
    private final TreeHash hash = new TreeHash();

    GrowingLog(String origin, String face) {
        byte[] seed = new byte[SigningKey.SEED_SIZE];
        Arrays.fill(seed, (byte) origin.hashCode());
        this.key = Skey.of(origin, Vkey.Kind.NOTE, seed);
        this.face = face;
    }

    GrowingLog grow(int entries) {
        for (int i = 0; i < entries; i++) {
            tree.append(hash.leaf((face + tree.size()).getBytes(StandardCharsets.UTF_8)));
        }
        return this;
    }

    Policy.Log known() {
        return new Policy.Log(key.vkey(), "");
    }

    Skey key() {
        return key;
    }

    long size() {
        return tree.size();
    }

    SignedCheckpoint head() {
        return head(tree.size());
    }

    SignedCheckpoint head(long size) {
        return SignedCheckpoint.of(new Checkpoint(key.vkey().name(), size, tree.root(size)), List.of(key), 0);
    }

    List<Hash> proof(long from, long to) {
        return from == 0 || from == to ? List.of() : Consistency.prove(from, to, tree);
    }

    /** A request that an honest client would make. */
    byte[] request(long from, long to) {
        return new AddCheckpoint(from, proof(from, to), head(to).bytes()).bytes();
    }
}
