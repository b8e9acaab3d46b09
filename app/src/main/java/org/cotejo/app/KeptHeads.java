package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.Result;
import org.cotejo.crypto.Sha256;
import org.cotejo.publication.Succession;
import org.cotejo.tlog.SignedCheckpoint;

/**
 * The newest head of each log that was verified here, so that a log that goes back or is rewritten is seen: in {@code
 * $COTEJO_HEADS}, else {@code ~/.cotejo/heads}.
 */
record KeptHeads(Path folder) {
    static KeptHeads ofUser() {
        String asked = System.getenv("COTEJO_HEADS");
        return new KeptHeads(
                asked == null || asked.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cotejo", "heads")
                        : Path.of(asked));
    }

    private Path file(String origin) {
        return folder.resolve(Sha256.of(origin.getBytes(StandardCharsets.UTF_8)).hex() + ".checkpoint");
    }

    /** The head kept of a log. */
    Optional<SignedCheckpoint> of(String origin) {
        Path file = file(origin);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return SignedCheckpoint.parse(Files.readAllBytes(file)) instanceof Result.Ok<SignedCheckpoint>(var head)
                    ? Optional.of(head)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    /** What was accepted here of a log whose key was given up, or that took over from one: by either origin. */
    Optional<Succession> succession(String origin) {
        Path file = succeeded(origin);
        return Files.isRegularFile(file)
                ? Optional.of(Succession.parse(ClockFiles.bytes(file.toString(), Succession.SIZE_MOST))
                        .then(Succession::verify)
                        .orThrow())
                : Optional.empty();
    }

    private Path succeeded(String origin) {
        return folder.resolve(Sha256.of(origin.getBytes(StandardCharsets.UTF_8)).hex() + ".succession");
    }

    /** Keeps a succession that was accepted: from now on the old key counts for nothing here. */
    void keep(Succession succession) {
        Folders.make(folder);
        for (String origin : List.of(succession.from().name(), succession.to().name())) {
            WrittenFile.write(succeeded(origin).toString(), succession.bytes());
        }
    }

    /** Keeps a head that was verified. */
    void keep(SignedCheckpoint head) {
        Path file = file(head.checkpoint().origin());
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        Folders.make(folder);
        try {
            Files.write(aside, head.bytes());
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("keeping " + file, e);
        }
    }
}
