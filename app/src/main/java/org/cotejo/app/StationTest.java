package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.definition.StationCode;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.station.day.PrintOutcome;
import org.cotejo.station.day.StationDefinition;
import org.cotejo.station.trial.ParallelTest;
import org.cotejo.station.trial.Script;
import org.cotejo.station.trial.TrialResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo station test}: the parallel test. */
final class StationTest implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    StationTest(Console console) {
        this.console = console;
        Options.required(spec, "--election", "DIR", "the election folder whose ballot is tested");
        Options.required(spec, "--station", "CODE", "the station whose machine is tested");
        Options.value(spec, "--script", "FILE", null, "scripted voters (docs/formats/station.md, section 4)");
        Options.value(spec, "--voters", "N", "200", "without a script: so many voters by chance");
        Options.value(spec, "--seed", "S", "1", "without a script: the seed of that chance");
        Options.value(spec, "--into", "FOLDER", null, "keep the test's machine in this new folder");
        Options.about(
                spec,
                "Runs a test election with scripted voters on this program, on a machine made for it and marked as a rehearsal, and holds its"
                        + " sheets against what the script gives. Exit code 0: they are the same; 1: they are not.",
                "cotejo station test --election election --station 01.001.1 --script voters.csv");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        StationCode station = new StationCode(Objects.requireNonNull(Options.text(spec, "--station")));
        StationDefinition setup = StationSetup.of(
                        Path.of(Objects.requireNonNull(Options.text(spec, "--election"))), station)
                .definition();
        Script script = script(setup);
        @Nullable String into = Options.text(spec, "--into");
        Path folder = into == null ? temporary() : Path.of(into);
        StationPlace.checkOutside(folder);
        try {
            TrialResult result =
                    ParallelTest.run(folder, setup, script, StationPlace.around(_ -> new PrintOutcome.Printed()));
            return tell(result, script);
        } finally {
            if (into == null) {
                Folders.delete(Objects.requireNonNull(folder.getParent()));
            }
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("cotejo-parallel-test").resolve("machine");
        } catch (IOException e) {
            throw new UncheckedIOException("making a folder for the test", e);
        }
    }

    private Script script(StationDefinition setup) {
        @Nullable String file = Options.text(spec, "--script");
        if (file == null) {
            return Script.random(
                    setup.contests(),
                    Math.toIntExact(Options.number(spec, "--voters", 1, 100_000)),
                    Options.number(spec, "--seed", 0, Long.MAX_VALUE));
        }
        try {
            return Script.read(file, Files.readString(Path.of(file)), setup.contests())
                    .orThrow();
        } catch (java.nio.charset.MalformedInputException e) {
            throw new RefusedException(AppProblem.NOT_TEXT.at(file));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    private int tell(TrialResult result, Script script) {
        for (int i = 0; i < result.expected().size(); i++) {
            SignedSheet sheet = result.sheets().get(i);
            console.print(new Sentence(
                            "{0}: expected {1} and {2} blank, the sheet says {3} and {4}",
                            "{0}: se esperaba {1} y {2} en blanco, el acta dice {3} y {4}")
                    .with(
                            result.expected().get(i).contest(),
                            result.expected().get(i).votes(),
                            result.expected().get(i).blank(),
                            sheet.sheet().votes(),
                            sheet.sheet().counts().get(org.cotejo.tally.Figure.Count.BLANK)));
        }
        result.differences().forEach(console::print);
        console.print((result.isPassed()
                        ? new Sentence(
                                "[proven] {0} scripted voters: sheets, receipts and figures are what the script gives.",
                                "[probado] {0} electores de guion: actas, comprobantes y cifras son lo que da el guion.")
                        : new Sentence(
                                "[refuted] {0} scripted voters: {1} differences.",
                                "[refutado] {0} electores de guion: {1} diferencias."))
                .with(script.voters().size(), result.differences().size()));
        return result.isPassed() ? Exit.PROVEN : Exit.REFUTED;
    }
}
