package org.cotejo.station.box;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The disk of this machine. Forcing a folder works where a folder can be opened as a file, as on Linux and macOS. */
final class RealDisk implements Disk {
    private static final String OWNER_FILE = "rw-------";
    private static final String OWNER_FOLDER = "rwx------";

    @Override
    public Optional<byte[]> read(Path file, int most) {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(in.readNBytes(Math.addExact(most, 1)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    @Override
    public boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void create(Path file, byte[] bytes) {
        try {
            try {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_FILE)));
            } catch (UnsupportedOperationException e) {
                // a file system without owners
                Files.createFile(file);
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                fill(channel, 0, bytes);
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    private static void fill(FileChannel channel, long offset, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long at = offset;
        while (buffer.hasRemaining()) {
            at += channel.write(buffer, at);
        }
    }

    @Override
    public void write(Path file, long offset, byte[] bytes) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            fill(channel, offset, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    @Override
    public void truncate(Path file, long size) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        } catch (IOException e) {
            throw new UncheckedIOException("cutting " + file, e);
        }
    }

    @Override
    public void force(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("forcing " + file + " to the disk", e);
        }
    }

    @Override
    public void makeFolder(Path folder) {
        try {
            try {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_FOLDER)));
            } catch (UnsupportedOperationException e) {
                // a file system without owners
                Files.createDirectory(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("making the folder " + folder, e);
        }
    }

    @Override
    public void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("forcing the folder " + folder + " to the disk", e);
        }
    }

    @Override
    public long free(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("looking at the disk of " + folder, e);
        }
    }

    /**
     * Two files are locked. The system forgets a process's lock on a file as soon as that process closes the file anywhere, so the
     * lock that other processes see is only opened by the one thread that got the first; the first one is kept by the Java
     * platform's own table, which a second try cannot disturb.
     */
    @Override
    public Optional<Lock> lock(Path folder) {
        Optional<FileChannel> within = tryLock(folder.resolve("lock.process"));
        if (within.isEmpty()) {
            return Optional.empty();
        }
        Optional<FileChannel> between;
        try {
            between = tryLock(folder.resolve("lock"));
        } catch (RuntimeException e) {
            close(within.get());
            throw e;
        }
        if (between.isEmpty()) {
            close(within.get());
            return Optional.empty();
        }
        return Optional.of(() -> {
            close(between.get());
            close(within.get());
        });
    }

    private static Optional<FileChannel> tryLock(Path file) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException e) {
            // another thread of this program holds it: the answer is empty
        } catch (IOException e) {
            throw new UncheckedIOException("locking " + file, e);
        }
        if (channel != null) {
            close(channel);
        }
        return Optional.empty();
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing a lock", e);
        }
    }
}
