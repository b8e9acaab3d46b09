package org.cotejo.app;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.definition.Names;
import org.cotejo.node.web.HttpWeb;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.station.day.Machine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo station transmit}: the signed sheets as a file that {@code cotejo import sheets} takes, or sent to an intake. */
final class StationTransmit implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TRIES_MOST = 100;

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final Console console;

    StationTransmit(Console console) {
        this.console = console;
        StationPlace.machine(spec);
        Options.value(spec, "--into", "FILE", null, "the file to write, as on a stick");
        Options.value(
                spec,
                "--custodian",
                "ID",
                null,
                "for --into: who holds the sheets from here on, a custodian of the definition");
        Options.value(spec, "--to", "URL", null, "an intake to which to send them over the network (cotejo intake)");
        Options.value(spec, "--tries", "N", "5", "for --to: how often to try while nobody answers");
        Options.about(
                spec,
                "Hands out the signed sheets, after every copy was printed and never before: to a file for 'cotejo import sheets', to an"
                        + " intake, or to both. That they left is in the machine's log. What was not sent can be sent again; the intake"
                        + " takes the same sheets once.",
                "cotejo station transmit machine --custodian authority --into sheets.txt",
                "cotejo station transmit machine --to https://intake.example.org/");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        @Nullable String custodian = Options.text(spec, "--custodian");
        @Nullable String into = Options.text(spec, "--into");
        @Nullable String to = Options.text(spec, "--to");
        int tries = Math.toIntExact(Options.number(spec, "--tries", 1, TRIES_MOST));
        if (into == null && to == null) {
            throw new RefusedException(AppProblem.MISSING_OPTION.at("--into", "--into FILE, --to URL"));
        }
        if (into != null && custodian == null) {
            throw new RefusedException(AppProblem.MISSING_OPTION.at("--custodian", "--custodian ID"));
        }
        if (custodian != null && !Names.idFault(custodian).isEmpty()) {
            throw new RefusedException(AppProblem.NOT_AN_ID.at("--custodian", custodian));
        }
        if (to != null) {
            SheetPush.check(to);
        }
        List<String> texts;
        try (Machine machine = StationPlace.start(Options.path(spec, 0))) {
            texts = machine.transmit().orThrow().stream().map(SignedSheet::text).toList();
        }
        if (into != null) {
            write(into, String.valueOf(custodian), texts);
        }
        if (to != null) {
            push(to, texts, tries);
        }
        return Exit.PROVEN;
    }

    private void write(String into, String custodian, List<String> texts) {
        StringBuilder text = new StringBuilder("custodian=").append(custodian);
        text.append("\nway=transmitted\n");
        texts.forEach(sheet -> text.append(sheet).append('\n'));
        WrittenFile.write(into, text.toString().getBytes(StandardCharsets.UTF_8));
        console.print(new Sentence(
                        "Wrote {0} sheets to {1}: cotejo import sheets {1} --into DIR",
                        "Escritas {0} actas en {1}: cotejo import sheets {1} --into DIR")
                .with(texts.size(), into));
    }

    /** The machine's folder is let go of meanwhile: a network may take its time. */
    private void push(String to, List<String> texts, int tries) {
        try (HttpWeb web = new HttpWeb(PATIENCE)) {
            String receipt = new SheetPush(web, tries, SheetPush::wait, console).send(to, texts);
            console.print(new Sentence(
                            "Sent {0} sheets to {1}. Its receipt, to be compared by telephone: {2}",
                            "Enviadas {0} actas a {1}. Su recibo, para comparar por teléfono: {2}")
                    .with(texts.size(), to, receipt));
        }
    }
}
