package org.cotejo.tlog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.vectors.Vectors;
import org.junit.jupiter.api.Test;

/** Notes, keys and their signatures: the published examples, and what must be refused. */
class NoteTest {
    private static final String TEXT = "one\n\ntwo\n";

    static Skey key(String name, Vkey.Kind kind, int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return Skey.of(name, kind, bytes);
    }

    static String code(Result<?> result) {
        return switch (result) {
            case Result.Ok<?>(Object value) -> fail("taken: " + value);
            case Result.Refused<?>(Problem problem) -> problem.code();
        };
    }

    @Test
    void thePublishedNotesAreVerifiedOrRefused() {
        for (Vectors one :
                Vectors.read("tlog/note/signed-note.json").get("cases").list()) {
            List<Vkey> known = new ArrayList<>();
            if (one.has("vkey")) {
                known.add(Vkey.parse(one.get("vkey").text()).orThrow());
            }
            if (one.has("verifiers")) {
                one.get("verifiers")
                        .list()
                        .forEach(key -> known.add(Vkey.parse(key.text()).orThrow()));
            }
            byte[] bytes = one.get("note").utf8();
            Result<List<Note.Verified>> verified = Note.parse(bytes).then(note -> note.verify(known));
            if (one.has("error")) {
                assertTrue(code(verified).matches("NOTE-10[16]"), one.get("name")::text);
                continue;
            }
            assertEquals(1, verified.orThrow().size());
            Note note = Note.parse(bytes).orThrow();
            assertArrayEquals(bytes, note.bytes());
            if (one.has("skey")) {
                Skey secret = Skey.parse(one.get("skey").text()).orThrow();
                assertEquals(one.get("skey").text(), secret.fileForm());
                assertEquals(known.getFirst(), secret.vkey());
                assertEquals(note.signatures(), List.of(secret.sign(note.text())));
            }
        }
    }

    @Test
    void thePublishedKeysHaveTheirIds() {
        Vectors file = Vectors.read("tlog/note/key-id.json");
        for (Vectors key : file.get("vkeys").list()) {
            assertEquals(key.text(), Vkey.parse(key.text()).orThrow().toString());
        }
        for (Vectors bad : file.get("bad").list()) {
            assertTrue(code(Vkey.parse(bad.get("vkey").text())).matches("NOTE-10[34]"));
        }
    }

    @Test
    void aTextMayHoldEmptyLinesAndIsSplitAtTheLast() {
        Skey key = key("a", Vkey.Kind.NOTE, 1);
        Note note = new Note(TEXT, List.of(key.sign(TEXT)));
        assertEquals(Result.ok(note), Note.parse(note.bytes()));
        assertEquals(
                List.of(new Note.Verified(key.vkey(), 0)),
                note.verify(List.of(key.vkey())).orThrow());
    }

    @Test
    void unknownKeysArePassedOverAndOneFalseLineOfAKnownOneRefusesTheNote() {
        Skey known = key("known", Vkey.Kind.NOTE, 1);
        Skey unknown = key("unknown", Vkey.Kind.NOTE, 2);
        Skey namesake = key("known", Vkey.Kind.NOTE, 3);
        NoteSignature grease = new NoteSignature("known", 7, new byte[] {1});
        Note good = new Note(TEXT, List.of(grease, unknown.sign(TEXT), namesake.sign("other\n"), known.sign(TEXT)));
        assertEquals(1, good.verify(List.of(known.vkey())).orThrow().size());
        Note bad = good.with(List.of(known.sign("other\n")));
        assertEquals("NOTE-106", code(bad.verify(List.of(known.vkey()))));
        Note none = new Note(TEXT, List.of(grease, unknown.sign(TEXT)));
        assertEquals("NOTE-107", code(none.verify(List.of(known.vkey()))));
        assertEquals("NOTE-107", code(good.verify(List.of())));
    }

    @Test
    void aLineThatIsThereIsNotAddedAgain() {
        Skey key = key("known", Vkey.Kind.NOTE, 1);
        Note note = new Note(TEXT, List.of(key.sign(TEXT)));
        assertEquals(note, note.with(List.of(key.sign(TEXT))));
        assertEquals(2, note.with(List.of(key.sign("other\n"))).signatures().size());
    }

    @Test
    void whatIsNotTheOneFormOfANoteIsRefused() {
        Skey key = key("a.example", Vkey.Kind.NOTE, 1);
        String good = new String(new Note(TEXT, List.of(key.sign(TEXT))).bytes(), StandardCharsets.UTF_8);
        assertEquals(good, new String(Note.parse(bytes(good)).orThrow().bytes(), StandardCharsets.UTF_8));
        for (String bad : List.of(
                "",
                "\n",
                "\n\n",
                "a\n",
                "a\n\n",
                good + "\n",
                good.substring(0, good.length() - 1),
                good.replace("\n", "\r\n"),
                good.replace("one", "o\tne"),
                good.replace("\u2014 ", "- "),
                good.replace("\u2014 ", "\u2014"),
                good.replace("\u2014 ", "\u2014  "),
                good.replace("a.example", "a+example"),
                good.replace("a.example", "a\u00a0example"),
                good.replace("a.example ", "a.example  "),
                good.replace("=\n", "\n"),
                good.replace("=\n", "= \n"),
                good + "\u2014 a AAAA\n",
                good + "\u2014 a AAAAAA==\n",
                good + "\u2014 a AAAAAAB=\n",
                good + "x\n")) {
            assertEquals("NOTE-101", code(Note.parse(bytes(bad))), () -> bad);
        }
        byte[] broken = bytes(good);
        broken[0] = (byte) 0xff;
        assertEquals("NOTE-101", code(Note.parse(broken)));
    }

    @Test
    void thereIsALimitOfSignaturesAndOfBytes() {
        NoteSignature line = new NoteSignature("a", 1, new byte[] {1});
        Note most = new Note(TEXT, Collections.nCopies(Note.SIGNATURES_MOST, line));
        assertEquals(Result.ok(most), Note.parse(most.bytes()));
        byte[] more = bytes(new String(most.bytes(), StandardCharsets.UTF_8) + line.line() + "\n");
        assertEquals("NOTE-102", code(Note.parse(more)));
        assertEquals("NOTE-102", code(Note.parse(new byte[Note.SIZE_MOST + 1])));
    }

    @Test
    void everyKindOfKeyIsPrintedReadAndSignsCheckpoints() {
        Checkpoint head = new Checkpoint("log.example/a", 3, org.cotejo.merkle.TreeHash.EMPTY);
        for (Vkey.Kind kind : Vkey.Kind.values()) {
            Skey secret = key("witness.example", kind, 9);
            Vkey key = secret.vkey();
            assertEquals(Result.ok(key), Vkey.parse(key.toString()));
            assertEquals(key, Skey.parse(secret.fileForm() + "\n").orThrow().vkey());
            assertFalse(secret.toString()
                    .contains(secret.fileForm().substring(secret.fileForm().lastIndexOf('+'))));
            SignedCheckpoint signed = SignedCheckpoint.of(head, List.of(secret), 1_785_000_000L);
            assertEquals(Result.ok(signed), SignedCheckpoint.parse(signed.bytes()));
            long seconds = kind == Vkey.Kind.NOTE ? 0 : 1_785_000_000L;
            assertEquals(
                    List.of(new Note.Verified(key, seconds)),
                    signed.verify(List.of(key)).orThrow());
        }
    }

    @Test
    void aPrivateKeyOfAnotherFormIsRefused() {
        String good = key("a", Vkey.Kind.NOTE, 1).fileForm();
        assertEquals("NOTE-108", code(Skey.parse("")));
        assertEquals("NOTE-108", code(Skey.parse(good.substring(1))));
        assertEquals("NOTE-108", code(Skey.parse(good + "A")));
        assertEquals("NOTE-108", code(Skey.parse(good + "\n\n")));
        assertEquals("NOTE-108", code(Skey.parse(good.substring(0, good.lastIndexOf('+')))));
        assertEquals("NOTE-105", code(Skey.parse(good.replace("KEY+a+", "KEY+b+"))));
        assertEquals("NOTE-104", code(Skey.parse(good.replace("+AQE", "+AgE"))), good.replaceAll("[+][^+]*$", ""));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
