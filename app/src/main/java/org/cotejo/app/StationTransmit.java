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

    private final CommandSpec spec = Options.of(this);
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
        Options.value(
                spec,
                "--log-into",
                "FILE",
                null,
                "also write the machine's log to a file, for 'cotejo import machine-logs'; it knows no choice and may be published");
        Options.value(
                spec,
                "--to",
                "URL",
                null,
                "an intake to which to send sheets and log over the network (cotejo intake)");
        Options.value(spec, "--tries", "N", "5", "for --to: how often to try while nobody answers");
        Options.about(
                spec,
                "Hands out the signed sheets, after every copy was printed and never before: to a file for 'cotejo import sheets', to an"
                        + " intake, or to both. That they left is in the machine's log. What was not sent can be sent again; the intake"
                        + " takes the same sheets once.",
                "cotejo station transmit machine --custodian authority --into sheets.txt --log-into M-1.log",
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
        @Nullable String logInto = Options.text(spec, "--log-into");
        if (into == null && to == null && logInto == null) {
            throw new RefusedException(
                    AppProblem.MISSING_OPTION.at("--into", "--into FILE, --log-into FILE, --to URL"));
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
        byte[] log;
        try (Machine machine = StationPlace.start(Options.path(spec, 0))) {
            texts = machine.transmit().orThrow().stream().map(SignedSheet::text).toList();
            log = machine.publishedLog();
        }
        if (into != null) {
            write(into, String.valueOf(custodian), texts);
        }
        if (logInto != null) {
            WrittenFile.write(logInto, log);
            console.print(new Sentence(
                            "Wrote the log to {0}: cotejo import machine-logs {0} --custodian ID --into DIR",
                            "Escrita la bitácora en {0}: cotejo import machine-logs {0} --custodian ID --into DIR")
                    .with(logInto));
        }
        if (to != null) {
            push(to, texts, log, tries);
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
    private void push(String to, List<String> texts, byte[] log, int tries) {
        try (HttpWeb web = new HttpWeb(PATIENCE)) {
            SheetPush push = new SheetPush(web, tries, SheetPush::wait, console);
            String receipt = push.send(to, SheetPush.PATH, SheetPush.body(texts));
            console.print(new Sentence(
                            "Sent {0} sheets to {1}. Its receipt, to be compared by telephone: {2}",
                            "Enviadas {0} actas a {1}. Su recibo, para comparar por teléfono: {2}")
                    .with(texts.size(), to, receipt));
            String ofLog = push.send(to, SheetPush.LOGS, log);
            console.print(
                    new Sentence("Sent the log. Its receipt: {0}", "Enviada la bitácora. Su recibo: {0}").with(ofLog));
        }
    }
}
