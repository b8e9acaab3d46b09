package org.cotejo.folder;

import static org.cotejo.folder.SmallFolder.PARTY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.DossierReading;
import org.cotejo.dossier.Frame;
import org.cotejo.dossier.FrameFold;
import org.cotejo.entry.FiguresBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wherever the slices end in which a folder is read, frame and dossier are those that all of its entries state. */
class FolderReadingTest {
    @TempDir
    private Path temporary;

    private static List<Object> shown(Frame frame) {
        List<String> stations = IntStream.range(0, frame.register().size())
                .mapToObj(station -> frame.register().codeText(station) + " in "
                        + frame.places().path(frame.register().place(station)))
                .toList();
        return List.of(
                stations,
                frame.definition(),
                frame.sources(),
                frame.claims(),
                frame.chronicle().entries(),
                frame.chronicle().steps());
    }

    /** What each row says, in bytes, and its source. */
    private static List<String> rows(Dossier dossier) {
        FiguresBytes cursor = new FiguresBytes();
        return IntStream.range(0, dossier.rows())
                .mapToObj(row -> {
                    dossier.point(cursor, row);
                    byte[] said = Arrays.copyOfRange(dossier.bytes(row), cursor.restAt(), cursor.end());
                    return dossier.sources().get(dossier.sourceOf(row)).id() + " "
                            + HexFormat.of().formatHex(said);
                })
                .toList();
    }

    @Test
    void slicesOfEveryLengthGiveTheSameFrame() {
        SmallFolder small = new SmallFolder(temporary.resolve("election"));
        small.deliver(PARTY, "S1 in Zulia/Maracaibo: 1 2", "S2 in Zulia/Cabimas: 3 ?", "ñ3 in Lara: - 4");
        small.deliver(
                SmallFolder.Given.of("carter", "observers", "A B"), "S2: 3 4", "S4 in " + "x".repeat(180) + ": 5 6");
        List<Object> expected = shown(small.frame());
        List<String> rows = rows(small.dossier());
        for (int slice = 1; slice < 700; slice++) {
            FrameFold fold = new FrameFold();
            try (FolderReading reading = new FolderReading(small.path, fold, slice)) {
                reading.read();
            }
            assertEquals(expected, shown(fold.frame()));
            assertEquals(small.folder.entries(), fold.entries());
            DossierReading dossier = new DossierReading();
            try (FolderReading reading = new FolderReading(small.path, dossier, slice)) {
                reading.read();
            }
            assertEquals(rows, rows(dossier.dossier()));
        }
        assertEquals(expected, shown(small.folder.frame()));
    }

    @Test
    void anEmptyFolderHasAnEmptyFrame() {
        assertEquals(
                0,
                new SmallFolder(temporary.resolve("election"))
                        .folder
                        .frame()
                        .sources()
                        .size());
    }
}
