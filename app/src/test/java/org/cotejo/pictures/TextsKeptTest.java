package org.cotejo.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.capture.checker.ReadText;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was read is remembered as it was read, whatever stands in it, or read again. */
class TextsKeptTest {
    private static final Hash PICTURE = Sha256.of("a picture".getBytes(StandardCharsets.UTF_8));

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
                List.of(new Problem("PICTURE-108", Where.file(""), new Sentence("it ends", "termina"))));
        new TextsKept(folder).keep(texts);
        assertEquals(Optional.of(texts), new TextsKept(folder).of(PICTURE));
    }

    @Test
    void whatIsDamagedOrOfAnotherVersionIsReadAgain() throws IOException {
        TextsKept kept = new TextsKept(folder);
        assertEquals(Optional.empty(), kept.of(PICTURE));
        Path file = folder.resolve("private/texts").resolve(PICTURE.hex());
        for (String content : List.of(
                "", "cotejo-texts 2\n", "cotejo-texts 1\ntext\tconfirmed\talone\tzz\n", "cotejo-texts 1\ntext\n")) {
            Files.writeString(file, content);
            assertEquals(Optional.empty(), kept.of(PICTURE), content);
        }
        Files.writeString(file, "cotejo-texts 1\n");
        assertTrue(kept.of(PICTURE).orElseThrow().texts().isEmpty());
    }
}
