package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import org.cotejo.base.RefusedException;
import org.cotejo.crypto.Sha256;
import org.cotejo.node.log.LogKeys;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;

/**
 * The private keys of logs, and each log's own small store, in a folder that belongs to nobody but their owner: {@code
 * $COTEJO_KEYS}, else {@code ~/.cotejo/keys}. Never inside an election folder or a site.
 */
final class LogKeyFolder {
    private static final int SEED_BYTES = 32;
    private static final int SHORT_HASH = 8;

    private final Path root;

    LogKeyFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    Path root() {
        return root;
    }

    /** Where keys of this user lie. */
    static LogKeyFolder ofUser() {
        String asked = System.getenv("COTEJO_KEYS");
        return new LogKeyFolder(
                asked == null || asked.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cotejo", "keys")
                        : Path.of(asked));
    }

    /** Refuses keys that would lie inside what is published or imported. */
    void checkOutside(Path folder) {
        if (root.startsWith(folder.toAbsolutePath().normalize())) {
            throw new RefusedException(AppProblem.KEYS_INSIDE.at(root.toString(), folder));
        }
    }

    /** The folder of a log's key and store. */
    Path of(String origin) {
        String name = origin.replaceAll("[^A-Za-z0-9.-]", "_");
        String hash = Sha256.of(origin.getBytes(StandardCharsets.UTF_8)).hex().substring(0, SHORT_HASH);
        return root.resolve((name.length() > 80 ? name.substring(0, 80) : name) + "-" + hash);
    }

    /** The Ed25519 key of every log whose keys are here, by its name. */
    List<Skey> all() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (var inside = Files.list(root)) {
            return inside.map(folder -> folder.resolve("log.key"))
                    .filter(Files::isRegularFile)
                    .map(LogKeyFolder::key)
                    .sorted(java.util.Comparator.comparing(key -> key.vkey().name()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("looking into " + root, e);
        }
    }

    boolean has(String origin) {
        return Files.isRegularFile(of(origin).resolve("log.key"));
    }

    /** Makes the keys of a new log: Ed25519, and ML-DSA-44 beside it, which no quantum computer forges. */
    LogKeys make(String origin, SecureRandom random) {
        return bring(
                origin,
                List.of(
                        Skey.of(origin, Vkey.Kind.NOTE, seed(random)),
                        Skey.of(origin, Vkey.Kind.COSIGNATURE_ML_DSA, seed(random))));
    }

    static byte[] seed(SecureRandom random) {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return seed;
    }

    static void write(Path file, Skey key) throws IOException {
        Files.createFile(file);
        ownersOnly(file, false);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.wrap(key.fileForm().getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }

    static void ownersOnly(Path file, boolean isFolder) throws IOException {
        try {
            Files.setPosixFilePermissions(
                    file,
                    isFolder
                            ? Set.of(
                                    PosixFilePermission.OWNER_READ,
                                    PosixFilePermission.OWNER_WRITE,
                                    PosixFilePermission.OWNER_EXECUTE)
                            : Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        } catch (UnsupportedOperationException e) {
            // a file system without owners
        }
    }

    /** The keys of a log; refuses one whose keys are not here. */
    LogKeys read(String origin) {
        if (!has(origin)) {
            throw new RefusedException(AppProblem.NO_LOG_KEY.at(of(origin).toString(), origin));
        }
        return new LogKeys(
                origin,
                List.of(key(of(origin).resolve("log.key")), key(of(origin).resolve("cosigner.key"))));
    }

    /** The keys of a log with which something may be signed: read back by a person where they were made at a ceremony, and not given up. */
    LogKeys usable(String origin) {
        LogKeys keys = read(origin);
        KeyNotes notes = notes(origin);
        if (notes.isUnconfirmed()) {
            throw new RefusedException(AppProblem.UNCONFIRMED.at(of(origin).toString(), origin));
        }
        notes.ended().ifPresent(ended -> {
            throw new RefusedException(AppProblem.KEY_ENDED.at(
                    of(origin).toString(), origin, ended.to().name()));
        });
        return keys;
    }

    /** What is noted of a log's keys, beside them. */
    KeyNotes notes(String origin) {
        return new KeyNotes(of(origin));
    }

    /** Keys that came from elsewhere, their Ed25519 key first. */
    LogKeys bring(String origin, List<Skey> keys) {
        Path folder = of(origin);
        try {
            Files.createDirectories(folder.resolve("store"));
            ownersOnly(root, true);
            ownersOnly(folder, true);
            write(folder.resolve("cosigner.key"), keys.get(1));
            write(folder.resolve("log.key"), keys.getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException("writing keys into " + folder, e);
        }
        return read(origin);
    }

    /** The folder of a log's own store. */
    Path store(String origin) {
        return of(origin).resolve("store");
    }

    private static Skey key(Path file) {
        try {
            return Skey.parse(Files.readString(file)).orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }
}
