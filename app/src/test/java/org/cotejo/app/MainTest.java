package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** A command whose outcome the test chooses. */
    @Command(description = "counts something")
    static final class Counting implements Callable<Integer> {
        private final Callable<Integer> outcome;

        @Option(names = "--stations", description = "how many")
        private int stations;

        Counting(Callable<Integer> outcome) {
            this.outcome = outcome;
        }

        @Override
        public Integer call() throws Exception {
            return stations > 0 ? stations : outcome.call();
        }
    }

    private int run(Callable<Integer> outcome, String... args) {
        List<Verb> verbs = List.of(
                new Verb("reconcile", "lay copies beside each other", _ -> new Counting(outcome)),
                new Verb("import", "read a file", _ -> {
                    throw new AssertionError("the command of a verb that nobody typed was made");
                }));
        return new Main(
                        verbs,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(args);
    }

    private static Callable<Integer> throwing(Supplier<Exception> problem) {
        return () -> {
            throw problem.get();
        };
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void versionIsTheVersionOfTheBuild() throws IOException {
        assertEquals(0, run(() -> 0, "--version"));
        assertEquals("cotejo " + Main.VERSION + System.lineSeparator(), printed());
        String pom = Files.readString(Path.of(System.getProperty("cotejo.root")).resolve("pom.xml"));
        assertTrue(pom.contains("<artifactId>cotejo</artifactId>\n  <version>" + Main.VERSION + "</version>"));
    }

    @Test
    void helpListsEveryVerbWithItsLine() {
        assertEquals(0, run(() -> 0, "--help"));
        assertTrue(printed().contains("  reconcile  lay copies beside each other"), printed());
        assertTrue(printed().contains("  import     read a file"), printed());
    }

    @Test
    void nothingTypedIsUsage() {
        assertEquals(2, run(() -> 0));
        assertEquals("", printed());
        assertTrue(complained().contains("reconcile"));
    }

    @Test
    void unknownVerbSuggestsTheNearest() {
        assertEquals(2, run(() -> 0, "reconsile"));
        assertEquals(
                "There is no verb \"reconsile\"; did you mean \"reconcile\"?",
                complained().strip());
    }

    @Test
    void unknownVerbFarFromAllSuggestsTheHelp() {
        assertEquals(2, run(() -> 0, "zzzzzz"));
        assertTrue(complained().contains("\"cotejo --help\" lists them"), complained());
    }

    @Test
    void theCommandsAnswerIsTheExitCode() {
        for (int code = 0; code <= 4; code++) {
            int answer = code;
            assertEquals(answer, run(() -> answer, "reconcile"));
        }
        assertEquals(3, run(() -> 0, "reconcile", "--stations", "3"));
    }

    @Test
    void eachVerbHasHelp() {
        assertEquals(0, run(() -> 4, "reconcile", "--help"));
        assertTrue(printed().contains("cotejo reconcile"), printed());
        assertTrue(printed().contains("--stations"), printed());
    }

    @Test
    void wrongOptionIsBadInputInOneSentenceAndAHint() {
        assertEquals(2, run(() -> 0, "reconcile", "--station"));
        assertEquals(2, complained().lines().count(), complained());
        assertTrue(complained().contains("--station"), complained());
    }

    @Test
    void aFileThatIsNotThereIsOneSentence() {
        assertEquals(4, run(throwing(() -> new NoSuchFileException("x.csv")), "reconcile"));
        assertEquals("x.csv: no such file or folder", complained().strip());
    }

    @Test
    void whatWasBeingDoneToTheFileIsSaid() {
        IOException full = new IOException("No space left on device");
        assertEquals(4, run(throwing(() -> new UncheckedIOException("writing entries of /tmp/e", full)), "reconcile"));
        assertEquals(
                "writing entries of /tmp/e (No space left on device)",
                complained().strip());
    }

    @Test
    void wrappedWithoutWordsIsSaidOnce() {
        IOException full = new IOException("No space left on device");
        assertEquals(4, run(throwing(() -> new UncheckedIOException(full)), "reconcile"));
        assertEquals("No space left on device", complained().strip());
    }

    @Test
    void aDefectIsAnInternalErrorWithItsTrace() {
        assertEquals(4, run(throwing(() -> new IllegalStateException("votes -3")), "reconcile"));
        assertTrue(complained().startsWith("internal error"), complained());
        assertTrue(complained().contains("votes -3"), complained());
        assertTrue(complained().contains("MainTest"), complained());
        assertFalse(printed().contains("internal"));
    }
}
