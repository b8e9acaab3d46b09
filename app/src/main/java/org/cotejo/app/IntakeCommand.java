package org.cotejo.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.dossier.Frame;
import org.cotejo.node.web.Service;
import org.cotejo.node.web.WebServer;
import org.cotejo.ticket.TicketList;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo intake}: takes the signed sheets that voting machines send, and the captures of devices, for whoever holds them from then on. */
final class IntakeCommand implements Callable<Integer> {
    /** A station whose machine was replaced, or that sent again, has more than one. */
    private static final int FILES_A_STATION = 10;

    /** A sheet has at most 16,000 bytes, and a closing some dozens of them; a log has some 1,100 bytes for each voter. */
    private static final WebServer.Limits LIMITS = new WebServer.Limits(1 << 22, 64, Duration.ofSeconds(30));

    /** Pictures are larger, and networks slow: so fewer at a time, at most some 500 MiB together. */
    private static final WebServer.Limits OF_CAPTURES =
            new WebServer.Limits(CaptureInbox.BODY_MOST, 32, Duration.ofMinutes(2));

    /** What a folder of a file system holds well; each has a ticket of the body. */
    private static final long CAPTURES_MOST = 2_000_000;

    private final CommandSpec spec = Options.of(this);
    private final Console console;

    IntakeCommand(Console console) {
        this.console = console;
        Options.positional(
                spec, "ELECTION", "the election folder, with the frozen definition and the keys of the machines");
        Options.required(
                spec, "--custodian", "ID", "who holds what is sent from here on: a custodian of the definition");
        Options.required(
                spec,
                "--inbox",
                "DIR",
                "the folder for what is sent, outside the election folder; made if it is not there");
        Options.value(
                spec,
                "--tickets",
                "LIST",
                null,
                "also take captures of devices with these tickets (cotejo capture tickets)");
        Options.value(
                spec,
                "--site",
                "SITE",
                null,
                "hand out receipts of captures that this publication holds; with --tickets");
        Options.value(spec, "--port", "P", "8850", "the port");
        Options.value(
                spec, "--host", "H", "127.0.0.1", "the address to listen on; 0.0.0.0 lets others of the network send");
        Options.about(
                spec,
                "Takes the sheets and logs that 'cotejo station transmit --to' sends, until it is stopped. What a machine of the frozen definition signed"
                        + " is written to the inbox, a file for each closing and each log, and answered with its hash once it is safe on the disk; all"
                        + " else is refused and not kept. With --tickets it also takes the pictures that devices sign with 'cotejo"
                        + " capture send'. Import what came when you want to ('import sheets', 'import machine-logs', 'capture import'). Put a server with TLS"
                        + " in front of it where it can be reached from outside.",
                "cotejo intake election --custodian coalition --inbox inbox --host 0.0.0.0",
                "cotejo import sheets inbox/*.txt --into election",
                "cotejo import machine-logs inbox/*.log --custodian coalition --into election",
                "cotejo intake election --custodian coalition --inbox inbox --tickets tickets/list --site site");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        Path folder = Options.path(spec, 0);
        Path inbox = Path.of(Objects.requireNonNull(Options.text(spec, "--inbox")));
        Service service = service(folder, inbox);
        boolean takesCaptures = Options.text(spec, "--tickets") != null;
        int port = Math.toIntExact(Options.number(spec, "--port", 0, 65_535));
        String host = Objects.requireNonNull(Options.text(spec, "--host"));
        Optional<WebServer> started = WebServer.start(host, port, takesCaptures ? OF_CAPTURES : LIMITS, service);
        if (started.isEmpty()) {
            throw new RefusedException(AppProblem.PORT.at("--port", port));
        }
        try (WebServer server = started.get()) {
            console.print(new Sentence(
                            "The intake answers at http://{0}:{1}/ and writes to {2} (stop with Ctrl+C)",
                            "La recepción responde en http://{0}:{1}/ y escribe en {2} (pare con Ctrl+C)")
                    .with(host, server.port(), inbox));
            console.out().flush();
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Exit.PROVEN;
    }

    private Service service(Path folder, Path inbox) {
        OpenElection election = OpenElection.of(folder);
        Frame frame = election.frame();
        ElectionDefinition definition = election.definition();
        CustodianId custodian = election.custodian(Objects.requireNonNull(Options.text(spec, "--custodian")));
        String tickets = Options.text(spec, "--tickets");
        String site = Options.text(spec, "--site");
        if (tickets == null && site != null) {
            throw new RefusedException(AppProblem.MISSING_OPTION.at("--tickets", "--tickets LIST"));
        }
        if (frame.frozen().isEmpty() && tickets == null) {
            throw new RefusedException(AppProblem.NOT_FROZEN.at(folder.toString()));
        }
        Folders.make(inbox);
        long most = 1_000 + (long) FILES_A_STATION * frame.register().size();
        SheetInbox sheets = new SheetInbox(frame, definition, custodian.value(), inbox, most);
        if (tickets == null) {
            return sheets;
        }
        TicketFile list = new TicketFile(Path.of(tickets));
        TicketList now = list.get();
        if (!now.election().equals(definition.id()) || !now.custodian().equals(custodian)) {
            throw new RefusedException(AppProblem.OTHER_TICKETS.at("--tickets", now.election(), now.custodian()));
        }
        CaptureInbox captures = new CaptureInbox(
                definition.id(),
                frame.register(),
                list,
                CaptureFiles.in(inbox),
                new Receipts(site == null ? null : Path.of(site)),
                Clock.systemUTC(),
                CAPTURES_MOST);
        return request -> CaptureInbox.isFor(request) ? captures.answer(request) : sheets.answer(request);
    }
}
