package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.ticket.TicketList;
import org.cotejo.ticket.TicketSet;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo capture tickets ELECTION --custodian C --count N --into DIR}: one-time keys for devices, and the body's own list of them. */
final class CaptureTickets implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;
    private final SecureRandom random = new SecureRandom();

    CaptureTickets(Console console) {
        this.console = console;
        Options.positional(spec, "ELECTION", "the election folder");
        Options.required(spec, "--custodian", "C", "who collects: a body of the definition");
        Options.value(spec, "--count", "N", "1", "how many sets to make, one for a device");
        Options.value(spec, "--each", "K", "20", "how many tickets a set has; each signs one picture");
        Options.required(
                spec,
                "--into",
                "DIR",
                "where the list and the sets go: outside of the election folder; a list that is there grows");
        Options.about(
                spec,
                "Makes one-time keys with which devices sign pictures. The sets in hand-out go onto devices or paper, then you"
                        + " delete them here; the list stays with you. Never publish it: it would tell which pictures are of one"
                        + " person.",
                "cotejo capture tickets election --custodian coalition --count 200 --each 20 --into tickets");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        Path folder = Options.path(spec, 0);
        Path into = Path.of(Objects.requireNonNull(Options.text(spec, "--into")));
        RedactFiles.checkApart(folder, into);
        int count = Math.toIntExact(Options.number(spec, "--count", 1, TicketSet.SETS_MOST));
        int each = Math.toIntExact(Options.number(spec, "--each", 1, TicketSet.TICKETS_MOST));
        OpenElection election = OpenElection.of(folder);
        ElectionDefinition definition = election.definition();
        CustodianId custodian = election.custodian(Objects.requireNonNull(Options.text(spec, "--custodian")));
        Path file = into.resolve("list");
        TicketList list = Files.exists(file) ? list(file) : new TicketList(definition.id(), custodian);
        if (!list.election().equals(definition.id()) || !list.custodian().equals(custodian)) {
            throw new RefusedException(AppProblem.OTHER_TICKETS.at(file.toString(), list.election(), list.custodian()));
        }
        int first = list.sets() + 1;
        Path handOut = into.resolve("hand-out");
        Folders.make(handOut);
        ownersOnly(into);
        for (int number = first; number < first + count; number++) {
            TicketSet set = TicketSet.fresh(definition.id(), number, each, random);
            list.add(set);
            PrivateFile.make(handOut.resolve("set-" + number + ".tickets"), set.bytes());
        }
        PrivateFile.replace(file, list.bytes());
        console.print(new Sentence(
                        "{0} sets of {1} tickets, numbers {2} to {3}, in {4}. Note on paper who gets which, then delete them here. {5}"
                                + " stays with you and is never published.",
                        "{0} juegos de {1} vales, números {2} a {3}, en {4}. Anote en papel quién recibe cuál, y bórrelos aquí. {5} se"
                                + " queda con usted y no se publica nunca.")
                .with(count, each, first, first + count - 1, handOut, file));
        return Exit.PROVEN;
    }

    /** A list as it lies on the disk. */
    static TicketList list(Path file) {
        return RedactFiles.named(
                file.toString(), TicketList.parse(ClockFiles.bytes(file.toString(), TicketList.BYTES_MOST)));
    }

    private static void ownersOnly(Path folder) {
        try {
            LogKeyFolder.ownersOnly(folder, true);
        } catch (IOException e) {
            throw new UncheckedIOException("making " + folder, e);
        }
    }
}
