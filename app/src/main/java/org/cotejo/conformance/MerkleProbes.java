package org.cotejo.conformance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.formats.text.JsonValue;
import org.cotejo.formats.text.JsonValue.JsonObject;
import org.cotejo.merkle.Consistency;
import org.cotejo.merkle.Inclusion;
import org.cotejo.merkle.SubtreeConsistency;

/** Proofs of inclusion and consistency, true ones and ones changed in one place, each with whether it must be refused. */
final class MerkleProbes {
    private static final String HOLDS = "holds";
    private static final String REFUSED = "refused";

    private MerkleProbes() {}

    static final VectorKind KIND = new VectorKind(
            new Sentence("Merkle probes", "pruebas de Merkle"), List.of("probes"), List.of(), (file, _, cases) -> {
                List<JsonValue> probes = file.get("probes").list();
                for (int i = 0; i < probes.size(); i++) {
                    JsonValue probe = probes.get(i);
                    String id = Read.id(probe, i, "file", "desc");
                    cases.read(id, () -> probe(id, probe, cases));
                }
            });

    private static void probe(String id, JsonValue probe, Cases cases) {
        List<String> keys = probe.anyObject().keys();
        String expected = probe.anyObject().get("wantErr").flag() ? REFUSED : HOLDS;
        Result<Hash> got;
        if (keys.contains("leafIdx")) {
            got = inclusion(object(probe, "leafIdx", "treeSize", "root", "leafHash"));
        } else if (keys.contains("start")) {
            got = subtree(object(probe, "start", "end", "size", "root1", "root2"));
        } else {
            got = consistency(object(probe, "size1", "size2", "root1", "root2"));
        }
        cases.same(id, expected, () -> Cases.bareVerdict(got).equals(REFUSED) ? REFUSED : HOLDS);
        probe.anyObject()
                .find("note")
                .ifPresent(note -> cases.remark(
                        id,
                        new Sentence(
                                "judged like any other, though it says: " + note.rawText(),
                                "juzgado como cualquier otro, aunque dice: " + note.rawText())));
    }

    private static JsonObject object(JsonValue probe, String... keys) {
        List<String> known = new ArrayList<>(List.of("proof", "desc", "wantErr", "file", "note"));
        known.addAll(List.of(keys));
        return probe.object(known.toArray(String[]::new));
    }

    private static Result<Hash> inclusion(JsonObject probe) {
        Optional<List<Hash>> proof = proof(probe);
        Optional<Hash> leaf = hash(Read.base64(probe, "leafHash"));
        if (proof.isEmpty() || leaf.isEmpty()) {
            return notHashes();
        }
        return Inclusion.verify(
                Read.number(probe, "leafIdx"),
                Read.number(probe, "treeSize"),
                leaf.get(),
                root(probe, "root"),
                proof.get());
    }

    private static Result<Hash> consistency(JsonObject probe) {
        return proof(probe)
                .map(proof -> Consistency.verify(
                        Read.number(probe, "size1"),
                        Read.number(probe, "size2"),
                        root(probe, "root1"),
                        root(probe, "root2"),
                        proof))
                .orElseGet(MerkleProbes::notHashes);
    }

    private static Result<Hash> subtree(JsonObject probe) {
        return proof(probe)
                .map(proof -> SubtreeConsistency.verify(
                        Read.number(probe, "start"),
                        Read.number(probe, "end"),
                        Read.number(probe, "size"),
                        root(probe, "root1"),
                        root(probe, "root2"),
                        proof))
                .orElseGet(MerkleProbes::notHashes);
    }

    /** What holds bytes of another length is no proof, whatever the rest says. */
    private static Result<Hash> notHashes() {
        return Inclusion.root(0, 0, new Hash(new byte[Hash.SIZE]), List.of());
    }

    private static Optional<List<Hash>> proof(JsonObject probe) {
        List<Hash> proof = new ArrayList<>();
        for (JsonValue line : Read.list(probe, "proof")) {
            Optional<Hash> hash = hash(Read.base64(line));
            if (hash.isEmpty()) {
                return Optional.empty();
            }
            proof.add(hash.get());
        }
        return Optional.of(proof);
    }

    private static Optional<Hash> hash(byte[] bytes) {
        return bytes.length == Hash.SIZE ? Optional.of(new Hash(bytes)) : Optional.empty();
    }

    /**
     * A root. Some probes claim one of another length, which equals itself and nothing that was computed: so does the hash of
     * a text about it.
     */
    private static Hash root(JsonObject probe, String key) {
        byte[] claimed = Read.base64(probe, key);
        return hash(claimed)
                .orElseGet(() -> Sha256.of(("no root: " + Read.text(probe, key)).getBytes(StandardCharsets.UTF_8)));
    }
}
