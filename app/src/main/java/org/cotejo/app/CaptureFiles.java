package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cotejo.base.RefusedException;
import org.cotejo.crypto.Hash;
import org.cotejo.ticket.CaptureNote;
import org.cotejo.ticket.CaptureProblem;

/** Captures in an inbox (docs/formats/captures.md, section 3): for nobody's eyes but its owner's. */
final class CaptureFiles {
    private static final String NOTE = ".note";
    private static final String CAME = ".came";
    private static final String PICTURE = ".picture";
    private static final String ROOT = ".root";

    private final Path folder;

    private CaptureFiles(Path folder) {
        this.folder = folder;
    }

    /** Those of an inbox, which is made if it is not there. */
    static CaptureFiles in(Path inbox) {
        Path folder = inbox.resolve("captures");
        if (!Files.isDirectory(folder)) {
            Folders.make(folder);
            try {
                LogKeyFolder.ownersOnly(folder, true);
            } catch (IOException e) {
                throw new UncheckedIOException("making " + folder, e);
            }
        }
        return new CaptureFiles(folder);
    }

    private Path file(Hash id, String ending) {
        return folder.resolve(id.hex() + ending);
    }

    /** The notes that are here, in the order of their receipt numbers, which says nothing of when they came or from whom. */
    List<CaptureNote> notes() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(NOTE))
                    .sorted()
                    .map(CaptureFiles::note)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("looking into " + folder, e);
        }
    }

    private static CaptureNote note(Path file) {
        byte[] bytes = ClockFiles.bytes(file.toString(), CaptureNote.BYTES_MOST);
        CaptureNote note = RedactFiles.named(file.toString(), CaptureNote.parse(bytes));
        if (!String.valueOf(file.getFileName()).equals(note.id().hex() + NOTE)) {
            throw new RefusedException(CaptureProblem.NOTE.with(1).in(file.toString()));
        }
        return note;
    }

    boolean has(Hash id) {
        return Files.exists(file(id, NOTE));
    }

    /** Writes a capture, its note last: where there is no note, there is nothing yet. */
    void keep(CaptureNote note, byte[] picture, Instant came) {
        Hash id = note.id();
        PrivateFile.replace(file(id, PICTURE), picture);
        PrivateFile.replace(file(id, CAME), (came + "\n").getBytes(StandardCharsets.US_ASCII));
        PrivateFile.replace(file(id, NOTE), note.bytes());
    }

    /** When a capture came, by the intake's clock. */
    Instant came(Hash id) {
        Path file = file(id, CAME);
        try {
            return Instant.parse(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        } catch (DateTimeException e) {
            throw new RefusedException(CaptureProblem.NOTE.with(1).in(file.toString()));
        }
    }

    /** The picture of a capture, until it was taken into the private part. */
    Optional<byte[]> picture(Hash id) {
        Path file = file(id, PICTURE);
        return Files.exists(file)
                ? Optional.of(ClockFiles.bytes(file.toString(), CaptureNote.PICTURE_MOST))
                : Optional.empty();
    }

    Path picturePath(Hash id) {
        return file(id, PICTURE);
    }

    /** The root of the redaction that a capture became; empty before. */
    Optional<Hash> root(Hash id) {
        Path file = file(id, ROOT);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = new String(ClockFiles.bytes(file.toString(), 2 * Hash.SIZE + 1), StandardCharsets.US_ASCII);
        if (!text.matches("[0-9a-f]{64}\n")) {
            throw new RefusedException(CaptureProblem.NOTE.with(1).in(file.toString()));
        }
        return Optional.of(Hash.ofHex(text.strip()));
    }

    void putRoot(Hash id, Hash root) {
        PrivateFile.replace(file(id, ROOT), (root.hex() + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** The unsealed picture goes; what is sealed stays elsewhere. */
    void dropPicture(Hash id) {
        try {
            Files.deleteIfExists(file(id, PICTURE));
        } catch (IOException e) {
            throw new UncheckedIOException("deleting the picture of " + id, e);
        }
    }
}
