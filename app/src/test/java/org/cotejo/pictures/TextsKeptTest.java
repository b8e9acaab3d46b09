package org.cotejo.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.capture.PrintUse;
import org.cotejo.capture.alteration.Hint;
import org.cotejo.capture.checker.ReadText;
import org.cotejo.capture.form.FormKind;
import org.cotejo.capture.form.PrintedCell;
import org.cotejo.capture.form.PrintedFact;
import org.cotejo.capture.form.PrintedForm;
import org.cotejo.capture.form.SeenSlot;
import org.cotejo.capture.likeness.Likeness;
import org.cotejo.capture.symbols.Point;
import org.cotejo.capture.symbols.Quad;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.SignatureSlot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was read is remembered as it was read, whatever stands in it, or read again. */
class TextsKeptTest {
    private static final Hash PICTURE = Sha256.of("a picture".getBytes(StandardCharsets.UTF_8));

    private static final Quad PLACE =
            new Quad(new Point(1, 2), new Point(30.5, 2), new Point(30.5, 9), new Point(1, 9));

    @TempDir
    private Path folder;

    @Test
    void hostileTextsComeBackAsTheyWere() {
        TextsKept.Texts texts = new TextsKept.Texts(
                PICTURE,
                List.of(
                        new ReadText("a\tb\n\u0000text\u202e", true, false),
                        new ReadText("", false, true),
                        new ReadText("ñandú", false, false)),
                List.of(form()),
                List.of(new SeenSlot(SignatureSlot.Role.PARTY_WITNESS, 2, SeenSlot.State.EMPTY, 1, PLACE)),
                List.of(new Hint(Hint.Kind.OVERWRITTEN, "votes 1", 0, PLACE)),
                Likeness.ofHex("0123456789abcdef".repeat(4)).orElseThrow(),
                List.of(new Problem("PICTURE-108", Where.file(""), new Sentence("it ends", "termina"))));
        new TextsKept(folder, PrintUse.AUTO).keep(texts);
        assertEquals(Optional.of(texts), new TextsKept(folder, PrintUse.AUTO).of(PICTURE));
    }

    private static PrintedForm form() {
        Quad place = PLACE;
        return new PrintedForm(
                FormKind.VENEZUELA_2024,
                List.of(new PrintedFact("code", "010111043.01.1.0001", true, 0.75, 0, place)),
                List.of(
                        new PrintedCell("votes 1", "PSUV", OptionalInt.of(7), OptionalInt.of(7), 0.9, 0, place),
                        new PrintedCell("null", "Votos nulos", OptionalInt.empty(), OptionalInt.of(0), 0, 1, place)));
    }

    @Test
    void whatIsDamagedOrOfAnotherVersionIsReadAgain() throws IOException {
        TextsKept kept = new TextsKept(folder, PrintUse.AUTO);
        assertEquals(Optional.empty(), kept.of(PICTURE));
        Path file = folder.resolve("private/texts").resolve(PICTURE.hex());
        for (String content : List.of(
                "",
                "cotejo-texts 1\n",
                "cotejo-texts 3 never\n",
                "cotejo-texts 3 auto\ntext\tconfirmed\talone\tzz\n",
                "cotejo-texts 3 auto\ntext\n",
                "cotejo-texts 3 auto\ncell\tvotes 1\n",
                "cotejo-texts 3 auto\nform\tOTHER\n",
                "cotejo-texts 3 auto\nslot\tPARTY_WITNESS\t0\tSIGNED\t0\t1 2 3 4 5 6 7 8\n",
                "cotejo-texts 3 auto\nslot\tGUEST\t1\tSIGNED\t0\t1 2 3 4 5 6 7 8\n",
                "cotejo-texts 3 auto\nhint\tGUILTY\tvotes 1\t0\t1 2 3 4 5 6 7 8\n",
                "cotejo-texts 3 auto\nlikeness\tzz\n")) {
            Files.writeString(file, content);
            assertEquals(Optional.empty(), kept.of(PICTURE), content);
        }
        Files.writeString(file, "cotejo-texts 3 auto\n");
        assertTrue(kept.of(PICTURE).orElseThrow().texts().isEmpty());
    }
}
