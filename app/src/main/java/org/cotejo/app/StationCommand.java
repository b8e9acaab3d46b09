package org.cotejo.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo station WHAT ...}: the voting machine of one polling station. */
final class StationCommand implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);

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
        Parts.add(spec, "init", new StationInit(console).spec());
        Parts.add(spec, "load", new StationLoad(console).spec());
        Parts.add(spec, "open", StationDay.open(console));
        Parts.add(spec, "print", StationDay.print(console));
        Parts.add(spec, "serve", new StationServe(console).spec());
        Parts.add(spec, "close", StationDay.close(console));
        Parts.add(spec, "copy", StationDay.copy(console));
        Parts.add(spec, "status", StationDay.status(console));
        Parts.add(spec, "transmit", new StationTransmit(console).spec());
        Parts.add(spec, "count", new StationCount(console).spec());
        Parts.add(spec, "log", new StationLog(console).spec());
        Parts.add(spec, "check", new StationCheck(console).spec());
        Parts.add(spec, "test", new StationTest(console).spec());
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        throw Parts.missing(spec, "WHAT");
    }
}
