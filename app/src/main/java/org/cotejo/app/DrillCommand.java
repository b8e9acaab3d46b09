package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** {@code cotejo drill fork|rollback|key-theft|blocked-domain|dead-site|all}: builds an attack and shows who shouts. */
final class DrillCommand implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    DrillCommand(Console console) {
        this.console = console;
        Options.positionals(spec, "NAME", String.join(", ", Drill.Name.words()) + ", or all");
        Options.value(
                spec, "--keep", "DIR", null, "do it in this new folder and leave everything there to be looked at");
        Options.json(spec);
        Options.about(
                spec,
                "Builds an attack in a sandbox, with a simulated election, real servers on this machine, real"
                        + " witnesses, mirrors and readers, and tells step by step what the attacker did, who noticed, by"
                        + " which code, and what a person would do now. Your own keys and folders are not touched. Exit"
                        + " code 0 if everyone who must shout did, 1 if not.",
                "cotejo drill fork",
                "cotejo drill all --json",
                "cotejo drill key-theft --keep key-theft");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        List<Drill.Name> names = names();
        String kept = Options.text(spec, "--keep");
        if (kept != null) {
            Folders.checkNew(Path.of(kept));
        }
        boolean isJson = Options.isSet(spec, "--json");
        List<DrillReport> reports = new ArrayList<>();
        for (Drill.Name name : names) {
            reports.add(drilled(name, kept == null ? null : Path.of(kept), isJson));
        }
        if (isJson) {
            json(reports);
        }
        return reports.stream().allMatch(DrillReport::isRight) ? Exit.PROVEN : Exit.REFUTED;
    }

    private List<Drill.Name> names() {
        List<String> words = Options.words(spec, 0);
        if (words.isEmpty()) {
            throw new RefusedException(AppProblem.MISSING_OPTION.at("NAME", String.join(", ", Drill.Name.words())));
        }
        List<Drill.Name> names = new ArrayList<>();
        for (String word : words) {
            List<Drill.Name> fit = List.of(Drill.Name.values()).stream()
                    .filter(name -> word.equals("all") || name.word().equals(word))
                    .toList();
            if (fit.isEmpty()) {
                throw new RefusedException(
                        AppProblem.DRILL.at("NAME", word, String.join(", ", Drill.Name.words()) + ", all"));
            }
            names.addAll(fit);
        }
        return names.stream().distinct().toList();
    }

    private DrillReport drilled(Drill.Name name, @Nullable Path kept, boolean isJson) {
        Path root =
                kept == null ? temporary() : kept.toAbsolutePath().normalize().resolve(name.word());
        DrillReport report = new DrillReport(name, root, console, !isJson);
        console.say(new Sentence("Drill: {0} ...", "Simulacro: {0} ...").with(name.word()));
        try (DrillSandbox sandbox = new DrillSandbox(root, console.language())) {
            Drill drill = name.of(sandbox, report);
            report.begin(drill.about());
            drill.happen();
            report.end();
        } finally {
            if (kept == null) {
                Folders.delete(root);
            }
        }
        return report;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("cotejo-drill").toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("making a folder for the drill", e);
        }
    }

    private void json(List<DrillReport> reports) {
        try (JsonGenerator json = LogShow.JSON.createGenerator(ObjectWriteContext.empty(), console.out())) {
            json.writeStartObject();
            json.writeStringProperty("verdict", reports.stream().allMatch(DrillReport::isRight) ? "proven" : "refuted");
            json.writeArrayPropertyStart("drills");
            reports.forEach(report -> report.json(json));
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
