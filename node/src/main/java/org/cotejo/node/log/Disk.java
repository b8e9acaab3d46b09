package org.cotejo.node.log;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The few things that the log writer does to files, one step each, so that a simulated disk can be cut off between any two. A
 * failure of the machine is an {@link java.io.UncheckedIOException} that says what was being done to which file; after one
 * nobody knows what the disk holds.
 */
interface Disk {
    /** Keeps a folder to one writer of this machine; the end of the process lets go of it too. */
    interface Lock extends AutoCloseable {
        @Override
        void close();
    }

    /** The file's bytes, but no more than {@code most} and one; nothing where there is no such file. */
    Optional<byte[]> read(Path file, int most);

    /** Makes a file that must not be there yet and forces its bytes to the disk; its name is safe once its folder is forced. */
    void create(Path file, byte[] bytes);

    /** Gives a file a second name, which must not be there yet. */
    void link(Path from, Path to);

    /** Moves a file within one file system, replacing what is there. */
    void rename(Path from, Path to);

    /** Takes a file away; nothing happens where there is none. */
    void delete(Path file);

    /** Makes one folder in a folder that is there; nothing happens where it is there already. */
    void makeFolder(Path folder);

    /** Forces the names in a folder to the disk. */
    void forceFolder(Path folder);

    /** The names in a folder, in order; none where there is no folder. */
    List<String> list(Path folder);

    /** Locks a folder; nothing where another writer, of this process or of another one, holds it. */
    Optional<Lock> lock(Path folder);
}
