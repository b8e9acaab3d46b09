package org.cotejo.conformance;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Hash;
import org.cotejo.formats.text.JsonValue;
import org.cotejo.formats.text.JsonValue.JsonObject;
import org.cotejo.merkle.TreeHash;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.TlogProof;

/**
 * A proof of inclusion as a file of its own. It holds neither the entry nor the log's key: these are taken from the
 * description of that log, if it is among the files that are checked.
 */
final class ProofFile {
    private static final byte[] BEGIN = "c2sp.org/tlog-proof@".getBytes(StandardCharsets.US_ASCII);
    private static final Sentence NAME = new Sentence("a proof of inclusion", "una prueba de inclusión");

    private ProofFile() {}

    static boolean fits(byte[] bytes) {
        return bytes.length >= BEGIN.length && Arrays.equals(BEGIN, 0, BEGIN.length, bytes, 0, BEGIN.length);
    }

    static FileReport report(VectorFile file, List<JsonObject> logs) {
        Cases cases = new Cases();
        cases.same("proof", "proven", () -> verdict(file.bytes(), logs));
        return cases.report(file.name(), NAME);
    }

    private static String verdict(byte[] bytes, List<JsonObject> logs) {
        Result<TlogProof> proof = TlogProof.parse(bytes);
        if (Cases.bareVerdict(proof).equals("refused")) {
            return Cases.verdict(proof, "");
        }
        String origin = proof.orThrow().checkpoint().checkpoint().origin();
        Optional<JsonObject> log = logs.stream()
                .filter(one -> Read.text(one, "origin").equals(origin))
                .findFirst();
        if (log.isEmpty()) {
            return "well-formed, but not checked: the description of the log " + origin + " is not among the files";
        }
        List<JsonValue> entries = log.get().get("entries").list();
        long index = proof.orThrow().index();
        if (index >= entries.size()) {
            return "no entry " + index + " in the log";
        }
        byte[] entry = entries.get((int) index).rawText().getBytes(StandardCharsets.UTF_8);
        Hash leaf = new TreeHash().leaf(entry);
        String rules = "log " + Read.text(log.get(), "vkey") + "\nquorum none\n";
        return Cases.verdict(
                Policy.parse(rules.getBytes(StandardCharsets.UTF_8))
                        .then(policy -> proof.orThrow().verify(leaf, policy)),
                "proven");
    }
}
