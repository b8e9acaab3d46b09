package org.cotejo.conformance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.formats.text.JsonValue;
import org.cotejo.formats.text.JsonValue.JsonObject;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.TlogProof;

/** Policies that must be taken or refused, and files of proofs that must be refused. */
final class PolicyCases {
    private PolicyCases() {}

    static final VectorKind POLICIES = new VectorKind(
            new Sentence("policies", "políticas"), List.of("accept", "reject"), List.of(), (file, _, cases) -> {
                List<JsonValue> accepted = file.get("accept").list();
                for (int i = 0; i < accepted.size(); i++) {
                    JsonValue one = accepted.get(i);
                    String id = "accept " + (i + 1);
                    cases.read(id, () -> accept(id, one.object("policy", "n", "components"), cases));
                }
                List<JsonValue> refused = file.get("reject").list();
                for (int i = 0; i < refused.size(); i++) {
                    JsonValue one = refused.get(i);
                    String id = "reject " + (i + 1);
                    cases.read(id, () -> reject(id, one.object("policy", "why"), cases));
                }
            });

    static final VectorKind PROOF_FILES = new VectorKind(
            new Sentence("files of proofs", "archivos de pruebas"), List.of("reject"), List.of(), (file, _, cases) -> {
                int number = 1;
                for (JsonValue one : file.get("reject").list()) {
                    String id = "reject " + number++;
                    // The checkpoint of these is none either, so the proof itself must be what is refused.
                    cases.same(
                            id,
                            Cases.REFUSED + "PROOF-107",
                            () -> Cases.verdict(
                                    TlogProof.parse(Read.utf8(one.object("proof", "why"), "proof")), "taken"));
                }
            });

    private static void accept(String id, JsonObject one, Cases cases) {
        String expected = Read.number(one, "n") + " of " + Read.number(one, "components");
        cases.same(id, expected, () -> {
            Result<Policy> policy = Policy.parse(Read.utf8(one, "policy"));
            if (Cases.bareVerdict(policy).equals("refused")) {
                return Cases.verdict(policy, "");
            }
            Policy.Part quorum = policy.orThrow().quorum(Set.of());
            return quorum.threshold() + " of " + quorum.members().size();
        });
    }

    /** Some end without a line feed, for which alone they would be refused: with one, the reason must be the published one. */
    private static void reject(String id, JsonObject one, Cases cases) {
        String text = Read.text(one, "policy");
        List<String> whys = new ArrayList<>();
        Optional<JsonValue> why = one.find("why");
        why.ifPresent(reason -> whys.add(code(reason.rawText())));
        cases.same(id, "refused", () -> {
            Result<Policy> asGiven = Policy.parse(text.getBytes(StandardCharsets.UTF_8));
            Result<Policy> ended = Policy.parse((text + "\n").getBytes(StandardCharsets.UTF_8));
            String reason = Cases.verdict(ended, "taken");
            boolean isReason = whys.isEmpty() || reason.equals(Cases.REFUSED + whys.getFirst());
            return isReason && Cases.bareVerdict(ended).equals("refused") ? Cases.bareVerdict(asGiven) : reason;
        });
    }

    private static String code(String why) {
        return switch (why) {
            case "no quorum" -> "POLICY-107";
            case "unknown" -> "POLICY-104";
            case "duplicate name" -> "POLICY-102";
            default -> throw new IllegalArgumentException("a reason of an unknown kind: " + why);
        };
    }
}
