package org.cotejo.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cotejo.base.Sentence;
import tools.jackson.core.JsonGenerator;

/** What happened in a drill, told while it happens. */
final class DrillReport {
    private static final int SAID_MOST = 220;

    private final Drill.Name name;
    private final Path root;
    private final Console console;
    private final boolean isTold;
    private final List<DrillStep> steps = new ArrayList<>();

    DrillReport(Drill.Name name, Path root, Console console, boolean isTold) {
        this.name = name;
        this.root = root;
        this.console = console;
        this.isTold = isTold;
    }

    void begin(Sentence about) {
        if (isTold) {
            console.print("");
            console.print("== " + name.word() + " ==");
            console.print(about);
        }
    }

    void add(DrillStep step) {
        steps.add(step);
        if (isTold) {
            tell(step);
        }
    }

    private void tell(DrillStep step) {
        String language = console.language();
        console.print("");
        console.print("%2d. [%s] %s: %s"
                .formatted(
                        steps.size(),
                        step.kind().words().in(language),
                        step.who().in(language),
                        step.what().in(language)));
        if (!step.command().isEmpty()) {
            console.print("    $ " + shortened(String.join(" ", step.command())));
            console.print("    -> "
                    + new Sentence("exit code {0} after {1} s", "código de salida {0} tras {1} s")
                            .with(step.exit(), "%.1f".formatted(step.millis() / 1_000.0))
                            .in(language)
                    + (step.kind() == DrillStep.Kind.READY || step.said().isEmpty()
                            ? ""
                            : ": " + cut(shortened(step.said()))));
        }
        if (!step.isRight()) {
            console.print(new Sentence(
                            "    !! NOT as it must be: exit code {0} and '{1}' were expected",
                            "    !! NO es como debe ser: se esperaba código de salida {0} y '{1}'")
                    .with(step.expected(), step.mark()));
        } else if (!step.then().equals(DrillStep.NOTHING)) {
            console.print("    => " + step.then().in(language));
        }
        console.out().flush();
    }

    /** Paths as they are seen from the sandbox. */
    private String shortened(String text) {
        return text.replace(root + "/", "");
    }

    private static String cut(String text) {
        return text.length() <= SAID_MOST ? text : text.substring(0, SAID_MOST) + " ...";
    }

    boolean isRight() {
        return !steps.isEmpty() && steps.stream().allMatch(DrillStep::isRight);
    }

    List<DrillStep> steps() {
        return List.copyOf(steps);
    }

    /** What it came to. */
    void end() {
        if (!isTold) {
            return;
        }
        long shouted = steps.stream()
                .filter(step -> step.kind() == DrillStep.Kind.SHOUTS && step.isRight())
                .count();
        long should = steps.stream()
                .filter(step -> step.kind() == DrillStep.Kind.SHOUTS)
                .count();
        console.print("");
        console.print(
                isRight()
                        ? new Sentence(
                                        "[proven] {0}: {1} of {2} who must shout did, and everything else came as it"
                                                + " must.",
                                        "[probado] {0}: gritaron {1} de {2} que deben gritar, y todo lo demás fue como"
                                                + " debe.")
                                .with(name.word(), shouted, should)
                        : new Sentence(
                                        "[refuted] {0}: {1} of {2} who must shout did; look for !! above.",
                                        "[refutado] {0}: gritaron {1} de {2} que deben gritar; busque !! arriba.")
                                .with(name.word(), shouted, should));
    }

    void json(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("drill", name.word());
        json.writeStringProperty("verdict", isRight() ? "proven" : "refuted");
        json.writeArrayPropertyStart("steps");
        for (DrillStep step : steps) {
            json.writeStartObject();
            json.writeStringProperty("kind", step.kind().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("who", step.who().in(console.language()));
            json.writeStringProperty("what", step.what().in(console.language()));
            json.writeStringProperty("command", shortened(String.join(" ", step.command())));
            json.writeNumberProperty("exit", step.exit());
            json.writeNumberProperty("expected", step.expected());
            json.writeStringProperty("mark", step.mark());
            json.writeBooleanProperty("right", step.isRight());
            json.writeStringProperty("said", shortened(step.said()));
            json.writeNumberProperty("milliseconds", step.millis());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
