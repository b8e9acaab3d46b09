package org.cotejo.tlog;

import static org.cotejo.tlog.NoteTest.code;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.List;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.merkle.TreeHash;
import org.cotejo.vectors.Vectors;
import org.junit.jupiter.api.Test;

/** Checkpoints and cosignatures: the published ones, and what must be refused. */
class CheckpointTest {
    private static final String ROOT = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    @Test
    void thePublishedCheckpointsAreVerified() {
        Vectors file = Vectors.read("tlog/checkpoint/checkpoint.json");
        for (Vectors one : file.get("verifiable").list()) {
            SignedCheckpoint signed =
                    SignedCheckpoint.parse(one.get("checkpoint").utf8()).orThrow();
            assertEquals(one.get("origin").text(), signed.checkpoint().origin());
            Vkey key = Vkey.parse(one.get("vkey").text()).orThrow();
            assertEquals(1, signed.verify(List.of(key)).orThrow().size());
            assertArrayEquals(one.get("checkpoint").utf8(), signed.bytes());
        }
        for (Vectors one : file.get("exampleOnly").list()) {
            SignedCheckpoint.parse(one.get("checkpoint").utf8()).orThrow();
        }
        for (Vectors body : file.get("malformedBodies").list()) {
            assertEquals("TLOG-101", code(Checkpoint.parse(body.text())));
        }
    }

    @Test
    void thePublishedCosignatureOfAWitnessIsVerifiedBesideALineOfUnknownType() {
        Vectors file = Vectors.read("tlog/cosignature/ed25519-v1.json");
        Vkey key = Vkey.parse(file.get("vkey").text()).orThrow();
        SignedCheckpoint signed =
                SignedCheckpoint.parse(file.get("checkpoint").utf8()).orThrow();
        assertEquals(
                List.of(new Note.Verified(key, file.get("timestamp").number())),
                signed.verify(List.of(key)).orThrow());
        assertEquals(2, signed.note().signatures().size());
    }

    @Test
    void theDerivedCosignatureOfMlDsaIsMadeByteForByte() {
        Vectors one = Vectors.read("tlog/cosignature/mldsa44-v1-derived.json").get("case");
        byte[] seed = HexFormat.of().parseHex(one.get("seedHex").text());
        Skey secret = Skey.of(one.get("name").text(), Vkey.Kind.COSIGNATURE_ML_DSA, seed);
        Vkey key = Vkey.parse(one.get("vkey").text()).orThrow();
        assertEquals(key, secret.vkey());
        Checkpoint head = Checkpoint.parse(one.get("checkpointBody").text()).orThrow();
        long seconds = one.get("timestamp").number();
        assertArrayEquals(
                HexFormat.of().parseHex(one.get("messageHex").text()),
                Signatures.message(key, head.text(), seconds).orElseThrow());
        NoteSignature published =
                NoteSignature.parse(one.get("signatureLine").text().strip()).orElseThrow();
        Note note = new Note(head.text(), List.of(published));
        assertEquals(
                List.of(new Note.Verified(key, seconds)),
                note.verify(List.of(key)).orThrow());
        SignedCheckpoint ours = SignedCheckpoint.of(head, List.of(secret), seconds);
        assertEquals(
                List.of(new Note.Verified(key, seconds)),
                ours.verify(List.of(key)).orThrow());
    }

    @Test
    void thePublishedTimesAreRead() {
        for (Vectors one :
                Vectors.read("tlog/cosignature/timestamp.json").get("cases").list()) {
            NoteSignature line = NoteSignature.parse(
                            "\u2014 a " + one.get("signatureBase64").text())
                    .orElseThrow();
            if (one.has("error")) {
                assertEquals(true, line.seconds(64).isEmpty());
            } else {
                assertEquals(one.get("timestamp").number(), line.seconds(64).orElseThrow());
                assertEquals(one.get("keyId").text(), HexFormat.of().toHexDigits(line.id()));
            }
        }
    }

    @Test
    void whatIsNotTheOneFormIsRefused() {
        String good = "log.example/a\n7\n" + ROOT + "\n";
        assertEquals(good, Checkpoint.parse(good).orThrow().text());
        for (String bad : List.of(
                "",
                "\n\n\n",
                "log\n7\n",
                "log\n7\n" + ROOT,
                "\n7\n" + ROOT + "\n",
                "log\n07\n" + ROOT + "\n",
                "log\n+7\n" + ROOT + "\n",
                "log\n-7\n" + ROOT + "\n",
                "log\n\n" + ROOT + "\n",
                "log\n\u0667\n" + ROOT + "\n",
                "log\n9223372036854775808\n" + ROOT + "\n",
                "log\n7\n" + ROOT.substring(4) + "\n",
                "log\n7\n" + ROOT.replace("U=", "V=") + "\n",
                "log\n7\n" + ROOT.replace("=", "") + "\n",
                "log\n7\n" + ROOT + " \n",
                "lo\u202eg\n7\n" + ROOT + "\n",
                "l".repeat(256) + "\n7\n" + ROOT + "\n")) {
            assertEquals("TLOG-101", code(Checkpoint.parse(bad)), () -> bad);
        }
        assertEquals("TLOG-102", code(Checkpoint.parse(good + "extension\n")));
        assertEquals("TLOG-102", code(Checkpoint.parse(good + "\n")));
        assertEquals("TLOG-103", code(Checkpoint.parse("log\n" + (TreeHash.SIZE_MOST + 1) + "\n" + ROOT + "\n")));
        assertEquals(
                TreeHash.SIZE_MOST,
                Checkpoint.parse("log\n" + TreeHash.SIZE_MOST + "\n" + ROOT + "\n")
                        .orThrow()
                        .size());
    }

    @Test
    void aTextThatIsNoCheckpointIsNeverCosigned() {
        Skey log = NoteTest.key("log.example", Vkey.Kind.NOTE, 1);
        Skey witness = NoteTest.key("w.example", Vkey.Kind.COSIGNATURE_ML_DSA, 1);
        Checkpoint head = new Checkpoint("log.example", 1, TreeHash.EMPTY);
        Note note = new Note("text\n", List.of(log.sign("text\n"), witness.sign(head, 5)));
        assertEquals("NOTE-106", code(note.verify(List.of(log.vkey(), witness.vkey()))));
        assertEquals("TLOG-101", code(SignedCheckpoint.parse(note.bytes())));
        assertThrows(IllegalArgumentException.class, () -> witness.sign("text\n"));
    }

    @Test
    void aSubtreeAwayFromTheFirstLeafIsSignedWithoutATime() {
        Hash hash = TreeHash.EMPTY;
        assertEquals(12 + 1 + 1 + 8 + 1 + 3 + 16 + 32, Signatures.subtree("w", 0, "log", 4, 8, hash).length);
        assertThrows(IllegalArgumentException.class, () -> Signatures.subtree("w", 5, "log", 4, 8, hash));
    }

    @Test
    void aTimeBeyondSixtyThreeBitsIsNoCosignature() {
        Skey witness = NoteTest.key("w.example", Vkey.Kind.COSIGNATURE, 1);
        Checkpoint head = new Checkpoint("log.example", 1, TreeHash.EMPTY);
        byte[] signature = witness.sign(head, 5).signature();
        signature[0] = (byte) 0x80;
        NoteSignature beyond = new NoteSignature("w.example", witness.vkey().id(), signature);
        Note note = new Note(head.text(), List.of(beyond));
        assertEquals("NOTE-106", code(note.verify(List.of(witness.vkey()))));
        assertThrows(IllegalArgumentException.class, () -> witness.sign(head, -1));
        assertEquals(Result.ok(head), Checkpoint.parse(head.text()));
    }
}
