package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.cotejo.base.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two publications of one folder apart, from the first page to the last move: each of them alone holds the folder and the log for
 * moments only, and between these the other would write into the same place. The lock ends with the process.
 */
record PublishLock(Path file, FileChannel channel) implements AutoCloseable {
    /** Takes the lock of an election folder; refuses at once where somebody else publishes it. */
    static PublishLock of(Path dir) {
        Path file = dir.resolve("publish.lock");
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return new PublishLock(file, channel);
            }
        } catch (OverlappingFileLockException e) {
            // another thread of this program holds it: said below
        } catch (IOException e) {
            throw new UncheckedIOException("locking " + file, e);
        }
        close(file, channel);
        throw new RefusedException(AppProblem.PUBLISHING.at(dir.toString()));
    }

    private static void close(Path file, @Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("closing " + file, e);
        }
    }

    @Override
    public void close() {
        close(file, channel);
    }
}
