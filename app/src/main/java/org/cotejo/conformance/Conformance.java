package org.cotejo.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.formats.text.JsonValue;
import org.cotejo.formats.text.JsonValue.JsonObject;

/** Recomputes published test vectors, file by file. */
public final class Conformance {
    private static final Sentence UNKNOWN = new Sentence("an unknown kind", "una clase desconocida");

    /** In the order in which they are asked: where one's members are a part of another's, the longer one comes first. */
    private static final List<VectorKind> KINDS = List.of(
            AuditCases.KIND,
            MerkleProbes.KIND,
            MerkleTrees.HASHES,
            MerkleTrees.GROWING_TREE,
            NoteCases.KEY_IDS,
            NoteCases.NOTES,
            CheckpointCases.CHECKPOINTS,
            CheckpointCases.COSIGNATURE,
            CheckpointCases.ML_DSA,
            MlDsaMany.KIND,
            PolicyCases.POLICIES,
            PolicyCases.PROOF_FILES,
            WitnessCases.DIALOGUE,
            TileCases.PATHS,
            TileCases.SMALL_LOG,
            SignatureEdges.KIND);

    private Conformance() {}

    /** One report for each file, in their order; a file of no known kind is a report with a failure. */
    public static List<FileReport> check(List<VectorFile> files) {
        List<Optional<JsonObject>> objects =
                files.stream().map(Conformance::object).toList();
        List<JsonObject> logs = objects.stream()
                .flatMap(Optional::stream)
                .filter(TileCases.SMALL_LOG::fits)
                .toList();
        List<FileReport> reports = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            VectorFile file = files.get(i);
            reports.add(ProofFile.fits(file.bytes()) ? ProofFile.report(file, logs) : report(file, objects.get(i)));
        }
        return reports;
    }

    private static Optional<JsonObject> object(VectorFile file) {
        try {
            JsonValue value = JsonValue.read(file.name(), file.bytes());
            return value.isObject() ? Optional.of(value.anyObject()) : Optional.empty();
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    private static FileReport report(VectorFile file, Optional<JsonObject> object) {
        for (VectorKind kind : KINDS) {
            if (object.isPresent() && kind.fits(object.get())) {
                return kind.report(object.get(), file);
            }
        }
        String found = object.map(known -> "an object of " + String.join(", ", known.keys()))
                .orElse("no JSON object");
        Cases cases = new Cases();
        cases.failed("-", "unknown kind: " + found, "vectors of a known kind");
        return cases.report(file.name(), UNKNOWN);
    }
}
