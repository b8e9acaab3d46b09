package org.cotejo.node.mirror;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.cotejo.base.Result;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.Note;
import org.cotejo.tlog.SignedCheckpoint;

/**
 * How a mirror lies on disk: whole versions side by side, a link {@code site} to the one that is served, one version that is being made,
 * what was seen, and evidence. The link is replaced in one step, so a reader never sees half of a version.
 */
final class MirrorFolder implements AutoCloseable {
    private static final String MARK = ".cotejo-mirror";
    private static final String SITE = "site";
    private static final String CHECKPOINT = "checkpoint";

    private final Path root;
    private final FileChannel lock;
    private final AtomicLong parts = new AtomicLong();

    private MirrorFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Opens a mirror or begins one in an empty or new folder. */
    static MirrorFolder open(Path dir) {
        Path root = dir.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            boolean isEmpty;
            try (Stream<Path> inside = Files.list(root)) {
                isEmpty = inside.findAny().isEmpty();
            }
            if (!isEmpty && !Files.isRegularFile(root.resolve(MARK))) {
                throw MirrorProblem.OCCUPIED.at(dir);
            }
            Files.writeString(root.resolve(MARK), "cotejo mirror 1\n");
            MirrorFolder folder = new MirrorFolder(root, locked(root));
            for (String name : List.of("versions", "aside", "parts", "evidence")) {
                Files.createDirectories(root.resolve(name));
            }
            // What was cut off while it was being fetched.
            clear(root.resolve("parts"), false);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("opening the mirror " + dir, e);
        }
    }

    private static FileChannel locked(Path root) throws IOException {
        FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // another thread of this program holds it
        }
        channel.close();
        throw MirrorProblem.BUSY.at(root);
    }

    Path path(String name) {
        return root.resolve(name);
    }

    Path aside() {
        return root.resolve("aside");
    }

    Path evidence() {
        return root.resolve("evidence");
    }

    /** A new name for a file that is being fetched. */
    Path part() {
        return root.resolve("parts").resolve(String.valueOf(parts.incrementAndGet()));
    }

    /** The version that the link names; nothing before the first one is whole. */
    Optional<Path> current() {
        Path link = root.resolve(SITE);
        try {
            return Files.isDirectory(link) ? Optional.of(link.toRealPath()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("looking at " + link, e);
        }
    }

    /** A head that is kept under a name. */
    Optional<SignedCheckpoint> head(String name) {
        Path file = root.resolve(name);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > Note.SIZE_MOST) {
                return Optional.empty();
            }
            return SignedCheckpoint.parse(Files.readAllBytes(file)) instanceof Result.Ok<SignedCheckpoint>(var head)
                    ? Optional.of(head)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    /** Replaces a small file in one step; it is on the disk when this returns. */
    void keep(String name, byte[] bytes) {
        Path file = root.resolve(name);
        Path part = part();
        try {
            force(part, bytes);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            forceFolder(Objects.requireNonNull(file.getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException("keeping " + file, e);
        }
    }

    static void force(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    static void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Puts a fetched file at its place in the version that is being made. */
    void place(Path part, String path) throws IOException {
        Files.move(part, ready(aside().resolve(path)), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Writes a file of the version that is being made. */
    void write(String path, byte[] bytes) throws IOException {
        Path part = part();
        Files.write(part, bytes);
        place(part, path);
    }

    /** Brings a checked file of a version along, without copying it where the disk can link. */
    void carry(Path from, String path) throws IOException {
        Path target = ready(aside().resolve(path));
        Files.deleteIfExists(target);
        try {
            Files.createLink(target, from);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(from, target);
        }
    }

    private static Path ready(Path file) throws IOException {
        Path around = Objects.requireNonNull(file.getParent());
        if (!Files.isDirectory(around)) {
            Files.createDirectories(around);
        }
        return file;
    }

    /** Makes the version that was being made the one that is served; {@code files} is all that may lie in it. */
    Path swap(Checkpoint head, SortedSet<String> files) throws IOException {
        for (String name : files(aside())) {
            if (!files.contains(name)) {
                Files.delete(aside().resolve(name));
            }
        }
        String name = head.size() + "-" + head.root().hex().substring(0, 16);
        Path version = root.resolve("versions").resolve(name);
        for (int i = 2; Files.exists(version, LinkOption.NOFOLLOW_LINKS); i++) {
            version = root.resolve("versions").resolve(name + "-" + i);
        }
        Files.move(aside(), version, StandardCopyOption.ATOMIC_MOVE);
        Files.createDirectory(aside());
        Path link = part();
        Files.createSymbolicLink(link, root.relativize(version));
        Optional<Path> before = current();
        Files.move(link, root.resolve(SITE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(root.resolve("versions"));
        forceFolder(root);
        drop(version, before);
        return version;
    }

    /** Takes versions away that nobody reads any more; the one before stays for readers that began with it. */
    private void drop(Path now, Optional<Path> before) throws IOException {
        List<Path> old;
        try (Stream<Path> all = Files.list(root.resolve("versions"))) {
            old = all.filter(path ->
                            !path.equals(now) && !before.filter(path::equals).isPresent())
                    .toList();
        }
        for (Path version : old) {
            clear(version, true);
        }
    }

    /** Replaces the checkpoint of the version that is served by one of the same tree with more cosignatures. */
    void cosigned(Path version, SignedCheckpoint head) {
        Path part = part();
        try {
            force(part, head.bytes());
            Files.move(part, version.resolve(CHECKPOINT), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("keeping cosignatures in " + version, e);
        }
    }

    /** All files below a folder, by their path from there. */
    static SortedSet<String> files(Path folder) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                        .forEach(path ->
                                names.add(folder.relativize(path).toString().replace('\\', '/')));
            }
        }
        return names;
    }

    /** Empties what is being made: something in it can't be used. */
    void clearAside() throws IOException {
        clear(aside(), false);
    }

    private static void clear(Path folder, boolean itself) throws IOException {
        List<Path> all;
        try (Stream<Path> inside = Files.walk(folder)) {
            all = inside.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            if (itself || !path.equals(folder)) {
                Files.delete(path);
            }
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the mirror " + root, e);
        }
    }
}
