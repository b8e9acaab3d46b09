package org.cotejo.conformance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.formats.text.JsonValue;
import org.cotejo.formats.text.JsonValue.JsonObject;
import org.cotejo.tlog.Note;
import org.cotejo.tlog.NoteSignature;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;

/** Key IDs, signed notes, and the times in cosignature lines. */
final class NoteCases {
    private NoteCases() {}

    static final VectorKind KEY_IDS = new VectorKind(
            new Sentence("key IDs", "identificadores de claves"),
            List.of("vkeys"),
            List.of("bad"),
            (file, _, cases) -> {
                for (JsonValue key : file.get("vkeys").list()) {
                    String text = key.rawText();
                    cases.same(text, text, () -> printed(Vkey.parse(text)));
                }
                for (JsonValue bad : Read.list(file, "bad")) {
                    String text = Read.text(bad.object("vkey", "why"), "vkey");
                    cases.same(text, "refused", () -> Cases.bareVerdict(Vkey.parse(text)));
                }
            });

    static final VectorKind NOTES = new VectorKind(
            new Sentence("notes and their lines", "notas y sus líneas"),
            List.of("cases"),
            List.of(),
            (file, _, cases) -> {
                List<JsonValue> list = file.get("cases").list();
                for (int i = 0; i < list.size(); i++) {
                    JsonValue one = list.get(i);
                    String id = Read.id(one, i, "name", "keyId");
                    cases.read(id, () -> {
                        if (one.anyObject().keys().contains("signatureBase64")) {
                            line(id, one.object("signatureBase64", "keyId", "timestamp", "error"), cases);
                        } else {
                            note(
                                    id,
                                    one.object(
                                            "name",
                                            "skey",
                                            "vkey",
                                            "text",
                                            "note",
                                            "verifiers",
                                            "verified",
                                            "unverified",
                                            "error"),
                                    cases);
                        }
                    });
                }
            });

    private static String printed(Result<Vkey> key) {
        String verdict = Cases.verdict(key, "");
        return verdict.isEmpty() ? key.orThrow().toString() : verdict;
    }

    private static void note(String id, JsonObject one, Cases cases) {
        byte[] bytes = Read.utf8(one, "note");
        List<Vkey> known = new ArrayList<>();
        one.find("vkey").ifPresent(key -> known.add(Vkey.parse(key.rawText()).orThrow()));
        Read.list(one, "verifiers")
                .forEach(key -> known.add(Vkey.parse(key.rawText()).orThrow()));
        Result<List<Note.Verified>> verified = Note.parse(bytes).then(note -> note.verify(known));
        if (one.find("error").isPresent()) {
            cases.same(id, refusal(Read.text(one, "error")), () -> Cases.verdict(verified, "verified"));
            return;
        }
        cases.same(id, expectedText(one, known), () -> {
            if (Cases.bareVerdict(verified).equals("refused")) {
                return Cases.verdict(verified, "verified");
            }
            Note note = Note.parse(bytes).orThrow();
            boolean isSame = new String(note.bytes(), StandardCharsets.UTF_8).equals(Read.text(one, "note"));
            return (isSame ? "" : "printed otherwise ") + lists(note, known) + note.text() + signed(one, note);
        });
    }

    /** Which refusal a published error is. */
    private static String refusal(String error) {
        if (error.startsWith("malformed note")) {
            return Cases.REFUSED + "NOTE-101";
        }
        if (error.startsWith("invalid signature")) {
            return Cases.REFUSED + "NOTE-106";
        }
        throw new IllegalArgumentException("an error of an unknown kind: " + error);
    }

    private static String expectedText(JsonObject one, List<Vkey> known) {
        String verified = one.find("verified").isPresent()
                ? names(Read.list(one, "verified"))
                : known.stream().map(key -> key.name() + "+" + key.hexId()).collect(Collectors.joining(" "));
        // Where no text is given, it is what stands before the last empty line.
        String note = Read.text(one, "note");
        String text = one.find("text")
                .map(JsonValue::rawText)
                .orElseGet(() -> note.substring(0, note.lastIndexOf("\n\n") + 1));
        String signed = one.find("skey").isPresent() ? "signed alike" : "";
        return "verified [" + verified + "] unverified [" + names(Read.list(one, "unverified")) + "] " + text + signed;
    }

    private static String names(List<JsonValue> names) {
        return names.stream().map(JsonValue::rawText).collect(Collectors.joining(" "));
    }

    private static String lists(Note note, List<Vkey> known) {
        String verified = note.verify(known).orThrow().stream()
                .map(one -> one.key().name() + "+" + one.key().hexId())
                .collect(Collectors.joining(" "));
        String unverified = note.signatures().stream()
                .filter(line -> known.stream().noneMatch(line::isBy))
                .map(line -> line.name() + "+" + HexFormat.of().toHexDigits(line.id()))
                .collect(Collectors.joining(" "));
        return "verified [" + verified + "] unverified [" + unverified + "] ";
    }

    /** Signing is deterministic: the published private key must give the published line. */
    private static String signed(JsonObject one, Note note) {
        return one.find("skey")
                .map(file -> Skey.parse(file.rawText()).orThrow())
                .map(key -> key.fileForm().equals(Read.text(one, "skey"))
                                && note.signatures().contains(key.sign(note.text()))
                        ? "signed alike"
                        : "signed otherwise")
                .orElse("");
    }

    private static void line(String id, JsonObject one, Cases cases) {
        NoteSignature line = NoteSignature.parse("\u2014 any " + Read.text(one, "signatureBase64"))
                .orElseThrow(() -> new IllegalArgumentException("no signature line"));
        String got = line.seconds(org.cotejo.crypto.Ed25519Key.SIGNATURE_SIZE)
                .map(seconds -> HexFormat.of().toHexDigits(line.id()) + " at " + seconds)
                .orElse("no time");
        String expected = one.find("error").isPresent()
                ? "no time"
                : Read.text(one, "keyId") + " at " + Read.number(one, "timestamp");
        cases.same(id, expected, () -> got);
    }
}
