package org.cotejo.tlog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.merkle.TreeHash;
import org.junit.jupiter.api.Test;

/** Every note and checkpoint that can exist is printed in one way and read back from it. */
class NotePropertiesTest {
    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('!', '~')
                .withChars('\u00e1', '\u00f1', '\u4e2d')
                .ofMinLength(1)
                .ofMaxLength(60)
                .filter(Vkey::isName);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('\n', '\u2014', '\u00f1')
                .ofMaxLength(200)
                .map(text -> text + "\n");
    }

    @Provide
    Arbitrary<NoteSignature> lines() {
        return Combinators.combine(
                        names(),
                        Arbitraries.integers(),
                        Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(90))
                .as(NoteSignature::new);
    }

    @Property(tries = 1_000)
    void everyNoteIsReadBack(
            @ForAll("texts") String text, @ForAll("lines") NoteSignature line, @ForAll("lines") NoteSignature next) {
        Note note = new Note(text, List.of(line, next));
        assertEquals(Result.ok(note), Note.parse(note.bytes()));
        assertArrayEquals(note.bytes(), Note.parse(note.bytes()).orThrow().bytes());
    }

    /** A text that looks like signatures itself is split at the last empty line and nowhere else. */
    @Property(tries = 500)
    void aNoteInsideANoteStaysText(@ForAll("texts") String text, @ForAll("lines") NoteSignature line) {
        Note inner = new Note(text, List.of(line));
        Note outer = new Note(inner.text() + "\n" + line.line() + "\n", List.of(line));
        assertEquals(Result.ok(outer), Note.parse(outer.bytes()));
        assertEquals(List.of(line), Note.parse(outer.bytes()).orThrow().signatures());
    }

    @Property(tries = 500)
    void everyKeyIsReadBack(@ForAll("names") String name, @ForAll Vkey.Kind kind, @ForAll byte first) {
        byte[] seed = new byte[32];
        seed[5] = first;
        Skey secret = Skey.of(name, kind, seed);
        assertEquals(Result.ok(secret.vkey()), Vkey.parse(secret.vkey().toString()));
        assertEquals(secret.fileForm(), Skey.parse(secret.fileForm()).orThrow().fileForm());
    }

    @Property(tries = 1_000)
    void everyCheckpointIsReadBack(@ForAll("texts") String any, @ForAll Random random) {
        String origin = any.replace("\n", "").strip();
        if (!Checkpoint.isOrigin(origin)) {
            return;
        }
        byte[] root = new byte[Hash.SIZE];
        random.nextBytes(root);
        Checkpoint head = new Checkpoint(origin, random.nextLong(TreeHash.SIZE_MOST + 1), new Hash(root));
        assertEquals(Result.ok(head), Checkpoint.parse(head.text()));
    }

    @Test
    void namesThatSomebodyCouldMisreadAreRefused() {
        for (String bad : List.of(
                "",
                " ",
                "a b",
                "a+b",
                "a\nb",
                "a\u00a0b",
                "a\u2003b",
                "a\u202eb",
                "a\u200bb",
                "a\u2028b",
                "\ud800",
                "a".repeat(256),
                "\u00f1".repeat(128))) {
            assertEquals(false, Vkey.isName(bad), bad);
        }
        assertEquals(true, Vkey.isName("\u00f1".repeat(127)));
        assertEquals(true, Vkey.isName("cotejo.example.org/2027"));
        assertEquals(true, Checkpoint.isOrigin("go.sum database tree"));
        assertEquals(false, Vkey.isName("go.sum database tree"));
    }

    @Test
    void whatCannotBeReadBackCannotBeMade() {
        NoteSignature line = new NoteSignature("a", 1, new byte[1]);
        for (String text : List.of("", "a", "a\tb\n", "a\r\n")) {
            assertThrows(IllegalArgumentException.class, () -> new Note(text, List.of(line)));
        }
        assertThrows(IllegalArgumentException.class, () -> new Note("a\n", List.of()));
        List<NoteSignature> many = new ArrayList<>();
        for (int i = 0; i <= Note.SIGNATURES_MOST; i++) {
            many.add(new NoteSignature("a", i, new byte[1]));
        }
        assertThrows(IllegalArgumentException.class, () -> new Note("a\n", many));
        assertThrows(IllegalArgumentException.class, () -> new NoteSignature("a b", 1, new byte[1]));
        assertThrows(IllegalArgumentException.class, () -> new NoteSignature("a", 1, new byte[0]));
        Checkpoint head = new Checkpoint("a", 1, TreeHash.EMPTY);
        assertThrows(IllegalArgumentException.class, () -> new Checkpoint("", 1, TreeHash.EMPTY));
        assertThrows(IllegalArgumentException.class, () -> new Checkpoint("a", -1, TreeHash.EMPTY));
        assertThrows(
                IllegalArgumentException.class, () -> new SignedCheckpoint(head, new Note("other\n", List.of(line))));
    }

    @Test
    void bytesThatAreHandedOutAreCopies() {
        NoteSignature line = new NoteSignature("a", 1, new byte[] {1, 2});
        line.signature()[0] = 9;
        assertArrayEquals(new byte[] {1, 2}, line.signature());
        assertEquals(new NoteSignature("a", 1, new byte[] {1, 2}), line);
        assertEquals(line.hashCode(), new NoteSignature("a", 1, new byte[] {1, 2}).hashCode());
        assertEquals(false, line.equals(new NoteSignature("a", 2, new byte[] {1, 2})));
        assertEquals(false, line.equals(new NoteSignature("b", 1, new byte[] {1, 2})));
    }
}
