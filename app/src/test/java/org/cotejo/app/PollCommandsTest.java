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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quick counts and exit polls as a user types them: the examples of the documents, a simulated country, and wrong files. */
class PollCommandsTest {
    private static final String SEED = "31415926535897932384";

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

    private void assertRefused(String part, Object... words) {
        assertEquals(Exit.BAD_INPUT, run(words), this::said);
        assertTrue(complained().contains(part), () -> part + " is not in " + complained());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(temporary.resolve(name), text);
    }

    private static String document(String name) throws IOException {
        return Files.readString(Path.of(System.getProperty("cotejo.root"))
                .resolve("docs/formats")
                .resolve(name));
    }

    private static String block(String document, String kind) {
        Matcher found =
                Pattern.compile("```" + kind + "\n(.*?)```", Pattern.DOTALL).matcher(document);
        assertTrue(found.find(), kind);
        return found.group(1);
    }

    private double number(String after, String key) {
        int from = Math.max(0, said().indexOf(after));
        Matcher found = Pattern.compile("\"" + key + "\":(-?[0-9.eE-]+)").matcher(said().substring(from));
        assertTrue(found.find(), () -> key + " is not in " + said());
        return Double.parseDouble(found.group(1));
    }

    private static double expected(String result, String key) {
        Matcher found = Pattern.compile("\"" + key + "\": (-?[0-9.]+)").matcher(result);
        assertTrue(found.find(), key);
        return Double.parseDouble(found.group(1));
    }

    @Test
    void theExampleOfTheQuickCountDocumentGivesWhatItSays() throws IOException {
        String document = document("quickcount.md");
        Path sample = file("sample.csv", block(document, "csv sample"));
        Path reports = file("reports.csv", block(document, "csv reports"));
        assertEquals(Exit.PROVEN, run("quickcount", "estimate", "--sample", sample, "--reports", reports, "--json"));
        String result = block(document, "json result");
        assertEquals(expected(result, "share_alfa"), number("\"alfa\"", "share"), 1e-6);
        assertEquals(expected(result, "share_beta"), number("\"beta\"", "share"), 1e-6);
        assertEquals(expected(result, "lead"), number("\"lead\":{", "value"), 1e-6);
        assertEquals(expected(result, "left_out"), number("sample", "left_out"), 0);
        assertTrue(said().contains("\"verdict\":\"publish\"") && result.contains("\"verdict\": \"publish\""));
        assertTrue(complained().contains("reports.csv:7 [station]: POLL-201"), this::complained);
        assertEquals(
                Exit.PROVEN,
                run(
                        "quickcount",
                        "estimate",
                        "--sample",
                        sample,
                        "--reports",
                        reports,
                        "--at",
                        "2027-05-12T21:00:00-04:00"));
        assertTrue(said().startsWith("NOT YET") || said().startsWith("TODAV"), this::said);
    }

    @Test
    void aQuickCountIsOnePageWithItsVerdictItsChartAndNothingFromElsewhere() throws IOException {
        String document = document("quickcount.md");
        Path sample = file("sample.csv", block(document, "csv sample"));
        Path reports = file("reports.csv", block(document, "csv reports").replace("alfa", "<alfa>"));
        Path page = temporary.resolve("quickcount.html");
        assertEquals(
                Exit.PROVEN,
                run("quickcount", "estimate", "--sample", sample, "--reports", reports, "--page", page, "--every", 1));
        String html = Files.readString(page);
        assertTrue(html.contains("<h1>Quick count. PUBLISH") && html.contains("quickcount-lead"), html);
        assertTrue(html.contains("&lt;alfa&gt;") && !html.contains("<alfa>"), "a name is text");
        assertFalse(html.replace("http://www.w3.org/2000/svg", "").contains("//"), "nothing from elsewhere");
        assertEquals(html.split("<pre>", -1).length, html.split("</pre>", -1).length);
        assertTrue(html.contains("left out.</p>") && html.contains("anybody makes this page again"), html);
    }

    @Test
    void theExampleOfTheExitPollDocumentGivesWhatItSays() throws IOException {
        String document = document("exitpoll.md");
        Path design = file("design.csv", block(document, "csv design"));
        Path answers = file("answers.csv", block(document, "csv answers"));
        assertEquals(
                Exit.PROVEN,
                run("exitpoll", answers, "--design", design, "--official", "alfa=480,beta=500,other=20", "--json"));
        String result = block(document, "json result");
        assertEquals(expected(result, "share_alfa"), number("\"alfa\"", "share"), 1e-6);
        assertEquals(expected(result, "share_beta"), number("\"beta\"", "share"), 1e-6);
        assertEquals(expected(result, "gap"), number("beside", "gap"), 1e-6);
        assertEquals(expected(result, "leader_response_needed"), number("beside", "leader_response_needed"), 1e-6);
        assertTrue(said().contains("a hint, not proof"));
        assertRefused("POLL-119", "exitpoll", file("a.csv", "station,A,B\nx,1,2\n"), "--design", design);
        assertRefused("POLL-115", "exitpoll", file("a.csv", "station,A,B\n1,1,2\n"), "--design", design);
        assertRefused("POLL-120", "exitpoll", file("a.csv", "station,A,B\n1,0,0\n"), "--design", design);
        assertRefused("POLL-116", "exitpoll", answers, "--design", design, "--official", "gamma=1");
        assertRefused("POLL-104", "exitpoll", answers, "--design", design, "--official", "alfa=1");
    }

    @Test
    void aSimulatedCountryIsPlannedDrawnEstimatedAndCompared() throws IOException {
        Path folder = temporary.resolve("country");
        assertEquals(Exit.PROVEN, run("sim", "country", "--stations", 600, "--seed", 7, "--into", folder));
        Path sample = temporary.resolve("sample.csv");
        assertEquals(
                Exit.PROVEN,
                run(
                        "quickcount",
                        "plan",
                        folder,
                        "--strata",
                        1,
                        "--spread",
                        "12%",
                        "--stations",
                        120,
                        "--seed",
                        SEED,
                        "--sample",
                        sample,
                        "--json"));
        assertEquals(120, number("", "drawn"), 0);
        String first = Files.readString(sample);
        assertEquals(
                Exit.PROVEN,
                run(
                        "quickcount",
                        "plan",
                        folder,
                        "--strata",
                        1,
                        "--spread",
                        "12%",
                        "--stations",
                        120,
                        "--seed",
                        SEED,
                        "--sample",
                        sample));
        assertEquals(first, Files.readString(sample));
        Path chart = temporary.resolve("lead.svg");
        assertEquals(
                Exit.PROVEN,
                run("quickcount", "estimate", "--sample", sample, "--folder", folder, "--svg", chart, "--json"));
        assertEquals(120, number("", "planned"), 0);
        assertTrue(number("\"lead\":{", "z") > 3, this::said);
        assertTrue(Files.readString(chart).startsWith("<svg "));
        double estimated = number("\"lead\":{", "value");
        double error = number("\"lead\":{", "se");
        assertEquals(Exit.PROVEN, run("quickcount", "missing", folder, "--json"));
        assertEquals(number("sensitivity", "lead_held"), estimated, 4 * error);
        assertEquals(600, number("", "held") + number("", "lacking"), 0);
        assertEquals(Exit.PROVEN, run("quickcount", "missing", folder));
        assertTrue(said().contains("a hint, not proof") || said().contains("un indicio, no una prueba"));
    }

    @Test
    void theSampleOfGuanajuatoIsEstimatedFromItsOwnColumns() {
        Path sample = Path.of(System.getProperty("cotejo.shared", "../../shared"))
                .resolve("vectors/audit/quickcount_gto2012_sample.csv");
        Assumptions.assumeTrue(Files.exists(sample), "no shared data");
        Object[] words = {
            "quickcount",
            "estimate",
            "--sample",
            sample,
            "--reports",
            sample,
            "--json",
            "--columns",
            "station=casilla_id,stratum=st,stratum_units=Nh,registered=ln",
            "--exempt",
            "3966,2025,2615"
        };
        assertEquals(Exit.PROVEN, run(words), this::complained);
        assertEquals(0.0703196665271405, number("\"lead\":{", "value"), 1e-12);
        assertEquals(0.00918481457306404, number("\"lead\":{", "se"), 1e-12);
        assertEquals(0.60343996472453, number("turnout", "value"), 1e-12);
        words[words.length - 1] = "3966,2025";
        assertRefused("[total]: POLL-105: 107 votes, but 0 voters", words);
    }

    @Test
    void wrongReportsAreRefusedWithFileLineAndField() throws IOException {
        Path sample = file("s.csv", "station,stratum,stratum_units,registered\n1,a,9,100\n2,a,9,100\n3,a,9,\n");
        String head = "station,A,B,total\n";
        String[][] cases = {
            {head + "1,60,50,110\n", "r.csv:2 [total]: POLL-105"},
            {head + "1,6,5,10\n", "r.csv:2 [total]: POLL-106"},
            {head + "1,6,5,11\n2,1,1,2\n1,6,5,11\n", "r.csv:4 [station]: POLL-103"},
            {head + "1,-6,5,11\n", "r.csv:2 [A]: TEXT-113"},
            {head + "1,6,99999999999,11\n", "r.csv:2 [B]: TEXT-113"},
            {head + "1,6,,11\n", "r.csv:2 [B]: POLL-104"},
            {head + ",6,5,11\n", "r.csv:2 [station]: POLL-117"},
            {head + "7,6,5,11\n", "POLL-112"},
            {head + "1,0,0,0\n", "POLL-112"},
            {"station,A,total\n1,6,11\n", "POLL-113"},
            {"A,B\n1,6\n", "TEXT-111"},
            {"station,A,B,time\n1,6,5,20:15\n", "r.csv:2 [time]: POLL-110"},
        };
        for (String[] one : cases) {
            assertRefused(one[1], "quickcount", "estimate", "--sample", sample, "--reports", file("r.csv", one[0]));
        }
        assertRefused("POLL-124", "quickcount", "estimate", "--sample", sample, "--reports", "no-such.csv");
        assertRefused("POLL-122", "quickcount", "estimate", "--sample", sample);
        assertRefused(
                "POLL-111", "quickcount", "estimate", "--sample", sample, "--reports", sample, "--allowance", "much");
        assertRefused(
                "POLL-101", "quickcount", "estimate", "--sample", sample, "--reports", sample, "--columns", "x=y");
    }

    @Test
    void wrongSamplesAndPlansAreRefused() throws IOException {
        Path reports = file("r.csv", "station,A,B\n1,6,5\n2,7,5\n");
        String[][] cases = {
            {"station,stratum,stratum_units\n1,a,9\n2,a,8\n", "s.csv:3 [stratum_units]: POLL-107"},
            {"station,stratum,stratum_units\n1,a,1\n2,a,1\n", "s.csv:3 [stratum_units]: POLL-108"},
            {"station,stratum,stratum_units\n1,a,0\n", "s.csv:2 [stratum_units]: POLL-120"},
            {"station,stratum,stratum_units\n", "POLL-121"},
            {"station,stratum,stratum_units\n1,a,9\n1,a,9\n", "s.csv:3 [station]: POLL-103"},
        };
        for (String[] one : cases) {
            assertRefused(one[1], "quickcount", "estimate", "--sample", file("s.csv", one[0]), "--reports", reports);
        }
        Path frame = file("f.csv", "station,state\n1,a\n2,a\n3,b\n4,b\n");
        assertRefused("POLL-109", "quickcount", "plan", "--frame", frame);
        assertRefused("POLL-116", "quickcount", "plan", "--frame", frame, "--spread", "10%", "--allocation", "best");
        assertRefused("DRAW-101", "quickcount", "plan", "--frame", frame, "--spread", "10%", "--seed", "12");
        assertRefused("POLL-122", "quickcount", "plan", "--spread", "10%");
        assertRefused("POLL-116", "quickcount");
        assertEquals(Exit.PROVEN, run("quickcount", "plan", "--frame", frame, "--strata", "state", "--spread", "10%"));
        assertFalse(said().contains("ticket"), "nothing is drawn without a seed");
    }

    @Test
    void theHelpOfEachHasAnExampleWithItsPerCentSigns() {
        for (String what : List.of("plan", "estimate", "missing")) {
            assertEquals(Exit.PROVEN, run("quickcount", what, "--help"));
            assertTrue(said().contains("Example"), this::said);
            assertEquals("", complained());
        }
        assertEquals(Exit.PROVEN, run("quickcount", "plan", "--help"));
        assertTrue(said().contains("(default: 1%)"), this::said);
        assertEquals(Exit.PROVEN, run("exitpoll", "--help"));
    }
}
