package org.cotejo.node.mirror;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.cotejo.crypto.Sha256;
import org.cotejo.tlog.ForkEvidence;
import org.cotejo.tlog.SignedCheckpoint;
import org.jspecify.annotations.Nullable;

/**
 * What was seen, kept for ever: both notes of a fork with the proof, both heads of a source that went back, the bytes that were found
 * instead of others. A file is named by its content, so what is seen a hundred times is kept once.
 */
final class Evidence {
    /** Most files: a source that lies more often than this proves nothing new. */
    private static final int FILES_MOST = 1_000;

    private static final int FOUND_MOST = 1 << 20;
    private static final int NAME_DIGITS = 16;
    private static final int LOG_MOST = 1 << 20;

    private final Path folder;

    Evidence(Path folder) {
        this.folder = folder;
    }

    /** A fork that anybody can check with the log's key alone. */
    void fork(ForkEvidence fork) {
        keep("fork", ".fork", fork.bytes());
    }

    /** Two heads as they were received, where no proof could be made. */
    void heads(String what, SignedCheckpoint older, SignedCheckpoint newer) {
        String name = name(older.bytes(), newer.bytes());
        keep(what + "-" + name + ".older", older.bytes());
        keep(what + "-" + name + ".newer", newer.bytes());
    }

    /** A head that nobody signed. */
    void head(byte[] note) {
        keep("head", ".note", note);
    }

    /** What was found at a path instead of what belongs there. */
    void found(Sighting sighting, byte @Nullable [] found, Instant at) {
        byte[] bytes = found == null ? new byte[0] : found;
        String name = name((sighting.kind() + " " + sighting.where()).getBytes(StandardCharsets.UTF_8), bytes);
        String file = "changed-" + name + ".txt";
        if (!Files.exists(folder.resolve(file))) {
            String said = at + "\n" + sighting.line("en") + "\n" + sighting.line("es") + "\nSHA-256 of what was found: "
                    + (found == null ? "-" : Sha256.of(bytes).hex()) + "\n";
            keep(file, said.getBytes(StandardCharsets.UTF_8));
            if (found != null && bytes.length <= FOUND_MOST) {
                keep("changed-" + name + ".found", bytes);
            }
        }
    }

    private void keep(String what, String ending, byte[] bytes) {
        keep(what + "-" + name(bytes) + ending, bytes);
    }

    private static String name(byte[]... parts) {
        Sha256 hash = new Sha256();
        for (byte[] part : parts) {
            hash.add(part, 0, part.length);
        }
        return hash.hash().hex().substring(0, NAME_DIGITS);
    }

    private void keep(String name, byte[] bytes) {
        Path file = folder.resolve(name);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) || count() >= FILES_MOST) {
            return;
        }
        try {
            Path part = folder.resolve("." + name);
            MirrorFolder.force(part, bytes);
            Files.move(part, file);
            MirrorFolder.forceFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("keeping the evidence " + file, e);
        }
    }

    /** Files of evidence. */
    long count() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> !path.endsWith("log.txt")).count();
        } catch (IOException e) {
            throw new UncheckedIOException("looking into " + folder, e);
        }
    }

    /** One line of the log of events; the oldest half goes where it has grown too long, the evidence never. */
    void say(Instant at, String line) {
        Path file = folder.resolve("log.txt");
        try {
            String before = Files.exists(file) ? Files.readString(file) : "";
            String kept =
                    before.length() > LOG_MOST ? before.substring(before.indexOf('\n', LOG_MOST / 2) + 1) : before;
            Files.writeString(file, kept + at + " " + line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }
}
