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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotejo.base.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The drills are tests: real commands, real HTTP, and everyone who must shout does. */
class DrillTest {
    @TempDir
    private Path temporary;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Console console(String language) {
        PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Console(to, to, language, false);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource(Drill.Name.class)
    void everyoneWhoMustShoutDoes(Drill.Name name) {
        // Some in one language, some in the other.
        String language = name.word().length() % 2 == 0 ? "en" : "es";
        Path root = temporary.resolve(name.word());
        DrillReport report = new DrillReport(name, root, console(language), true);
        try (DrillSandbox sandbox = new DrillSandbox(root, language)) {
            name.of(sandbox, report).happen();
        }
        assertTrue(report.isRight(), this::said);
        Set<DrillStep.Kind> kinds = report.steps().stream().map(DrillStep::kind).collect(Collectors.toSet());
        assertTrue(kinds.containsAll(Set.of(DrillStep.Kind.READY, DrillStep.Kind.ATTACK, DrillStep.Kind.SHOUTS)));
        report.steps().stream()
                .filter(step ->
                        step.kind() == DrillStep.Kind.SHOUTS && !step.command().isEmpty())
                .forEach(step -> {
                    assertTrue(step.exit() != Exit.PROVEN, step::toString);
                    assertFalse(step.then().equals(DrillStep.NOTHING), "it says what a person does now");
                });
    }

    @Test
    void aStepThatDoesNotComeAsItMustMakesTheDrillFail() {
        DrillReport report = new DrillReport(Drill.Name.FORK, temporary, console("en"), true);
        report.add(step(Exit.REFUTED, Exit.REFUTED, true));
        assertTrue(report.isRight());
        report.add(step(Exit.REFUTED, Exit.PROVEN, true));
        assertFalse(report.isRight());
        report.end();
        assertTrue(said().contains("!! NOT as it must be"), this::said);
        assertTrue(said().contains("[refuted] fork: 1 of 2"), this::said);
        DrillReport silent = new DrillReport(Drill.Name.FORK, temporary, console("en"), false);
        silent.add(step(Exit.REFUTED, Exit.REFUTED, false));
        assertFalse(silent.isRight(), "the exit code alone is not enough: the code must be said");
        assertFalse(new DrillReport(Drill.Name.FORK, temporary, console("en"), false).isRight(), "nothing happened");
    }

    private static DrillStep step(int expected, int exit, boolean isSaid) {
        Sentence words = new Sentence("a", "b");
        return new DrillStep(
                DrillStep.Kind.SHOUTS,
                words,
                words,
                List.of("cotejo"),
                expected,
                exit,
                "PUB-215",
                isSaid,
                "",
                1,
                words);
    }

    @Test
    void theCommandAnswersInJsonAndLeavesNothingBehind() throws IOException {
        long before = left();
        TypedCommands typed = new TypedCommands();
        assertEquals(Exit.PROVEN, typed.run("drill", "rollback", "--json"), typed::said);
        typed.assertSays("{\"verdict\":\"proven\",\"drills\":[{\"drill\":\"rollback\"", "\"mark\":\"MIRROR-202\"");
        assertEquals(before, left());
    }

    private static long left() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> String.valueOf(path.getFileName()).startsWith("cotejo-drill"))
                    .count();
        }
    }

    @Test
    void anUnknownDrillNamesTheKnownOnesAndAFolderIsNeverOverwritten() throws IOException {
        TypedCommands typed = new TypedCommands();
        assertEquals(Exit.BAD_INPUT, typed.run("drill", "earthquake"));
        typed.assertComplains("APP-211");
        assertEquals(Exit.BAD_INPUT, typed.run("drill"));
        typed.assertComplains("APP-109");
        Path mine = Files.createDirectories(temporary.resolve("mine"));
        Files.writeString(mine.resolve("file"), "mine");
        assertEquals(Exit.BAD_INPUT, typed.run("drill", "fork", "--keep", mine));
        typed.assertComplains("APP-103");
        assertTrue(Files.exists(mine.resolve("file")));
        assertEquals(Exit.PROVEN, typed.run("drill", "--help"));
        typed.assertSays("cotejo drill fork");
    }
}
