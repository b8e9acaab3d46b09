package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.picture.Picture;
import org.cotejo.capture.picture.PictureDecoder;
import org.cotejo.capture.picture.PictureLimits;
import org.cotejo.capture.redaction.PrivatePart;
import org.cotejo.crypto.FileSeal;
import org.jspecify.annotations.Nullable;

/** The files of redactions on a disk: the picture, the key, and what is for the owner's eyes alone. */
final class RedactFiles {
    static final int PAGES_MOST = PictureLimits.PAGES_MOST;

    private RedactFiles() {}

    /** A page of a picture, with the file that it stands in. */
    static final class Page {
        private final byte[] file;
        private final Grey plane;
        private final int number;
        private final @Nullable PrivatePart sealed;

        Page(byte[] file, Grey plane, int number, @Nullable PrivatePart sealed) {
            this.file = file;
            this.plane = plane;
            this.number = number;
            this.sealed = sealed;
        }

        /** The sealed part that the page was opened from; empty for a picture. */
        Optional<PrivatePart> sealed() {
            return Optional.ofNullable(sealed);
        }

        byte[] file() {
            return file;
        }

        Grey plane() {
            return plane;
        }

        int number() {
            return number;
        }
    }

    /** Reads a page; of a file with several, its number must be given. Whatever could not be read whole is refused: it must not be committed to. */
    static Page page(String file, @Nullable String number) {
        ReadCommand.quietPdf();
        byte[] bytes = ClockFiles.bytes(file, PictureLimits.BYTES_MOST);
        Picture picture = named(file, PictureDecoder.decode(bytes));
        for (Problem note : picture.notes()) {
            throw new RefusedException(note.in(file));
        }
        int pages = picture.pages().size();
        if (number == null && pages > 1 || number != null && !number.matches("[1-9][0-9]?")) {
            throw new RefusedException(AppProblem.WHICH_PAGE.at(file, pages));
        }
        int page = number == null ? 1 : Integer.parseInt(number);
        if (page > pages) {
            throw new RefusedException(AppProblem.WHICH_PAGE.at(file, pages));
        }
        return new Page(bytes, picture.pages().get(page - 1), page, null);
    }

    /** A page of a picture, or the page in a sealed file, opened with the key that is there. */
    static Page pageOrSealed(String file, @Nullable String number, Console console) {
        byte[] bytes = ClockFiles.bytes(file, PrivatePart.SEALED_MOST);
        if (!PrivatePart.isSealed(bytes)) {
            return page(file, number);
        }
        Path keyFile = keyFile(console.keys());
        FileSeal key = key(keyFile)
                .orElseThrow(() -> new RefusedException(AppProblem.NO_REDACTION_KEY.at(keyFile.toString())));
        PrivatePart part = named(file, PrivatePart.open(bytes, key));
        return new Page(part.file(), part.page(), 1, part);
    }

    /** The key, made if there is none. */
    static FileSeal keyOrNew(Console console, SecureRandom random) {
        Path file = keyFile(console.keys());
        return key(file).orElseGet(() -> {
            FileSeal made = makeKey(file, random);
            console.say(new Sentence(
                            "A new key was made: {0}. Keep a copy of it elsewhere: without it nobody opens what it sealed.",
                            "Se hizo una clave nueva: {0}. Guarde una copia en otro lugar: sin ella nadie abre lo que selló.")
                    .with(file));
            return made;
        });
    }

    /** Seals, and opens what lies on the disk again before anybody relies on it. */
    static void writeSealed(Path sealed, PrivatePart part, FileSeal key, SecureRandom random) {
        PrivateFile.make(sealed, part.sealed(key, random));
        byte[] lies = ClockFiles.bytes(sealed.toString(), PrivatePart.SEALED_MOST);
        PrivatePart again = named(sealed.toString(), PrivatePart.open(lies, key));
        if (!again.proof().root().equals(part.proof().root())) {
            throw new IllegalStateException("a sealed file opens as another");
        }
    }

    static <T> T named(String file, Result<T> read) {
        return switch (read) {
            case Result.Ok<T>(T value) -> value;
            case Result.Refused<T>(Problem problem) -> throw new RefusedException(problem.in(file));
        };
    }

    static Path keyFile(LogKeyFolder keys) {
        return keys.root().resolve("redaction.key");
    }

    /** The key that is there; nothing where none was made. */
    static Optional<FileSeal> key(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        byte[] text = ClockFiles.bytes(file.toString(), 2 * FileSeal.SIZE + 1);
        try {
            byte[] key = HexFormat.of().parseHex(new String(text, StandardCharsets.US_ASCII).strip());
            if (key.length == FileSeal.SIZE) {
                return Optional.of(new FileSeal(key));
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new RefusedException(AppProblem.REDACTION_KEY.at(file.toString()));
    }

    /** Makes a key, for nobody's eyes but the owner's. */
    static FileSeal makeKey(Path file, SecureRandom random) {
        FileSeal key = FileSeal.fresh(random);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                LogKeyFolder.ownersOnly(folder, true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("making a folder for " + file, e);
        }
        PrivateFile.make(file, (HexFormat.of().formatHex(key.bytes()) + "\n").getBytes(StandardCharsets.US_ASCII));
        return key;
    }

    /** Refuses to put what is private where it would be published, or the other way round. */
    static void checkApart(Path open, Path closed) {
        Path one = open.toAbsolutePath().normalize();
        Path other = closed.toAbsolutePath().normalize();
        if (one.startsWith(other) || other.startsWith(one)) {
            throw new RefusedException(AppProblem.NOT_APART.at(closed.toString(), open));
        }
    }
}
