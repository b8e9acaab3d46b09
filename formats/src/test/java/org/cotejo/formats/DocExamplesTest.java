package org.cotejo.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.entry.Entry;
import org.cotejo.formats.templates.Templates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/formats are run: what a document says that it gives, it gives. */
class DocExamplesTest {
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);

    private record Block(String kind, String text) {}

    @TempDir
    private Path base;

    private static String document(String name) {
        Path root = Path.of(System.getProperty("cotejo.root", ".."));
        try {
            return Files.readString(root.resolve("docs").resolve("formats").resolve(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Block> blocks(String name) {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(document(name));
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), matcher.group(2)));
        }
        return blocks;
    }

    private TestFolder folder(int number) {
        Path path = base.resolve("folder" + number);
        assertTrue(path.toFile().mkdir());
        return new TestFolder(path);
    }

    private static void assertGives(TestFolder folder, String result) {
        List<String> lines = result.lines().toList();
        assertEquals(lines.size(), folder.figures().size());
        for (String line : lines) {
            String station = line.substring(0, line.indexOf(' '));
            assertEquals(line, station + " " + folder.cells(station));
        }
    }

    @Test
    void theMapsOfTheDocumentOnTablesGiveWhatItSays() {
        List<Block> blocks = blocks("csv.md");
        assertEquals(0, blocks.size() % 3);
        assertTrue(blocks.size() >= 6);
        for (int i = 0; i < blocks.size(); i += 3) {
            assertEquals(
                    "json csv result",
                    blocks.get(i).kind() + " " + blocks.get(i + 1).kind() + " "
                            + blocks.get(i + 2).kind());
            TestFolder folder = folder(i);
            folder.csv(blocks.get(i).text(), blocks.get(i + 1).text());
            assertGives(folder, blocks.get(i + 2).text());
        }
    }

    @Test
    void theExamplesOfVenezuelaGiveWhatTheDocumentSays() {
        List<Block> blocks = blocks("venezuela.md");
        assertEquals(4, blocks.size());
        TestFolder csv = folder(1);
        csv.run("ve-csv", csv.file("v1.csv", blocks.get(0).text()));
        assertGives(csv, blocks.get(1).text());
        TestFolder qr = folder(2);
        qr.run("ve-qr", qr.file("qr.txt", blocks.get(2).text()));
        assertGives(qr, blocks.get(3).text());
    }

    @Test
    void everyCoverageOfTheDocumentIsTaken() {
        TestFolder folder = folder(1);
        folder.run(
                "definition",
                folder.file("d.json", Templates.bytes(Templates.all().getFirst())));
        List<Block> blocks = blocks("templates.md");
        String figure = blocks.getLast().text();
        for (int i = 0; i < blocks.size() - 1; i++) {
            folder.run("announcements", folder.file("a.json", """
                    [{"id": "b%d", "announcer": "commission", "coverage": %s, "figures": [%s]}]
                    """.formatted(
                            i, blocks.get(i).text(), figure)));
        }
        assertEquals(4, folder.entries(Entry.AnnouncementMade.class).size());
    }

    @Test
    void everyTemplateAndImporterIsInTheDocuments() {
        String all = document("templates.md") + document("csv.md") + document("venezuela.md");
        Importers.all()
                .forEach(importer -> assertTrue(
                        all.contains("`" + importer.name() + "`") || all.contains("import " + importer.name() + " "),
                        importer.name()));
        Templates.all().forEach(template -> assertTrue(all.contains(template.file()), template.file()));
    }

    @Test
    void everyKeyOfAMapIsInTheDocument() {
        String unknown = folder(1)
                .refusedCsv("JSON-103", "{\"nothing\": 1}", "a\n1\n")
                .sentence()
                .en();
        String keys = unknown.substring(unknown.indexOf("expected: ") + 10);
        for (String key : keys.split(", ", -1)) {
            assertTrue(document("csv.md").contains("`" + key + "`"), key);
        }
        assertEquals(24, keys.split(", ", -1).length);
        assertEquals(Map.of(), Importers.of("csv").orElseThrow().options());
    }
}
