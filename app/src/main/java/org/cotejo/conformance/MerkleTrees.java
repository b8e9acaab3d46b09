package org.cotejo.conformance;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.formats.text.JsonValue;
import org.cotejo.formats.text.JsonValue.JsonObject;
import org.cotejo.merkle.RightEdge;
import org.cotejo.merkle.TreeHash;
import org.cotejo.merkle.WholeTree;

/** Hashes of leaves and nodes, and the roots of a growing tree. */
final class MerkleTrees {
    private MerkleTrees() {}

    static final VectorKind HASHES = new VectorKind(
            new Sentence("hashes of RFC 6962", "hashes de RFC 6962"),
            List.of("emptyRoot", "leaf", "node"),
            List.of(),
            (file, _, cases) -> {
                cases.same("emptyRoot", () -> Read.text(file, "emptyRoot"), TreeHash.EMPTY::hex);
                each(file, "leaf", cases, one -> {
                    JsonObject leaf = one.object("data", "dataUtf8", "hash", "hashBase64");
                    byte[] data = leaf.find("data").isPresent() ? Read.hex(leaf, "data") : Read.utf8(leaf, "dataUtf8");
                    return new String[] {
                        expected(leaf), new TreeHash().leaf(data).hex()
                    };
                });
                // The published node is over texts that are no hashes, so that the two halves can be told apart.
                each(file, "node", cases, one -> {
                    JsonObject node = one.object("leftUtf8", "rightUtf8", "hash", "hashBase64");
                    byte[] left = Read.utf8(node, "leftUtf8");
                    byte[] right = Read.utf8(node, "rightUtf8");
                    Hash got = new Sha256()
                            .add(new byte[] {1}, 0, 1)
                            .add(left, 0, left.length)
                            .add(right, 0, right.length)
                            .hash();
                    return new String[] {expected(node), got.hex()};
                });
            });

    static final VectorKind GROWING_TREE = new VectorKind(
            new Sentence("roots of a growing tree", "raíces de un árbol que crece"),
            List.of("leafInputsHex", "rootsBySize"),
            List.of(),
            (file, _, cases) -> cases.read("rootsBySize", () -> grow(file, cases)));

    /** What is expected and what came out. */
    @FunctionalInterface
    private interface Pair {
        String[] of(JsonValue one);
    }

    private static void each(JsonObject file, String key, Cases cases, Pair pair) {
        List<JsonValue> list = file.get(key).list();
        for (int i = 0; i < list.size(); i++) {
            JsonValue one = list.get(i);
            String id = key + " " + (i + 1);
            cases.read(id, () -> {
                String[] values = pair.of(one);
                cases.same(id, values[0], () -> values[1]);
            });
        }
    }

    private static String expected(JsonObject one) {
        Optional<JsonValue> hex = one.find("hash");
        return hex.isPresent()
                ? hex.get().rawText()
                : HexFormat.of().formatHex(Base64.getDecoder().decode(Read.text(one, "hashBase64")));
    }

    private static void grow(JsonObject file, Cases cases) {
        List<JsonValue> leaves = file.get("leafInputsHex").list();
        List<JsonValue> roots = file.get("rootsBySize").list();
        if (roots.size() != leaves.size() + 1) {
            cases.failed("rootsBySize", roots.size() + " roots", leaves.size() + 1 + " roots");
        }
        TreeHash hash = new TreeHash();
        RightEdge edge = new RightEdge();
        WholeTree whole = new WholeTree();
        for (int size = 0; size <= leaves.size() && size < roots.size(); size++) {
            if (size > 0) {
                Hash leaf = hash.leaf(Read.hex(leaves.get(size - 1).rawText()));
                edge.append(leaf);
                whole.append(leaf);
            }
            String root = edge.root().equals(whole.root()) ? edge.root().hex() : edge.root() + " or " + whole.root();
            cases.same("size " + size, roots.get(size).rawText(), () -> root);
        }
    }
}
