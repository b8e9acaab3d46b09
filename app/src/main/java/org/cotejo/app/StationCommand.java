package org.cotejo.app;

import java.util.List;
import java.util.concurrent.Callable;
import org.cotejo.base.RefusedException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo station WHAT ...}: the voting machine of one polling station. */
final class StationCommand implements Callable<Integer> {
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

    StationCommand(Console console) {
        Options.about(
                spec,
                "Runs a polling station's day on one machine without a network: its key, the opening report, the votes with their paper"
                        + " receipts, the sheets in several copies, the count of the receipts beside them.",
                "cotejo station init machine --election election --station 01.001.1 --machine M-1",
                "cotejo station load machine --election election --typed \"0123 4567 ...\"",
                "cotejo station open machine --copies 4 --printer device:/dev/usb/lp0",
                "cotejo station serve machine --printer device:/dev/usb/lp0",
                "cotejo station close machine --poll-book 312 --copies 8 --printer device:/dev/usb/lp0",
                "cotejo station count machine first.csv second.csv --printer device:/dev/usb/lp0",
                "cotejo station transmit machine --custodian authority --into sheets.txt");
        add("init", new StationInit(console).spec());
        add("load", new StationLoad(console).spec());
        add("open", StationDay.open(console));
        add("print", StationDay.print(console));
        add("serve", new StationServe(console).spec());
        add("close", StationDay.close(console));
        add("copy", StationDay.copy(console));
        add("status", StationDay.status(console));
        add("transmit", new StationTransmit(console).spec());
        add("count", new StationCount(console).spec());
        add("log", new StationLog(console).spec());
        add("check", new StationCheck(console).spec());
        add("test", new StationTest(console).spec());
    }

    private void add(String name, CommandSpec part) {
        LogCommand.help(part);
        spec.addSubcommand(name, new CommandLine(part));
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        List<String> parts = List.copyOf(spec.subcommands().keySet());
        throw new RefusedException(AppProblem.MISSING_OPTION.at("WHAT", String.join(", ", parts)));
    }
}
