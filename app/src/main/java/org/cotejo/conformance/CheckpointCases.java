package org.cotejo.conformance;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Sha256;
import org.cotejo.formats.text.JsonValue;
import org.cotejo.formats.text.JsonValue.JsonObject;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.Note;
import org.cotejo.tlog.NoteSignature;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;

/** Checkpoints and the cosignatures under them. */
final class CheckpointCases {
    private CheckpointCases() {}

    static final VectorKind CHECKPOINTS = new VectorKind(
            new Sentence("checkpoints", "puntos de control"),
            List.of("verifiable", "malformedBodies"),
            List.of("exampleOnly"),
            (file, _, cases) -> {
                List<JsonValue> verifiable = file.get("verifiable").list();
                for (int i = 0; i < verifiable.size(); i++) {
                    JsonValue one = verifiable.get(i);
                    String id = Read.id(one, i, "name");
                    cases.read(id, () -> verifiable(id, one.object("name", "vkey", "origin", "checkpoint"), cases));
                }
                int number = 1;
                for (JsonValue one : Read.list(file, "exampleOnly")) {
                    String id = "exampleOnly " + number++;
                    cases.same(
                            id,
                            "taken",
                            () -> Cases.bareVerdict(
                                    SignedCheckpoint.parse(Read.utf8(one.object("checkpoint", "note"), "checkpoint"))));
                    cases.remark(
                            id,
                            new Sentence(
                                    "no key is published for it: its form was checked, its signature could not be",
                                    "no hay clave publicada: se comprobó su forma; su firma no se pudo"));
                }
                number = 1;
                for (JsonValue body : file.get("malformedBodies").list()) {
                    cases.same(
                            "malformedBodies " + number++,
                            "refused",
                            () -> Cases.bareVerdict(Checkpoint.parse(body.rawText())));
                }
            });

    static final VectorKind COSIGNATURE = new VectorKind(
            new Sentence("a cosignature of Ed25519", "una cofirma de Ed25519"),
            List.of("vkey", "timestamp", "checkpoint"),
            List.of("originHash"),
            (file, _, cases) -> {
                cases.same(
                        "checkpoint",
                        () -> Read.text(file, "vkey") + " at " + Read.number(file, "timestamp"),
                        () -> cosigned(file));
                file.find("originHash")
                        .ifPresent(value -> cases.read("originHash", () -> {
                            JsonObject hash = value.object("origin", "sha256Hex");
                            cases.same(
                                    "originHash",
                                    Read.text(hash, "sha256Hex"),
                                    () -> Sha256.of(Read.utf8(hash, "origin")).hex());
                        }));
            });

    static final VectorKind ML_DSA = new VectorKind(
            new Sentence("a cosignature of ML-DSA-44", "una cofirma de ML-DSA-44"),
            List.of("case"),
            List.of(),
            (file, _, cases) -> cases.read(
                    "case",
                    () -> mlDsa(
                            file.get("case")
                                    .object(
                                            "seedHex",
                                            "name",
                                            "vkey",
                                            "messageHex",
                                            "timestamp",
                                            "checkpointBody",
                                            "signatureLine"),
                            cases)));

    private static void verifiable(String id, JsonObject one, Cases cases) {
        Vkey key = Vkey.parse(Read.text(one, "vkey")).orThrow();
        cases.same(id, "signed, of " + Read.text(one, "origin"), () -> {
            Result<SignedCheckpoint> signed = SignedCheckpoint.parse(Read.utf8(one, "checkpoint"));
            Result<List<Note.Verified>> verified = signed.then(head -> head.verify(List.of(key)));
            return Cases.verdict(verified, "signed, of ").startsWith(Cases.REFUSED)
                    ? Cases.verdict(verified, "")
                    : "signed, of " + signed.orThrow().checkpoint().origin();
        });
    }

    private static String cosigned(JsonObject file) {
        Vkey key = Vkey.parse(Read.text(file, "vkey")).orThrow();
        Result<List<Note.Verified>> verified =
                SignedCheckpoint.parse(Read.utf8(file, "checkpoint")).then(signed -> signed.verify(List.of(key)));
        return Cases.bareVerdict(verified).equals("refused")
                ? Cases.verdict(verified, "")
                : verified.orThrow().stream()
                        .map(one -> one.key() + " at " + one.seconds())
                        .collect(Collectors.joining(", "));
    }

    private static void mlDsa(JsonObject one, Cases cases) {
        String name = Read.text(one, "name");
        long seconds = Read.number(one, "timestamp");
        Skey secret = Skey.of(name, Vkey.Kind.COSIGNATURE_ML_DSA, Read.hex(one, "seedHex"));
        Vkey key = secret.vkey();
        Checkpoint head = Checkpoint.parse(Read.text(one, "checkpointBody")).orThrow();
        cases.same("vkey", Read.text(one, "vkey"), key::toString);
        cases.same(
                "messageHex", Read.text(one, "messageHex"), () -> HexFormat.of().formatHex(key.message(head, seconds)));
        cases.same("signatureLine", name + " at " + seconds, () -> {
            String line = Read.text(one, "signatureLine");
            List<NoteSignature> lines = new ArrayList<>();
            line.lines().flatMap(text -> NoteSignature.parse(text).stream()).forEach(lines::add);
            Result<List<Note.Verified>> verified = new Note(head.text(), lines).verify(List.of(key));
            return Cases.bareVerdict(verified).equals("refused")
                    ? Cases.verdict(verified, "")
                    : verified.orThrow().getFirst().key().name() + " at "
                            + verified.orThrow().getFirst().seconds();
        });
        cases.same(
                "signing with the seed",
                "verified",
                () -> Cases.verdict(
                        SignedCheckpoint.of(head, List.of(secret), seconds).verify(List.of(key)), "verified"));
    }
}
