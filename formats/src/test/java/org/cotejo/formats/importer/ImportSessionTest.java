package org.cotejo.formats.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cotejo.base.RefusedException;
import org.cotejo.folder.FolderWriter;
import org.cotejo.formats.Importers;
import org.cotejo.formats.TestFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import is one change: all of its files, or none. */
class ImportSessionTest {
    private static final String MAP =
            "{\"custodian\": \"x\", \"side\": \"y\", \"station\": [\"m\"], \"votes\": {\"A\": \"a\"}}";

    @TempDir
    private Path base;

    private TestFolder folder;

    @BeforeEach
    void emptyFolder() {
        folder = new TestFolder(base);
    }

    private static String table(int rows) {
        StringBuilder text = new StringBuilder("m,a\n");
        for (int i = 0; i < rows; i++) {
            text.append(i).append(',').append(i % 300).append('\n');
        }
        return text.toString();
    }

    @Test
    void progressIsToldWithTheNumberOfRows() {
        List<String> told = new ArrayList<>();
        Path map = folder.file("MAP.json", MAP);
        Path large = folder.file("large.csv", table(150_000));
        Path small = folder.file("small.csv", table(3));
        ImportSummary summary = Importers.of("csv")
                .orElseThrow()
                .run(new ImportRequest(
                        List.of(large, small),
                        map,
                        folder.open(),
                        Map.of(),
                        (file, rows) -> told.add(Path.of(file).getFileName() + " " + rows)));
        assertEquals(150_003, summary.count("stations"));
        assertEquals(0, summary.count("never counted"));
        assertTrue(
                told.size() >= 3
                        && told.contains("large.csv 150000")
                        && told.getLast().equals("small.csv 3"),
                told::toString);
    }

    @Test
    void aFolderThatIsBeingWrittenIsRefused() {
        Path map = folder.file("MAP.json", MAP);
        Path table = folder.file("t.csv", table(3));
        try (FolderWriter busy = folder.open().write()) {
            assertEquals(0, busy.entries());
            RefusedException refused =
                    assertThrows(RefusedException.class, () -> folder.run("csv", map, Map.of(), table));
            assertEquals("FOLDER-104", refused.problem().code());
        }
        assertEquals(3, folder.run("csv", map, Map.of(), table).count("stations"));
    }

    @Test
    void aMissingSecondFileTakesTheFirstBack() {
        Path map = folder.file("MAP.json", MAP);
        Path table = folder.file("t.csv", table(3));
        folder.refused("IMPORT-101", () -> folder.run("csv", map, Map.of(), table, base.resolve("none.csv")));
        assertEquals(List.of(), folder.entries());
    }

    @Test
    void aDamagedMapTakesEverythingBack() {
        Path table = folder.file("t.csv", table(3));
        folder.refused("JSON-101", () -> folder.run("csv", folder.file("MAP.json", "{"), Map.of(), table));
        folder.refused("IMPORT-101", () -> folder.run("csv", base.resolve("none.json"), Map.of(), table));
    }

    @Test
    void theFileIsKeptOnceHoweverOftenItIsImported() {
        Path map = folder.file("MAP.json", MAP);
        Path table = folder.file("t.csv", table(3));
        folder.run("csv", map, Map.of(), table, table);
        folder.run("csv", map, Map.of(), table);
        assertEquals(2, folder.kept().size());
        assertEquals(3, folder.sources().size());
        assertEquals(folder.sources().get(0).file(), folder.sources().get(2).file());
    }

    @Test
    void namesOfImportersAreDifferentAndDescribed() {
        List<String> names = Importers.all().stream().map(Importer::name).toList();
        assertEquals(names.size(), names.stream().distinct().count());
        assertTrue(names.containsAll(List.of(
                "definition",
                "register",
                "announcements",
                "copies",
                "incidents",
                "signatures",
                "calendar",
                "csv",
                "ve-csv",
                "ve-qr")));
        Importers.all().forEach(importer -> assertTrue(importer.what().en().length() > 10));
    }
}
