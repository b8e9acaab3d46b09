package org.cotejo.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo capture tickets|revoke|send|import|receipt}: pictures from devices into the record. */
final class CaptureCommand implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);

    CaptureCommand(Console console) {
        Options.about(
                spec,
                "Pictures of sheets that are signed on the device before they leave it, with one-time tickets that link nothing to"
                        + " anybody, taken by 'cotejo intake', sealed, stated in the log by a root that hides them, with a receipt for"
                        + " who sent them.",
                "cotejo capture tickets election --custodian coalition --count 200 --each 20 --into tickets",
                "cotejo capture send device acta.jpg --station 0101.01 --to https://intake.example.org/",
                "cotejo capture import inbox --into election --custodian coalition --tickets tickets/list --private kept",
                "cotejo capture receipt 7d1a... --to https://intake.example.org/ --into acta.tlog-proof");
        Parts.add(spec, "tickets", new CaptureTickets(console).spec());
        Parts.add(spec, "revoke", new CaptureRevoke(console).spec());
        Parts.add(spec, "send", new CaptureSend(console).spec());
        Parts.add(spec, "import", new CaptureImport(console).spec());
        Parts.add(spec, "receipt", new CaptureReceipt(console).spec());
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        throw Parts.missing(spec, "WHAT");
    }
}
