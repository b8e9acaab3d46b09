package org.cotejo.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.station.day.Figures;
import org.cotejo.station.day.Machine;
import org.cotejo.station.day.MachineIdentity;
import org.cotejo.station.day.MachineState;
import org.cotejo.station.day.Printing;
import org.cotejo.tally.Figure;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** {@code cotejo station open|print|close|copy|status}: what the presiding officer does at the beginning and at the end of the day. */
final class StationDay implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;
    private final BiFunction<Machine, CommandSpec, Result<MachineState>> act;
    private final boolean prints;

    private StationDay(Console console, boolean prints, BiFunction<Machine, CommandSpec, Result<MachineState>> act) {
        this.console = console;
        this.act = act;
        this.prints = prints;
        StationPlace.machine(spec);
        if (prints) {
            StationPaper.options(spec, true);
        }
    }

    static CommandSpec open(Console console) {
        StationDay part = new StationDay(console, true, (machine, spec) -> machine.openStation(copies(spec)));
        copiesOption(part.spec);
        Options.about(
                part.spec,
                "Prints the opening report, all zeros and signed, in so many copies, and opens the station once all of them came out.",
                "cotejo station open machine --copies 4 --printer device:/dev/usb/lp0",
                "cotejo station open machine --copies 4 --printer folder:papers --language en");
        return part.spec;
    }

    static CommandSpec print(Console console) {
        StationDay part = new StationDay(console, true, (machine, _) -> machine.goOnPrinting());
        Options.about(
                part.spec,
                "Goes on printing opening reports or sheets after the printer failed or the power was cut.",
                "cotejo station print machine --printer device:/dev/usb/lp0");
        return part.spec;
    }

    static CommandSpec close(Console console) {
        StationDay part = new StationDay(
                console,
                true,
                (machine, spec) -> machine.closeStation(
                        Math.toIntExact(Options.number(spec, "--poll-book", 0, Integer.MAX_VALUE)), copies(spec)));
        Options.required(part.spec, "--poll-book", "N", "voters who signed the poll book, counted by hand");
        copiesOption(part.spec);
        Options.about(
                part.spec,
                "Closes the station for good and prints the sheets of all contests in so many copies. Nothing leaves the machine before"
                        + " all of them came out.",
                "cotejo station close machine --poll-book 312 --copies 8 --printer device:/dev/usb/lp0");
        return part.spec;
    }

    static CommandSpec copy(Console console) {
        StationDay part = new StationDay(console, true, (machine, _) -> machine.printAnotherCopy());
        Options.about(
                part.spec,
                "Prints one more copy of the sheets after closing; it has a number of its own.",
                "cotejo station copy machine --printer device:/dev/usb/lp0");
        return part.spec;
    }

    static CommandSpec status(Console console) {
        StationDay part = new StationDay(
                console, false, (machine, _) -> Result.ok(machine.view().state()));
        Options.json(part.spec);
        Options.about(
                part.spec,
                "Says how the machine stands, in which state the last voter was, and its figures; never for whom anybody voted.",
                "cotejo station status machine");
        return part.spec;
    }

    private static void copiesOption(CommandSpec spec) {
        Options.required(
                spec, "--copies", "N", "how many copies: one for each party's witness, the authority, the door");
    }

    private static int copies(CommandSpec spec) {
        return Math.toIntExact(Options.number(spec, "--copies", 1, Machine.COPIES_MOST));
    }

    @Override
    public Integer call() {
        Path folder = Options.path(spec, 0);
        try (Machine machine = start(folder)) {
            act.apply(machine, spec).orThrow();
            if (!prints && Options.isSet(spec, "--json")) {
                json(machine);
            } else {
                text(machine);
            }
            return Exit.PROVEN;
        }
    }

    private Machine start(Path folder) {
        if (!prints) {
            return StationPlace.start(folder);
        }
        MachineIdentity identity = Machine.identity(folder).orThrow();
        Printing printing = StationPaper.printing(spec, identity, console);
        return Machine.start(folder, StationPlace.around(printing)).orThrow();
    }

    private void text(Machine machine) {
        Figures f = machine.view().figures();
        console.print(new Sentence("State: {0}.", "Estado: {1}.")
                .with(machine.state().en(), machine.state().es()));
        console.print(machine.lastVoter());
        console.print(new Sentence(
                        "{0} ballots released, {1} cancelled; {2} votes confirmed, {3} counted, {4} spoiled, {5} withdrawn; {6} void"
                                + " receipts; {7} restarts.",
                        "{0} boletas habilitadas, {1} anuladas; {2} votos confirmados, {3} contados, {4} anulados por el elector, {5}"
                                + " retirados; {6} comprobantes nulos; {7} reinicios.")
                .with(
                        f.released(),
                        f.cancelled(),
                        f.confirmed(),
                        f.counted(),
                        f.spoiled(),
                        f.withdrawn(),
                        f.voidStrips(),
                        f.restarts()));
        pollBook(machine, f.counted());
    }

    /** Whoever closes a station learns at once that the poll book says something else. */
    private void pollBook(Machine machine, int counted) {
        if (machine.view().state() instanceof MachineState.Closed
                && machine.sheets() instanceof Result.Ok<List<SignedSheet>>(List<SignedSheet> sheets)) {
            int voters = sheets.getFirst().sheet().counts().getOrDefault(Figure.Count.VOTERS, counted);
            console.print(
                    voters == counted
                            ? new Sentence(
                                            "The poll book and the machine agree: {0}.",
                                            "El cuaderno de votación y la máquina coinciden: {0}.")
                                    .with(counted)
                            : new Sentence(
                                            "The poll book says {0} and the machine counted {1}: they differ by {2}. Both numbers stand on"
                                                    + " the sheet. Count the receipts in the box.",
                                            "El cuaderno de votación dice {0} y la máquina contó {1}: difieren en {2}. Los dos números"
                                                    + " constan en el acta. Cuente los comprobantes de la caja.")
                                    .with(voters, counted, Math.abs(voters - counted)));
        }
    }

    private void json(Machine machine) {
        Figures f = machine.view().figures();
        try (JsonGenerator json = LogShow.JSON.createGenerator(ObjectWriteContext.empty(), console.out())) {
            json.writeStartObject();
            json.writeStringProperty("election", machine.identity().election());
            json.writeStringProperty(
                    "station", machine.identity().key().station().value());
            json.writeStringProperty(
                    "machine", machine.identity().key().machine().value());
            json.writeStringProperty(
                    "state", machine.view().state().getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT));
            json.writeStringProperty("last_voter", machine.lastVoter().in(console.language()));
            json.writeNumberProperty("released", f.released());
            json.writeNumberProperty("cancelled", f.cancelled());
            json.writeNumberProperty("confirmed", f.confirmed());
            json.writeNumberProperty("counted", f.counted());
            json.writeNumberProperty("spoiled", f.spoiled());
            json.writeNumberProperty("withdrawn", f.withdrawn());
            json.writeNumberProperty("unanswered", f.unanswered());
            json.writeNumberProperty("void_receipts", f.voidStrips());
            json.writeNumberProperty("restarts", f.restarts());
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
