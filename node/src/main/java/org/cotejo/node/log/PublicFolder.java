package org.cotejo.node.log;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The folder that everybody reads. What is written to it is whole before it has its name, and never changes afterwards; only the
 * checkpoint is replaced. Not safe for use by several threads.
 */
final class PublicFolder {
    static final String CHECKPOINT = "checkpoint";

    /** Files that have no name yet; a name with a full stop in front is never part of a publication. */
    private static final String UNFINISHED = ".unfinished";

    /** A checkpoint with a hundred cosignatures of the longest kind has some 350 kB. */
    private static final int CHECKPOINT_MOST = 1 << 20;

    private final Disk disk;
    private final Path root;
    private final Folders folders;
    private long unfinished;

    PublicFolder(Disk disk, Path root) {
        this.disk = disk;
        this.root = root;
        this.folders = new Folders(disk, root);
    }

    Path path(String file) {
        return root.resolve(file);
    }

    /** The public checkpoint as it stands there. */
    Optional<byte[]> checkpoint() {
        return disk.read(root.resolve(CHECKPOINT), CHECKPOINT_MOST);
    }

    /** A file that must be there; refuses where it is not, or is longer than it can be. */
    byte[] read(String file, int most) {
        byte[] bytes = disk.read(root.resolve(file), most)
                .orElseThrow(() -> LogProblem.DAMAGED.at(root.resolve(file), "it is missing"));
        if (bytes.length > most) {
            throw LogProblem.DAMAGED.at(root.resolve(file), "it is longer than it can be");
        }
        return bytes;
    }

    /** Writes all files of a stage; they are durable when this returns. Those that are there must hold the same bytes. */
    void apply(Stage stage) {
        Set<Path> touched = new LinkedHashSet<>();
        for (Stage.File file : stage.files()) {
            Path place = root.resolve(file.path());
            Path around = Objects.requireNonNull(place.getParent());
            folders.ready(around);
            place(place, file.bytes());
            touched.add(around);
        }
        touched.forEach(disk::forceFolder);
    }

    private void place(Path place, byte[] bytes) {
        Optional<byte[]> there = disk.read(place, bytes.length);
        if (there.isPresent() && !Arrays.equals(there.get(), bytes)) {
            throw LogProblem.CHANGED.at(place);
        }
        Path aside = aside(bytes);
        if (there.isPresent()) {
            // Written again all the same: nobody knows whether what was read has ever reached the disk.
            disk.rename(aside, place);
        } else {
            disk.link(aside, place);
            disk.delete(aside);
        }
    }

    /** Replaces the public checkpoint, which is durable when this returns. */
    void publish(byte[] note) {
        disk.rename(aside(note), root.resolve(CHECKPOINT));
        force();
    }

    /** Makes sure of the names in the folder itself, among them that of a checkpoint that is there. */
    void force() {
        disk.forceFolder(root);
    }

    private Path aside(byte[] bytes) {
        folders.ready(root.resolve(UNFINISHED));
        Path aside = root.resolve(UNFINISHED).resolve(Long.toString(unfinished++));
        disk.create(aside, bytes);
        return aside;
    }

    /** Takes away what a writer that was cut off left without a name. */
    void clean() {
        for (String name : disk.list(root.resolve(UNFINISHED))) {
            disk.delete(root.resolve(UNFINISHED).resolve(name));
        }
    }

    /** Whether there is anything that belongs to a log. */
    boolean isBegun() {
        return checkpoint().isPresent() || !disk.list(root.resolve("tile")).isEmpty();
    }
}
