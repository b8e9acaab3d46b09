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
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cotejo forensics} and {@code cotejo bounds} as a user types them. */
class ForensicsCommandTest {
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

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private Path country() {
        Path folder = temporary.resolve("country");
        assertEquals(
                Exit.PROVEN,
                run("sim", "country", "--stations", 240, "--copies", 3, "--seed", 5, "--into", folder),
                this::complained);
        return folder;
    }

    @Test
    void everyIndicatorComesWithItsCaution() {
        Path folder = country();
        assertEquals(Exit.PROVEN, run("forensics", folder, "--rounds", 200, "--json"), this::complained);
        String json = said();
        assertTrue(json.contains("\"id\":\"integer_percentages\""), json);
        assertTrue(json.contains("\"id\":\"past_register\""), json);
        assertFalse(json.contains("second_digits"), json);
        assertTrue(
                json.contains("\"caution\":\"a hint, not proof\"")
                        || json.contains("\"caution\":\"un indicio, no una prueba\""),
                json);
        assertEquals(Exit.PROVEN, run("forensics", folder, "--rounds", 200, "--json"), this::complained);
        assertEquals(json, said());
        assertEquals(Exit.PROVEN, run("forensics", folder, "--rounds", 200, "--with-2bl"), this::complained);
        assertTrue(said().contains("second_digits_bad_test"), this::said);
    }

    @Test
    void stationsAreExportedAndTheChartIsDrawn() throws IOException {
        Path folder = country();
        Path csv = temporary.resolve("stations.csv");
        Path charts = temporary.resolve("charts");
        String contest = firstContest(folder);
        assertEquals(
                Exit.PROVEN,
                run("forensics", folder, "--rounds", 50, "--contest", contest, "--csv", csv, "--svg", charts),
                this::complained);
        List<String> lines = Files.readAllLines(csv);
        assertTrue(
                lines.getFirst().startsWith("station,area,place,N,cast,a,w,valid,null,blank,arrival,votes_"),
                lines::getFirst);
        assertTrue(lines.size() > 200, () -> String.valueOf(lines.size()));
        assertTrue(Files.readString(charts.resolve("fingerprint-1.svg")).startsWith("<svg"));
    }

    private String firstContest(Path folder) {
        assertEquals(Exit.PROVEN, run("bounds", folder, "--json"), this::complained);
        String json = said();
        int from = json.indexOf("\"contests\":[{\"id\":\"") + "\"contests\":[{\"id\":\"".length();
        return json.substring(from, json.indexOf('"', from));
    }

    @Test
    void boundsAreThoseOfReconcile() throws IOException {
        Path folder = country();
        String contest = firstContest(folder);
        String json = said();
        assertTrue(json.contains("\"sheets_unknown\":{\"leader\":"), json);
        assertTrue(json.contains("\"strict\":{"), json);
        assertTrue(json.contains("\"over_time\":{\"decided\":"), json);
        Path svg = temporary.resolve("night.svg");
        assertEquals(Exit.PROVEN, run("bounds", folder, "--contest", contest, "--svg", svg), this::complained);
        assertTrue(Files.readString(svg).contains("</svg>"));
    }

    @Test
    void theSamePlacesOfAnEarlierElectionAreCompared() {
        Path folder = country();
        assertEquals(
                Exit.PROVEN, run("forensics", folder, "--rounds", 50, "--earlier", folder, "--json"), this::complained);
        assertTrue(said().contains("\"id\":\"past_share\""), this::said);
    }

    @Test
    void whatIsNotThereIsNamed() throws IOException {
        Path folder = country();
        assertEquals(Exit.BAD_INPUT, run("forensics", folder, "--contest", "no"));
        assertTrue(complained().contains("APP-150"), this::complained);
        assertEquals(Exit.BAD_INPUT, run("forensics", folder, "--leader", "nobody"));
        assertTrue(complained().contains("APP-151"), this::complained);
        assertEquals(Exit.BAD_INPUT, run("forensics", folder, "--exempt", "nowhere"));
        assertTrue(complained().contains("APP-152"), this::complained);
        assertEquals(Exit.BAD_INPUT, run("forensics", folder, "--rounds", "many"));
        assertEquals(Exit.BAD_INPUT, run("bounds", folder, "--level", "-1"));
        Path empty = Files.createDirectory(temporary.resolve("empty"));
        assertTrue(run("forensics", empty) != Exit.PROVEN);
        assertTrue(run("bounds", empty) != Exit.PROVEN);
    }

    @Test
    void venezuelaWasDecidedBeforeTheLastSheet() {
        Path data = Path.of(System.getProperty("cotejo.shared", "../../shared"))
                .resolve("data/venezuela-2024/RESULTADOS_2024_CSV_V1.csv");
        Assumptions.assumeTrue(Files.exists(data), "no shared data at " + data);
        Path folder = temporary.resolve("ve");
        assertEquals(Exit.PROVEN, run("import", "ve-csv", data, "--into", folder));
        assertEquals(Exit.PROVEN, run("bounds", folder, "--json"));
        assertTrue(
                said().contains("\"lead\":3915001,\"missing_registered_at_most\":3576566,\"can_flip\":\"no\""),
                this::said);
        assertTrue(said().contains("\"turnout_needed\":1.094625962"), this::said);
        assertTrue(said().contains("\"over_time\":{\"decided\":{\"stations\":"), this::said);
        assertEquals(Exit.PROVEN, run("forensics", folder, "--rounds", 200, "--json"));
        assertTrue(said().contains("\"id\":\"rounded_totals\""), this::said);
    }

    @Test
    void aCellOfTheExportIsNeverAFormula() {
        assertEquals("'=1+1", StationsExport.quoted("=1+1"));
        assertEquals("\"a,\"\"b\"\"\"", StationsExport.quoted("a,\"b\""));
        assertEquals("plain", StationsExport.quoted("plain"));
    }
}
