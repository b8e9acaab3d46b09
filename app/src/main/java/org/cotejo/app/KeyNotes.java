package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.publication.Succession;
import org.cotejo.tlog.Note;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.Vkey;

/** What is noted beside the keys of a log, one small file a note; none of it is secret. */
record KeyNotes(Path folder) {
    private static final int VKEY_MOST = 8_192;

    /** Whether a ceremony began and nobody typed the fingerprint back yet. */
    boolean isUnconfirmed() {
        return Files.exists(file("unconfirmed"));
    }

    void unconfirmed() {
        write("unconfirmed", new byte[0]);
    }

    void confirmed() {
        try {
            Files.deleteIfExists(file("unconfirmed"));
        } catch (IOException e) {
            throw new UncheckedIOException("deleting " + file("unconfirmed"), e);
        }
    }

    /** The key that was made to take over if this one is given up. */
    Optional<Vkey> successor() {
        return read(
                "successor.vkey", VKEY_MOST, bytes -> Vkey.parse(new String(bytes, StandardCharsets.UTF_8).strip()));
    }

    void successor(Vkey key) {
        write("successor.vkey", (key + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** How this log came after another one. */
    Optional<Succession> began() {
        return read("began.succession", Succession.SIZE_MOST, Succession::parse);
    }

    void began(Succession succession) {
        write("began.succession", succession.bytes());
    }

    /** How this log ended. */
    Optional<Succession> ended() {
        return read("ended.succession", Succession.SIZE_MOST, Succession::parse);
    }

    void ended(Succession succession) {
        write("ended.succession", succession.bytes());
    }

    /** The newest head that was known when these keys were restored from shares. */
    Optional<SignedCheckpoint> restored() {
        return read("restored.checkpoint", Note.SIZE_MOST, SignedCheckpoint::parse);
    }

    void restored(SignedCheckpoint head) {
        write("restored.checkpoint", head.bytes());
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private <T> Optional<T> read(String name, int most, Function<byte[], Result<T>> parse) {
        Path file = file(name);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return switch (parse.apply(ClockFiles.bytes(file.toString(), most))) {
            case Result.Ok<T>(T value) -> Optional.of(value);
            case Result.Refused<T>(Problem problem) -> throw new RefusedException(problem.in(file.toString()));
        };
    }

    private void write(String name, byte[] bytes) {
        Folders.make(folder);
        WrittenFile.write(file(name).toString(), bytes);
    }
}
