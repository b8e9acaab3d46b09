package org.cotejo.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.custody.Source;
import org.cotejo.custody.StationFigures;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryReader;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.formats.importer.ImportRequest;
import org.cotejo.formats.importer.ImportSummary;
import org.cotejo.formats.importer.Importer;
import org.cotejo.formats.importer.Progress;
import org.cotejo.formats.templates.Templates;
import org.cotejo.tally.Cells;
import org.jspecify.annotations.Nullable;

/** An election folder of a test, the files beside it, and what came of imports. */
public final class TestFolder {
    private final Path base;
    private final Path folder;

    public TestFolder(Path base) {
        this.base = base;
        this.folder = base.resolve("election");
    }

    /** The election of the templates, in which machine M of station 0101.01 has a key. */
    public static TestFolder withKey(Path base, Ed25519Secret machine) {
        TestFolder folder = new TestFolder(base);
        for (Templates.Template template : Templates.all().subList(0, 2)) {
            folder.run(template.importer(), folder.file(template.file(), Templates.bytes(template)));
        }
        folder.run(
                "keys",
                folder.file(
                        "keys.csv",
                        "station,machine,algorithm,key\n0101.01,M,ed25519,%s\n".formatted(machine.verifyKey())));
        return folder;
    }

    public Path file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public Path file(String name, byte[] bytes) {
        try {
            return Files.write(base.resolve(name), bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public ElectionFolder open() {
        return ElectionFolder.openOrCreate(folder);
    }

    public Path path() {
        return folder;
    }

    public ImportSummary run(String importer, @Nullable Path map, Map<String, String> options, Path... files) {
        Importer found = Importers.of(importer).orElseThrow();
        return found.run(new ImportRequest(List.of(files), map, open(), options, Progress.NONE));
    }

    public ImportSummary run(String importer, Path... files) {
        return run(importer, null, Map.of(), files);
    }

    /** Imports one table with one MAP, both given as text. */
    public ImportSummary csv(String map, String table) {
        return run("csv", file("MAP.json", map), Map.of(), file("table.csv", table));
    }

    /** Runs an import that must be refused with this code, and checks that it left nothing behind. */
    public Problem refused(String code, Runnable run) {
        long before = ElectionFolder.isFolder(folder) ? open().entries() : 0;
        List<Path> kept = kept();
        RefusedException refused = assertThrows(RefusedException.class, run::run);
        Problem problem = refused.problem();
        assertEquals(code, problem.code(), problem.line("en"));
        assertFalse(problem.sentence().es().matches("(?s).*\\{[0-9]\\}.*"), problem.line("es"));
        assertFalse(problem.sentence().en().matches("(?s).*\\{[0-9]\\}.*"), problem.line("en"));
        assertEquals(before, ElectionFolder.isFolder(folder) ? open().entries() : 0, "entries were left behind");
        assertEquals(kept, kept(), "files were left behind");
        return problem;
    }

    public Problem refusedCsv(String code, String map, String table) {
        return refused(code, () -> csv(map, table));
    }

    /** Names of the files in the private part. */
    public List<Path> kept() {
        Path sources = folder.resolve("private").resolve("sources");
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(sources)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        open().blocks()
                .forEach(block -> block.forEach((bytes, offset, length) -> {
                    switch (EntryReader.read(bytes, offset, length)) {
                        case Result.Ok<Entry>(Entry entry) -> entries.add(entry);
                        case Result.Refused<Entry>(Problem problem) -> throw new AssertionError(problem.line("en"));
                    }
                }));
        return entries;
    }

    public <E extends Entry> List<E> entries(Class<E> kind) {
        return entries().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public Frame frame() {
        ElectionFolder opened = open();
        return opened.frame(opened.blocks());
    }

    public List<Source> sources() {
        return frame().sources();
    }

    public List<StationFigures> figures() {
        return entries(Entry.FiguresGiven.class).stream()
                .map(Entry.FiguresGiven::figures)
                .toList();
    }

    /** The figures of a station, the last delivered, as a text such as {@code [12, -, ?]}. */
    public String cells(String station) {
        Cells cells = figures().stream()
                .filter(figures -> figures.station().value().equals(station))
                .reduce((_, last) -> last)
                .orElseThrow(() -> new AssertionError("no figures of " + station))
                .cells();
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            int packed = cells.packedAt(i);
            shown.add(packed == Cells.BLANK ? "-" : packed == Cells.ILLEGIBLE ? "?" : Integer.toString(packed));
        }
        return shown.toString();
    }

    /** The path of names of the place in which a station was first listed. */
    public List<String> placeOf(String station) {
        Frame frame = frame();
        int index = frame.register().find(new org.cotejo.definition.StationCode(station));
        return frame.places().path(frame.register().place(index));
    }
}
