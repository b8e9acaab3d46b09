package org.cotejo.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.capture.redaction.PrivateField;
import org.cotejo.capture.redaction.PrivatePart;
import org.cotejo.capture.redaction.Redaction;
import org.cotejo.crypto.FileSeal;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.CommittedPicture;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.StationCode;
import org.cotejo.entry.Entry;
import org.cotejo.folder.FolderWriter;
import org.cotejo.ticket.CaptureNote;
import org.cotejo.ticket.TicketList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code cotejo capture import INBOX --into DIR --custodian C --tickets LIST --private KEPT}: seals the captures of an inbox and states their
 * roots, in the order of receipt numbers, which says nothing of when they came or from whom.
 */
final class CaptureImport implements Callable<Integer> {
    private static final int NAME = 16;

    private final CommandSpec spec = Options.of(this);
    private final Console console;
    private final SecureRandom random = new SecureRandom();

    CaptureImport(Console console) {
        this.console = console;
        Options.positional(spec, "INBOX", "the inbox of 'cotejo intake'");
        Options.required(spec, "--into", "DIR", "the election folder");
        Options.required(spec, "--custodian", "C", "who holds the pictures: the body that handed out the tickets");
        Options.required(spec, "--tickets", "LIST", "the list of tickets that 'capture tickets' made");
        Options.required(spec, "--private", "KEPT", "where the sealed pictures go");
        Options.value(
                spec,
                "--stations",
                "yes|no",
                "no",
                "whether the entries say of which station each picture is; it can be said later");
        Options.about(
                spec,
                "Checks every capture again, seals its picture with the key in $COTEJO_KEYS and states its root in the election"
                        + " folder: nothing else of it, never its ticket, its hour or who took it. The unsealed picture is deleted from"
                        + " the inbox then. What can't be taken is named and stays where it is.",
                "cotejo capture import inbox --into election --custodian coalition --tickets tickets/list --private kept");
    }

    CommandSpec spec() {
        return spec;
    }

    /** What all captures of an import have in common. */
    private record Terms(
            OpenElection election,
            CustodianId custodian,
            TicketList tickets,
            CaptureFiles files,
            Path closed,
            boolean withStations) {}

    @Override
    public Integer call() {
        Path inbox = Options.path(spec, 0);
        Path folder = Path.of(Objects.requireNonNull(Options.text(spec, "--into")));
        Path closed = Path.of(Objects.requireNonNull(Options.text(spec, "--private")));
        String stations = Objects.requireNonNull(Options.text(spec, "--stations"));
        if (!stations.equals("yes") && !stations.equals("no")) {
            throw new RefusedException(AppProblem.YES_OR_NO.at("--stations", stations));
        }
        console.keys().checkOutside(closed);
        OpenElection election = OpenElection.of(folder);
        CustodianId custodian = election.custodian(Objects.requireNonNull(Options.text(spec, "--custodian")));
        String listed = Objects.requireNonNull(Options.text(spec, "--tickets"));
        TicketList tickets = CaptureTickets.list(Path.of(listed));
        if (!tickets.custodian().equals(custodian)
                || !tickets.election().equals(election.definition().id())) {
            throw new RefusedException(AppProblem.OTHER_TICKETS.at(listed, tickets.election(), tickets.custodian()));
        }
        if (!Files.isDirectory(inbox)) {
            throw new RefusedException(AppProblem.NO_INBOX.at(inbox.toString()));
        }
        Folders.make(closed);
        take(new Terms(election, custodian, tickets, CaptureFiles.in(inbox), closed, stations.equals("yes")));
        return Exit.PROVEN;
    }

    private void take(Terms terms) {
        FileSeal key = RedactFiles.keyOrNew(console, random);
        List<CaptureNote> taken = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        int left = 0;
        int before = 0;
        for (CaptureNote note : terms.files().notes()) {
            try {
                Hash root = sealed(note, key, terms);
                if (terms.election().frame().pictures().of(root).isPresent()) {
                    before++;
                } else {
                    StationCode station = terms.withStations() ? note.station() : null;
                    entries.add(
                            new Entry.PictureCommitted(new CommittedPicture(terms.custodian(), station, root, null)));
                }
                taken.add(note);
            } catch (RefusedException e) {
                left++;
                console.print(e.problem().line(console.language()));
            }
        }
        state(terms, entries);
        taken.forEach(note -> terms.files().dropPicture(note.id()));
        console.print(new Sentence(
                        "{0} captures stated, {1} were before, {2} left out. Sealed in {3}.",
                        "{0} capturas declaradas, {1} ya lo estaban, {2} excluidas. Selladas en {3}.")
                .with(entries.size(), before, left, terms.closed()));
    }

    private static void state(Terms terms, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        try (FolderWriter writer = terms.election().folder().write()) {
            entries.forEach(writer::append);
            writer.commit();
        }
    }

    /** The root of a capture, which is sealed when this returns; the same one when it was before. */
    private Hash sealed(CaptureNote note, FileSeal key, Terms terms) {
        CaptureFiles files = terms.files();
        Optional<Hash> known = files.root(note.id());
        if (known.isPresent()) {
            return known.get();
        }
        String where = files.picturePath(note.id()).toString();
        Problem fault = fault(note, terms);
        if (fault != null) {
            throw new RefusedException(fault.in(where));
        }
        RedactFiles.Page page = RedactFiles.page(where, null);
        PrivateField field = new PrivateField(PrivateField.What.OTHER, "capture " + note.id());
        PrivatePart part =
                RedactFiles.named(where, Redaction.commit(page.plane(), page.file(), List.of(field), random));
        Hash root = part.proof().root();
        RedactFiles.writeSealed(terms.closed().resolve(root.hex().substring(0, NAME) + ".sealed"), part, key, random);
        files.putRoot(note.id(), root);
        return root;
    }

    /** Everything that the intake asked, asked again: an inbox may have been in other hands. */
    private static @Nullable Problem fault(CaptureNote note, Terms terms) {
        byte[] picture = terms.files().picture(note.id()).orElse(new byte[0]);
        return note.fault(picture)
                .or(() -> CaptureInbox.place(
                        note,
                        terms.election().definition().id(),
                        terms.election().frame().register()))
                .or(() -> terms.tickets().fault(note.ticket(), terms.files().came(note.id())))
                .orElse(null);
    }
}
