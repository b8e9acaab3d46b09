package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cotejo.formats.templates.Templates;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a user types them, on real files and on files that are wrong. */
class CommandsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path temporary;

    private int run(Object... words) {
        out.reset();
        err.reset();
        String[] args = List.of(words).stream().map(String::valueOf).toArray(String[]::new);
        return new Main(
                        Verb.all(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(args);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Path shared(String file) {
        Path path = Path.of(System.getProperty("cotejo.shared", "../../shared")).resolve(file);
        Assumptions.assumeTrue(Files.exists(path), "no shared data at " + path);
        return path;
    }

    private void assertSays(String... parts) {
        for (String part : parts) {
            assertTrue(said().contains(part), () -> part + " is not in " + said());
        }
    }

    @Test
    void venezuelaComesOutAsPublished() {
        Path first = shared("data/venezuela-2024/RESULTADOS_2024_CSV_V1.csv");
        Path second = shared("data/venezuela-2024/RESULTADOS_2024_CSV_V2.csv");
        Path folder = temporary.resolve("ve");
        assertEquals(Exit.PROVEN, run("import", "ve-csv", first, "--into", folder));
        assertEquals(Exit.PROVEN, run("reconcile", folder, "--json"));
        assertSays("\"missing_registered_at_most\":3576566,\"can_flip\":\"no\"");
        assertEquals(Exit.PROVEN, run("import", "ve-csv", second, "--into", folder));
        assertEquals(Exit.PROVEN, run("reconcile", folder, "--json"));
        assertSays(
                "\"stations_with_copies\":25075",
                "\"stations_missing\":4951",
                "\"EG\":7304224,\"NM\":3316258",
                "\"missing_registered_at_most\":3347487,\"can_flip\":\"no\"",
                "\"missing_registered_at_most\":21321805,\"can_flip\":\"yes\"",
                "{\"id\":\"bulletin-1\",\"verdict\":\"impossible\"",
                "{\"id\":\"bulletin-2\",\"verdict\":\"impossible\"");
    }

    @Test
    void venezuelaWithoutRegistersLeavesTheFirstBulletinUnproven() {
        Path second = shared("data/venezuela-2024/RESULTADOS_2024_CSV_V2.csv");
        Path folder = temporary.resolve("ve");
        assertEquals(Exit.PROVEN, run("import", "ve-csv", second, "--into", folder));
        assertEquals(Exit.PROVEN, run("reconcile", folder, "--json"));
        assertSays(
                "\"stations_with_copies\":25073",
                "\"missing_registered_at_most\":10433330,\"can_flip\":\"yes\"",
                "{\"id\":\"bulletin-1\",\"verdict\":\"unproven\"",
                "{\"id\":\"bulletin-2\",\"verdict\":\"impossible\"");
    }

    @Test
    void theToyElectionIsFrozenAndItsSheetsAreProvenAndALateStationIsNamed() throws IOException {
        Path folder = temporary.resolve("toy");
        assertEquals(Exit.PROVEN, run("new", folder));
        for (String name : List.of("definition.json", "register.csv", "keys.csv")) {
            String format = name.substring(0, name.indexOf('.'));
            assertEquals(
                    Exit.PROVEN,
                    run("import", format, folder.resolve("templates").resolve(name), "--into", folder));
        }
        assertEquals(Exit.UNCHECKED, run("definition", "freeze", folder));
        String typed = said().replaceAll("(?s).*--typed \"([0-9 ]+)\".*", "$1");
        assertEquals(Exit.PROVEN, run("definition", "freeze", folder, "--typed", typed));
        Path sheets = folder.resolve("templates/sheets.txt");
        assertEquals(Exit.BAD_INPUT, run("import", "sheets", sheets, "--custodian", "nobody", "--into", folder));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("TEMPLATE-104"));
        assertEquals(Exit.PROVEN, run("import", "sheets", sheets, "--custodian", "coalition", "--into", folder));
        assertSays("2 stations");
        Path late = folder.resolve("late.csv");
        Files.writeString(late, "State,Municipality,station,registered\nSouth,Harbour,0301.01,400\n");
        assertEquals(Exit.PROVEN, run("import", "register", late, "--set", "custodian=commission", "--into", folder));
        assertEquals(Exit.PROVEN, run("reconcile", folder));
        assertSays(
                "Signed sheets:",
                "2  signed by the station's machine, proven",
                "Stations that are not in the committed definition: 1",
                "  0301.01",
                "REG-403");
        assertEquals(Exit.PROVEN, run("import", "--list"));
        assertSays("keys", "sheets", "retractions", "commitments", "--set custodian=...");
    }

    @Test
    void aSignedCountryIsSimulatedAndItsLiesAreFound() {
        Path folder = temporary.resolve("signed");
        assertEquals(
                Exit.PROVEN,
                run("sim", "country", "--stations", 40, "--seed", 3, "--lie", "forged-sheet", "--into", folder));
        assertSays("-> SHEET-701");
        assertEquals(Exit.PROVEN, run("reconcile", folder));
        assertSays("the signature is not the station's", "SHEET-701");
        assertEquals(Exit.PROVEN, run("sim", "--list"));
        assertSays("forged-sheet", "machine-signs-twice", "sheet-of-another-station", "late-key");
        Path honest = temporary.resolve("honest");
        assertEquals(Exit.PROVEN, run("sim", "country", "--stations", 40, "--seed", 3, "--signed", "--into", honest));
        assertEquals(Exit.PROVEN, run("reconcile", honest));
        assertSays("signed by the station's machine, proven");
    }

    @Test
    void theDemoWritesItsReportAndReplacesOnlyItself() throws IOException {
        Path folder = temporary.resolve("demo");
        assertEquals(Exit.PROVEN, run("demo", "--stations", 300, "--dir", folder, "--no-serve"));
        assertTrue(Files.exists(folder.resolve("site/index.html")));
        assertEquals(Exit.PROVEN, run("demo", "--stations", 300, "--dir", folder, "--no-serve"));
        Path other = Files.createDirectories(temporary.resolve("other"));
        Files.writeString(other.resolve("mine.txt"), "mine");
        assertEquals(Exit.BAD_INPUT, run("demo", "--stations", 300, "--dir", other, "--no-serve"));
        assertTrue(Files.exists(other.resolve("mine.txt")));
    }

    @Test
    void theTemplatesOfANewFolderAreAnElectionThatCanBeReconciledAndFrozen() {
        Path folder = temporary.resolve("new");
        assertEquals(Exit.PROVEN, run("new", folder));
        for (Templates.Template template : Templates.all()) {
            Path file = folder.resolve("templates").resolve(template.file());
            assertEquals(
                    Exit.PROVEN,
                    run("import", template.importer(), file, "--into", folder),
                    () -> template + ": " + err.toString(StandardCharsets.UTF_8));
        }
        assertEquals(Exit.PROVEN, run("reconcile", folder));
        assertEquals(Exit.UNCHECKED, run("definition", "freeze", folder));
        String groups = said().replaceAll("(?s).*\"([0-9 ]+)\".*", "$1");
        assertEquals(Exit.PROVEN, run("definition", "freeze", folder, "--typed", groups));
        assertEquals(Exit.PROVEN, run("definition", "check", folder, "--typed", groups));
        assertEquals(Exit.REFUTED, run("definition", "check", folder, "--typed", "1234"));
    }

    @Test
    void aRefusedImportNamesTheCellAndLeavesNoFolderBehind() throws IOException {
        Path file = Files.writeString(temporary.resolve("a.csv"), "STATION,A\n1,five\n");
        Path map = Files.writeString(
                temporary.resolve("map.json"),
                "{\"custodian\":\"p\",\"side\":\"s\",\"announced\":false,\"station\":[\"STATION\"],\"votes\":{\"A\":\"A\"}}");
        Path folder = temporary.resolve("folder");
        assertEquals(Exit.BAD_INPUT, run("import", "csv", file, "--map", map, "--into", folder));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("a.csv:2 [A]: TEXT-113"));
        assertFalse(Files.exists(folder));
    }

    @Test
    void publishedVectorsAreRecomputedAndAnUnknownFileIsAFailure() throws IOException {
        Path probes = shared("vectors/tlog/merkle/inclusion-probes.json");
        Path notes = shared("vectors/tlog/note/signed-note.json");
        assertEquals(Exit.PROVEN, run("conformance", probes, notes));
        assertTrue(said().endsWith("\n56 passed, 0 failed\n"), this::said);
        Path changed = Files.writeString(
                temporary.resolve("probes.json"),
                Files.readString(probes).replaceFirst("\"wantErr\": false", "\"wantErr\": true"));
        assertEquals(Exit.REFUTED, run("conformance", changed));
        assertSays("FAILED " + changed + ": inclusion/0/happy-path.json: got holds; expected refused");
        assertTrue(said().endsWith("\n48 passed, 1 failed\n"), this::said);
        Path unknown = Files.writeString(temporary.resolve("unknown.json"), "{\"what\": 1}");
        assertEquals(Exit.REFUTED, run("conformance", unknown, notes));
        assertTrue(said().endsWith("\n7 passed, 1 failed\n"), this::said);
    }

    @Test
    void vectorsThatAreNotThereAreBadInput() {
        assertEquals(Exit.BAD_INPUT, run("conformance", temporary.resolve("missing.json")));
        assertEquals(Exit.BAD_INPUT, run("conformance"));
        assertEquals(Exit.PROVEN, run("conformance", "--help"));
        assertSays("Example:", "cotejo conformance vectors/tlog/merkle/*.json");
    }
}
