package org.cotejo.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.cotejo.capture.form.FormKind;
import org.cotejo.capture.form.PrintedCell;
import org.cotejo.capture.form.PrintedForm;
import org.cotejo.capture.symbols.Point;
import org.cotejo.capture.symbols.Quad;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people must look at is kept, and what they wrote is never lost. */
class DoubtsKeptTest {
    private static final Hash PICTURE = Sha256.of("a picture".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    private static PrintedForm form() {
        Quad place = new Quad(new Point(1, 2), new Point(30, 2), new Point(30, 9), new Point(1, 9));
        return new PrintedForm(
                FormKind.COTEJO,
                List.of(),
                List.of(
                        new PrintedCell("votes 1", "Ana", OptionalInt.of(7), OptionalInt.of(7), 0.9, 0, place),
                        new PrintedCell("votes 2", "+Eva\tB", OptionalInt.of(17), OptionalInt.of(11), 0.876, 0, place),
                        new PrintedCell("null", "Nulos", OptionalInt.empty(), OptionalInt.empty(), 0, 1, place)));
    }

    private List<String> table() throws IOException {
        return Files.readAllLines(folder.resolve("private/doubtful/table.tsv"));
    }

    @Test
    void numbersThatWereNotReadTwiceAlikeAreListedWithTheirCutOuts() throws IOException {
        DoubtsKept doubts = new DoubtsKept(folder);
        doubts.list(PICTURE, List.of(form()), "doubtful");
        doubts.write();
        assertEquals(2, doubts.added());
        assertEquals(3, table().size());
        assertEquals(
                PICTURE.hex() + "\t1\tvotes 2\t'+Eva B\t17\t11\tcontradicted\t0.87\t"
                        + PICTURE.hex().substring(0, 16) + "-page-1-line-002-votes-2.png\t",
                table().get(1));
        assertTrue(table().get(2).contains("\tnull\tNulos\t\t\tunread\t0.00\t"), table().get(2));
    }

    @Test
    void aNumberWhoseDigitsWereHardlySeenIsListedToo() throws IOException {
        Quad place = new Quad(new Point(1, 2), new Point(30, 2), new Point(30, 9), new Point(1, 9));
        PrintedCell cell = new PrintedCell("votes 1", "Ana", OptionalInt.of(7), OptionalInt.of(7), 0.6, 0, place);
        DoubtsKept doubts = new DoubtsKept(folder);
        doubts.list(PICTURE, List.of(new PrintedForm(FormKind.COTEJO, List.of(), List.of(cell))), "doubtful");
        doubts.write();
        assertTrue(table().get(1).contains("\tvotes 1\tAna\t7\t7\tunsure\t0.60\t"), table().get(1));
    }

    @Test
    void aPictureOfWhichNothingWasReadIsOneLine() throws IOException {
        DoubtsKept doubts = new DoubtsKept(folder);
        doubts.list(PICTURE, List.of(), "without_sheet");
        doubts.write();
        assertEquals(PICTURE.hex() + "\t\t\t\t\t\twithout_sheet\t\t\t", table().get(1));
    }

    @Test
    void whatAPersonTypedStaysWhenTheNextImportAddsLines() throws IOException {
        DoubtsKept first = new DoubtsKept(folder);
        first.list(PICTURE, List.of(form()), "doubtful");
        first.write();
        List<String> lines = table();
        Files.write(
                folder.resolve("private/doubtful/table.tsv"),
                List.of(lines.get(0), lines.get(1) + "117", lines.get(2)));
        DoubtsKept second = new DoubtsKept(folder);
        second.list(PICTURE, List.of(form()), "doubtful");
        second.list(Sha256.of(new byte[] {1}), List.of(), "without_sheet");
        second.write();
        assertEquals(1, second.added());
        assertTrue(table().get(1).endsWith("\t117"), table().get(1));
        assertEquals(4, table().size());
    }

    @Test
    void withoutDoubtsThereIsNoTableAndAProposalIsNeverWrittenOver() throws IOException {
        DoubtsKept doubts = new DoubtsKept(folder);
        doubts.write();
        assertFalse(Files.exists(doubts.table()));
        Path file = DoubtsKept.propose(folder, "signatures-x.csv", "one".getBytes(StandardCharsets.UTF_8));
        Files.writeString(file, "worked on");
        DoubtsKept.propose(folder, "signatures-x.csv", "one".getBytes(StandardCharsets.UTF_8));
        assertEquals("worked on", Files.readString(file));
    }
}
