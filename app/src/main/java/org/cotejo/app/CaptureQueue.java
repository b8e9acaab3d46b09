package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Hash;
import org.cotejo.definition.Names;
import org.cotejo.definition.StationCode;
import org.cotejo.ticket.CaptureNote;
import org.cotejo.ticket.CaptureProblem;
import org.cotejo.ticket.TicketSet;

/** A device's folder: the tickets that are left, captures that wait to be sent, and the receipt numbers of those that were. */
final class CaptureQueue {
    private static final String ENDING = ".capture";

    private final Path folder;

    CaptureQueue(Path folder) {
        this.folder = folder;
    }

    private Path tickets() {
        return folder.resolve("tickets");
    }

    private Path waitingFolder() {
        return folder.resolve("queue");
    }

    /** Where the receipt numbers of what was sent stand, one a line. */
    Path receipts() {
        return folder.resolve("receipts.txt");
    }

    /** Signs a picture with the next ticket and lets it wait; the ticket is gone before anything is signed with it. */
    CaptureNote sign(Path picture, String station, Instant now) {
        if (!Files.isRegularFile(tickets())) {
            throw new RefusedException(
                    CaptureProblem.NONE_LEFT.with().in(tickets().toString()));
        }
        TicketSet set = RedactFiles.named(
                tickets().toString(), TicketSet.parse(ClockFiles.bytes(tickets().toString(), TicketSet.BYTES_MOST)));
        if (set.left().isEmpty()) {
            throw new RefusedException(
                    CaptureProblem.NONE_LEFT.with().in(tickets().toString()));
        }
        if (!Names.idFault(station).isEmpty()) {
            throw new RefusedException(AppProblem.NOT_AN_ID.at("--station", station));
        }
        byte[] bytes = bytes(picture);
        Ed25519Secret ticket = set.left().getFirst();
        PrivateFile.replace(tickets(), set.rest().bytes());
        CaptureNote note = CaptureNote.signedBy(ticket, set.election(), new StationCode(station), bytes, now);
        Folders.make(waitingFolder());
        PrivateFile.replace(waitingFolder().resolve(note.id().hex() + ENDING), note.envelope(bytes));
        return note;
    }

    private static byte[] bytes(Path picture) {
        try {
            long size = Files.size(picture);
            if (size < 1 || size > CaptureNote.PICTURE_MOST) {
                throw new RefusedException(CaptureProblem.LARGE
                        .with(size, CaptureNote.PICTURE_MOST)
                        .in(picture.toString()));
            }
            return Files.readAllBytes(picture);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + picture, e);
        }
    }

    /** What waits, in the order of the receipt numbers. */
    List<Path> waiting() {
        if (!Files.isDirectory(waitingFolder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(waitingFolder())) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("looking into " + waitingFolder(), e);
        }
    }

    /** The note of what waits, if nothing of it was changed since it was signed. */
    static Result<CaptureNote> whole(byte[] envelope) {
        int end = CaptureNote.endIn(envelope).orElse(0);
        return CaptureNote.parse(Arrays.copyOf(envelope, end)).then(note -> {
            Problem fault = note.fault(Arrays.copyOfRange(envelope, end, envelope.length))
                    .orElse(null);
            return fault == null ? Result.ok(note) : Result.refused(fault);
        });
    }

    /** It lies on the intake's disk: the receipt number is written down, then the picture goes. */
    void sent(Path file, Hash id) {
        try {
            Files.writeString(
                    receipts(),
                    id.hex() + "\n",
                    StandardCharsets.US_ASCII,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("writing down that " + file + " was sent", e);
        }
    }
}
