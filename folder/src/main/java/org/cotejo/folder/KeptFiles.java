package org.cotejo.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.cotejo.crypto.Hash;
import org.jspecify.annotations.Nullable;

/**
 * Files on their way into a folder, each in a place named by its hash: imported ones in the private part, public ones among
 * the blobs. They are written while the change goes on, since the disk has time then; {@link #force} waits until they are safe.
 */
final class KeptFiles {
    private record Pending(Path aside, Path file, FutureTask<Boolean> written) {}

    private final Path folder;
    private final List<Pending> pending = new ArrayList<>();

    KeptFiles(Path folder) {
        this.folder = folder;
    }

    /** Where an imported file lies. */
    static Path privateFile(Path folder, Hash hash) {
        return folder.resolve("private").resolve("sources").resolve(hash.hex());
    }

    /** Where a public file lies. */
    static Path blob(Path folder, Hash hash) {
        return folder.resolve("blobs")
                .resolve("sha256")
                .resolve(hash.hex().substring(0, 2))
                .resolve(hash.hex());
    }

    Path privateFile(Hash hash) {
        return privateFile(folder, hash);
    }

    /** Where a file is written before it is moved into place. */
    static Path aside(Path file) {
        return file.resolveSibling(file.getFileName() + ".unfinished");
    }

    /** Begins a file of the private part whose hash is not known yet; there is one at a time. */
    KeptFile beginPrivate() {
        return new KeptFile(this, folder.resolve("private").resolve("sources").resolve("unfinished"));
    }

    void keepPrivate(Path origin, byte[] content, Hash hash) {
        keep("keeping " + origin.getFileName(), content, privateFile(hash));
    }

    void keepBlob(byte[] content, Hash hash) {
        Path file = blob(folder, hash);
        Disk.makeFolders(Objects.requireNonNull(file.getParent()));
        keep("keeping a blob", content, file);
    }

    private void keep(String thread, byte[] content, Path file) {
        if (isNew(file)) {
            keep(thread, file, () -> write(aside(file), content));
        }
    }

    /** Whether a file is neither here nor on its way. */
    boolean isNew(Path file) {
        return !Files.exists(file) && pending.stream().noneMatch(p -> p.file().equals(file));
    }

    /** Lets a thread of its own do what must still be done before a file is safe {@link #aside}. */
    void keep(String thread, Path file, Runnable rest) {
        FutureTask<Boolean> task = new FutureTask<>(rest, Boolean.TRUE);
        pending.add(new Pending(aside(file), file, task));
        Thread.ofPlatform().daemon().name(thread).start(task);
    }

    private static void write(Path file, byte[] content) {
        try (OutFile out = new OutFile(file)) {
            out.write(content, content.length);
            out.finish();
        }
    }

    /** Waits until all files are on the disk and moves them into place. */
    void force() {
        for (Pending file : pending) {
            await(file.written());
            Disk.move(file.aside(), file.file());
        }
    }

    /** Deletes what was kept, also what was not written whole; goes on where one file can't be deleted and says so at the end. */
    void takeBack() {
        @Nullable UncheckedIOException fault = null;
        for (Pending file : pending) {
            try {
                await(file.written());
            } catch (UncheckedIOException e) {
                // it was not written whole: deleted all the same
            }
            try {
                Files.deleteIfExists(file.aside());
                Files.deleteIfExists(file.file());
            } catch (IOException e) {
                fault = new UncheckedIOException("deleting " + file.aside(), e);
            }
        }
        if (fault != null) {
            throw fault;
        }
    }

    private static void await(FutureTask<Boolean> task) {
        try {
            task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UncheckedIOException cause) {
                throw cause;
            }
            throw new IllegalStateException("keeping an imported file", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while keeping an imported file", e);
        }
    }
}
