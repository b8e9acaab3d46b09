package org.cotejo.node.log;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cotejo.tlog.EntryBundle;
import org.cotejo.tlog.Note;
import org.cotejo.tlog.TilePath;
import org.cotejo.tlog.TileSource;

/**
 * The folder that everybody reads. What is written to it is whole before it has its name, and never changes afterwards; only the
 * checkpoint is replaced. Not safe for use by several threads.
 */
final class PublicFolder implements TileSource {
    static final String CHECKPOINT = "checkpoint";

    /** Files that have no name yet; a name with a full stop in front is never part of a publication. */
    private static final String UNFINISHED = ".unfinished";

    private static final int BUNDLE_MOST = TilePath.FULL * (2 + EntryBundle.ENTRY_MOST);

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
        return disk.read(root.resolve(CHECKPOINT), Note.SIZE_MOST);
    }

    @Override
    public Optional<byte[]> read(TilePath tile) {
        return disk.read(root.resolve(tile.path()), tile.isEntries() ? BUNDLE_MOST : TilePath.FULL_BYTES);
    }

    /** Writes files; they are durable when this returns. Those that are there must hold the same bytes. */
    void add(List<Stage.File> files) {
        Set<Path> touched = new LinkedHashSet<>();
        for (Stage.File file : files) {
            Path place = root.resolve(file.path().path());
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
