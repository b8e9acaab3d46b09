package org.cotejo.merkle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.vectors.Vectors;
import org.junit.jupiter.api.Test;

/** Trees and proofs as transparency-dev/merkle and golang/mod publish them. */
class MerkleVectorsTest {
    private static boolean holds(Result<Hash> result) {
        return result instanceof Result.Ok<Hash>;
    }

    private static Optional<Hash> hash(Vectors value) {
        byte[] bytes = value.base64();
        return bytes.length == Hash.SIZE ? Optional.of(new Hash(bytes)) : Optional.empty();
    }

    /** The hashes of a proof; empty if one of them is none. */
    private static Optional<List<Hash>> proof(Vectors probe) {
        List<Hash> proof = new ArrayList<>();
        for (Vectors line : probe.get("proof").list()) {
            Optional<Hash> hash = hash(line);
            if (hash.isEmpty()) {
                return Optional.empty();
            }
            proof.add(hash.get());
        }
        return Optional.of(proof);
    }

    /** A probe whose hashes are none of 32 bytes can't even be asked, so it must be one that is refused. */
    private static boolean canBeAsked(Vectors probe, String... hashes) {
        boolean isWhole = proof(probe).isPresent();
        for (String key : hashes) {
            isWhole &= hash(probe.get(key)).isPresent();
        }
        assertTrue(
                isWhole || probe.get("wantErr").flag(), () -> probe.get("file").text());
        return isWhole;
    }

    @Test
    void everyProbeOfInclusionIsJudgedAsPublished() {
        int asked = 0;
        for (Vectors probe :
                Vectors.read("tlog/merkle/inclusion-probes.json").get("probes").list()) {
            if (canBeAsked(probe, "leafHash", "root")) {
                long index = probe.get("leafIdx").number();
                long size = probe.get("treeSize").number();
                Result<Hash> result = Inclusion.verify(
                        index,
                        size,
                        hash(probe.get("leafHash")).orElseThrow(),
                        hash(probe.get("root")).orElseThrow(),
                        proof(probe).orElseThrow());
                assertEquals(!probe.get("wantErr").flag(), holds(result), probe.get("file")::text);
                asked++;
            }
        }
        assertTrue(asked > 30, "only " + asked + " probes were asked");
    }

    @Test
    void everyProbeOfConsistencyIsJudgedAsPublished() {
        int asked = 0;
        for (Vectors probe : Vectors.read("tlog/merkle/consistency-probes.json")
                .get("probes")
                .list()) {
            if (canBeAsked(probe, "root1", "root2")) {
                Result<Hash> result = Consistency.verify(
                        probe.get("size1").number(),
                        probe.get("size2").number(),
                        hash(probe.get("root1")).orElseThrow(),
                        hash(probe.get("root2")).orElseThrow(),
                        proof(probe).orElseThrow());
                assertEquals(!probe.get("wantErr").flag(), holds(result), probe.get("file")::text);
                asked++;
            }
        }
        assertTrue(asked > 30, "only " + asked + " probes were asked");
    }

    @Test
    void everyProbeOfSubtreesIsJudgedAsPublished() {
        int asked = 0;
        for (Vectors probe : Vectors.read("tlog/merkle/subtree-consistency-probes.json")
                .get("probes")
                .list()) {
            if (canBeAsked(probe, "root1", "root2")) {
                Result<Hash> result = SubtreeConsistency.verify(
                        probe.get("start").number(),
                        probe.get("end").number(),
                        probe.get("size").number(),
                        hash(probe.get("root1")).orElseThrow(),
                        hash(probe.get("root2")).orElseThrow(),
                        proof(probe).orElseThrow());
                assertEquals(!probe.get("wantErr").flag(), holds(result), probe.get("file")::text);
                asked++;
            }
        }
        assertTrue(asked > 30, "only " + asked + " probes were asked");
    }

    @Test
    void theReferenceTreeGrowsAsPublished() {
        Vectors file = Vectors.read("tlog/merkle/ct-reference-tree.json");
        List<Vectors> roots = file.get("rootsBySize").list();
        RightEdge edge = new RightEdge();
        TreeHash hash = new TreeHash();
        for (Vectors leaf : file.get("leafInputsHex").list()) {
            assertEquals(roots.get((int) edge.size()).text(), edge.root().hex());
            edge.append(hash.leaf(HexFormat.of().parseHex(leaf.text())));
        }
        assertEquals(roots.getLast().text(), edge.root().hex());
        assertEquals(roots.size() - 1, edge.size());
    }

    @Test
    void thePublishedLeavesHaveTheirHashes() {
        Vectors file = Vectors.read("tlog/merkle/rfc6962-hash.json");
        assertEquals(file.get("emptyRoot").text(), TreeHash.EMPTY.hex());
        for (Vectors leaf : file.get("leaf").list()) {
            byte[] data = leaf.has("dataUtf8")
                    ? leaf.get("dataUtf8").utf8()
                    : HexFormat.of().parseHex(leaf.get("data").text());
            Hash expected = leaf.has("hash")
                    ? Hash.ofHex(leaf.get("hash").text())
                    : new Hash(leaf.get("hashBase64").base64());
            assertEquals(expected, new TreeHash().leaf(data));
        }
        // The published node is over two texts, so only its prefix is shared with ours.
        Vectors node = file.get("node").list().getFirst();
        byte[] joined = ("\u0001" + node.get("leftUtf8").text()
                        + node.get("rightUtf8").text())
                .getBytes(StandardCharsets.UTF_8);
        assertEquals(node.get("hash").text(), Sha256.of(joined).hex());
    }
}
