package org.cotejo.node.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The disk of this machine. Forcing a folder works where a folder can be opened as a file, as on Linux and macOS. */
final class RealDisk implements Disk {
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
    public void create(Path file, byte[] bytes) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    @Override
    public void link(Path from, Path to) {
        try {
            Files.createLink(to, from);
        } catch (IOException e) {
            throw new UncheckedIOException("linking " + from + " as " + to, e);
        } catch (UnsupportedOperationException e) {
            throw new UncheckedIOException("linking " + to, new IOException("this file system has no hard links", e));
        }
    }

    @Override
    public void rename(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("moving " + from + " to " + to, e);
        }
    }

    @Override
    public void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("deleting " + file, e);
        }
    }

    @Override
    public void makeFolder(Path folder) {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new UncheckedIOException("making the folder " + folder, e);
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
    public List<String> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("looking into " + folder, e);
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
