package org.cotejo.conformance.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.cotejo.formats.text.JsonValue;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The frame of the files of statistics: what passes, what fails, and that nothing is skipped. */
class AuditVectorsTest {
    /** Five ones against a half by Kaplan-Markov: P is 1/32. */
    private static final String CASE =
            "{\"id\": \"km\", \"in\": {\"test\": \"kaplan_markov\", \"estim\": null, \"bet\": null, \"N\": \"inf\","
                    + " \"u\": 1, \"t\": 0.5, \"params\": {}, \"x\": [1, 1, 1, 1, 1]}, \"out\": {\"p\": 0.03125}}";

    private static JsonValue json(String text) {
        return JsonValue.read("given.json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Outcome> recompute(String text) {
        return AuditVectors.recompute(json(text).anyObject(), _ -> Optional.empty());
    }

    private static String file(String tolerance, String... cases) {
        return "{\"method\": \"nonneg_mean_martingales\", \"tolerance\": " + tolerance + ", \"vectors\": ["
                + String.join(",", cases) + "]}";
    }

    private static Outcome one(String tolerance, String text) {
        return recompute(file(tolerance, text)).getFirst();
    }

    private static void assertFails(String expected, Outcome outcome) {
        assertTrue(!outcome.isPassed() && outcome.got().contains(expected), () -> outcome.got() + " for " + expected);
    }

    @Test
    void whatComesOutAsPublishedPasses() {
        Outcome outcome = one("{\"rel\": 1e-12}", CASE);
        assertTrue(outcome.isPassed(), outcome::got);
        assertEquals("km", outcome.id());
    }

    @Test
    void aNumberMayBeOffByEitherToleranceAndByNoMore() {
        String off = CASE.replace("0.03125", "0.03126");
        assertFails("p 0.03125", one("{}", off));
        assertFails("p 0.03125", one("{\"rel\": 1e-4, \"abs\": 1e-6}", off));
        assertTrue(one("{\"rel\": 1e-3}", off).isPassed());
        assertTrue(one("{\"abs\": 1e-4}", off).isPassed());
        assertFails("p 0.03125", one("{\"rel\": 1e-3}", CASE.replace("0.03125", "-0.03125")));
        assertTrue(
                one("{}", off.replace("\"id\"", "\"tolerance\": 0.001, \"id\"")).isPassed());
    }

    @Test
    void anOutputThatNobodyComputesIsAFailure() {
        assertFails("an unknown member of the output", one("{}", CASE.replace("\"p\"", "\"q\"")));
        assertFails("an unknown member of the output", one("{}", CASE.replace("\"p\": ", "\"p\": 0.03125, \"q\": ")));
    }

    @Test
    void anInputThatNobodyReadsIsAFailure() {
        assertFails("in.more an unknown member", one("{}", CASE.replace("\"u\"", "\"more\": 1, \"u\"")));
        assertFails("in.params.h an unknown member", one("{}", CASE.replace("{}", "{\"h\": 1}")));
        assertFails("else an unknown member", one("{}", CASE.replace("\"id\"", "\"else\": 1, \"id\"")));
        assertTrue(one("{}", CASE.replace("\"id\"", "\"source\": \"x\", \"published\": 3, \"id\""))
                .isPassed());
    }

    @Test
    void unknownMethodsTestsAndTolerancesAreFailures() {
        assertFails(
                "unknown method",
                recompute(file("{}", CASE).replace("martingales", "tests")).getFirst());
        assertFails("unknown test", one("{}", CASE.replace("kaplan_markov", "kaplan_of_tomorrow")));
        assertThrows(org.cotejo.base.RefusedException.class, () -> one("{\"most\": 1}", CASE));
    }

    @Test
    void brokenCasesAreFailuresOfTheirOwn() {
        List<Outcome> outcomes = recompute(file("{}", "7", "{\"id\": \"a\"}", CASE, CASE, CASE.replace("[1,", "[2,")));
        assertEquals(
                List.of("case 1", "a", "km", "km", "km"),
                outcomes.stream().map(Outcome::id).toList());
        assertEquals(
                List.of(false, false, true, false, false),
                outcomes.stream().map(Outcome::isPassed).toList());
        assertFails("can't be recomputed", outcomes.getFirst());
        assertFails("stands twice", outcomes.get(3));
        assertFails("can't be recomputed", one("{}", CASE.replace("[1, 1", "[7, 1")));
    }

    @Test
    void informativeOutputsAreToldAndNotJudged() {
        Outcome outcome = one("{\"informative\": [\"p\", \"z\"]}", CASE.replace("0.03125", "9, \"z\": [1]"));
        assertTrue(outcome.isPassed(), outcome::got);
        assertEquals(
                List.of(
                        "p: computed 0.03125, the file says 9; told, not judged",
                        "z: computed nothing, the file says [1]; told, not judged"),
                outcome.remarks().stream().map(remark -> remark.en()).toList());
    }

    @Test
    void listsAndTextsAreComparedElementByElement() {
        Judge judge = new Judge();
        Tolerance exact = Tolerance.of(json("{}"));
        JsonValue wanted = json("{\"a\": [1, null, \"2.50\"], \"b\": \"x\", \"c\": true, \"d\": [1, 2]}");
        Computed.Members got = Computed.members();
        Computed.with(got, "a", Computed.of(List.of(Computed.of(1.0), new Computed.Nothing(), Computed.of(2.5))));
        Computed.with(got, "b", Computed.of("y"));
        Computed.with(got, "c", Computed.of(true));
        Computed.with(got, "d", Computed.of(1.0));
        judge.compare("", json("{\"c\": true}"), got, exact);
        assertTrue(judge.outcome("-").isPassed());
        judge.compare("", json("{\"a\": [1, null, \"2.50\"]}"), got, exact);
        assertTrue(judge.outcome("-").isPassed());
        Computed.with(got, "d", Computed.of(1.0, 2.0, 3.0));
        judge.compare("", wanted, got, exact);
        assertEquals("b y, d 3 elements", judge.outcome("-").got());
        assertEquals("b x, d 2 elements", judge.outcome("-").expected());
    }

    @Test
    void aTableBesideIsReadPlainOrPacked() throws IOException {
        byte[] plain = "n,\"x y\"\n1,2.5\n3,4\n".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        for (byte[] bytes : List.of(plain, packed.toByteArray())) {
            Given given = new Given(
                    json("{\"csv\": \"t.csv\", \"other\": \"none.csv\"}"),
                    new Given.Whole(
                            "",
                            List.of(),
                            List.of(),
                            name -> name.equals("t.csv") ? Optional.of(bytes) : Optional.empty()));
            CsvTable table = given.table("csv");
            assertEquals(List.of("n", "x y"), table.columns());
            assertArrayEquals(new long[] {1, 3}, table.wholes("n"));
            assertArrayEquals(new double[] {2.5, 4}, table.numbers("x y"));
            assertThrows(IllegalArgumentException.class, () -> given.table("other"));
        }
        byte[] cut = java.util.Arrays.copyOf(packed.toByteArray(), 15);
        assertThrows(IllegalArgumentException.class, () -> CsvTable.read("t.csv", cut));
    }

    private static List<Outcome> published(String method) {
        Path file = Path.of(System.getProperty("cotejo.shared", "../../shared"), "vectors/audit", method + ".json");
        Assumptions.assumeTrue(Files.exists(file), () -> "no shared data at " + file.toAbsolutePath());
        try {
            return AuditVectors.recompute(
                    JsonValue.read(file.toString(), Files.readAllBytes(file)).anyObject(), name -> beside(file, name));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    private static Optional<byte[]> beside(Path file, String name) {
        try {
            Path path = file.resolveSibling(name);
            return Files.exists(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
    }

    @Test
    void everyPublishedFileOfAKnownMethodComesOut() {
        for (Method method : Methods.ALL) {
            List<Outcome> outcomes = published(method.name());
            assertTrue(!outcomes.isEmpty(), method::name);
            assertEquals(
                    List.of(),
                    outcomes.stream().filter(outcome -> !outcome.isPassed()).toList(),
                    method::name);
        }
    }
}
