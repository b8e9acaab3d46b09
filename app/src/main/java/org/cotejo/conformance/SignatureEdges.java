package org.cotejo.conformance;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.formats.text.JsonValue;
import org.cotejo.formats.text.JsonValue.JsonObject;

/** The Ed25519 signatures on which verifiers disagree: what this platform says, and that no such key can be enrolled. */
final class SignatureEdges {
    private SignatureEdges() {}

    static final VectorKind KIND = new VectorKind(
            new Sentence("edge cases of Ed25519", "casos límite de Ed25519"),
            List.of("vectors[].sig", "vectors[].jdk25Accepts"),
            List.of(),
            (file, _, cases) -> {
                List<JsonValue> vectors = file.get("vectors").list();
                for (int i = 0; i < vectors.size(); i++) {
                    JsonValue one = vectors.get(i);
                    String id = Read.id(one, i, "number");
                    cases.read(
                            id,
                            () -> edge(
                                    id,
                                    one.object(
                                            "number", "key", "sig", "msg", "flags", "opensslAccepts", "jdk25Accepts"),
                                    cases));
                }
            });

    private static void edge(String id, JsonObject one, Cases cases) {
        byte[] bytes = Read.hex(one, "key");
        boolean accepts = Ed25519Key.unenrolled(bytes).verifies(Read.utf8(one, "msg"), Read.hex(one, "sig"));
        boolean isRefused = Cases.bareVerdict(Ed25519Key.enrolled(bytes)).equals("refused");
        Set<String> flags =
                Read.list(one, "flags").stream().map(JsonValue::rawText).collect(Collectors.toSet());
        boolean isBadKey = flags.contains("low_order_A") || flags.contains("non_canonical_A");
        boolean elsewhere = one.get("opensslAccepts").flag();
        // Of a key that can be enrolled all must say the same; of the others only the rule of the file can be compared.
        boolean elsewhereAsHere =
                isRefused ? !flags.contains("non_canonical_R") && !flags.contains("low_order_residue") : accepts;
        cases.same(
                id,
                sentence(isBadKey, one.get("jdk25Accepts").flag(), elsewhere),
                () -> sentence(isRefused, accepts, elsewhereAsHere));
    }

    private static String sentence(boolean isRefused, boolean accepts, boolean elsewhere) {
        return (isRefused ? "key refused, " : "key enrolled, ")
                + (accepts ? "signature taken here, " : "signature not taken here, ")
                + (elsewhere ? "taken elsewhere" : "not taken elsewhere");
    }
}
