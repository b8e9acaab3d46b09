package org.cotejo.station.box;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The few things that a machine does to files, one step each, so that a simulated disk can be cut off between any two. A failure of the
 * machine is an {@link java.io.UncheckedIOException} that says what was being done to which file; after one nobody knows what the disk
 * holds.
 */
public interface Disk {
    /** Keeps a folder to one process of this machine; the end of the process lets go of it too. */
    interface Lock extends AutoCloseable {
        @Override
        void close();
    }

    /** The file's bytes, but no more than {@code most} and one; nothing where there is no such file. */
    Optional<byte[]> read(Path file, int most);

    /** Whether a file or folder is there. */
    boolean exists(Path path);

    /** Makes a file that nobody but its owner can read, which must not be there yet, and forces its bytes to the disk. */
    void create(Path file, byte[] bytes);

    /** Writes these bytes over those that stand at {@code offset} of a file that is there, without forcing them. */
    void write(Path file, long offset, byte[] bytes);

    /** Cuts a file to its first bytes, without forcing it. */
    void truncate(Path file, long size);

    /** Forces a file's bytes to the disk. */
    void force(Path file);

    /** Makes one folder, closed to everybody but its owner, in a folder that is there; it must not be there yet. */
    void makeFolder(Path folder);

    /** Forces the names in a folder to the disk. */
    void forceFolder(Path folder);

    /** Bytes that can still be written where this folder lies. */
    long free(Path folder);

    /** Locks a folder; nothing where another process, or another part of this one, holds it. */
    Optional<Lock> lock(Path folder);

    /** The disk of this machine. */
    static Disk ofThisMachine() {
        return new RealDisk();
    }
}
