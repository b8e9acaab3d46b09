package org.cotejo.node.log;

import java.nio.file.Path;
import java.util.Optional;
import org.cotejo.base.CanonicalReader.Malformed;
import org.cotejo.crypto.Hash;

/** Stages on the disk, in a folder beside the kept head: at most one of them counts, the one of that head. */
final class Staging {
    /** More than any batch makes; a larger file is none of ours. */
    private static final int BYTES_MOST = 1 << 29;

    private final Disk disk;
    private final Path folder;
    private final Folders folders;

    Staging(Disk disk, Path state) {
        this.disk = disk;
        this.folder = state.resolve("staging");
        this.folders = new Folders(disk, state);
    }

    /** Keeps a stage; it is durable when this returns. */
    void keep(Stage stage) {
        folders.ready(folder);
        disk.create(folder.resolve(stage.name()), stage.toBytes());
        disk.forceFolder(folder);
    }

    /** The stage that leads to a head; refuses one that is damaged. */
    Optional<Stage> find(long size, Hash root) {
        Path file = folder.resolve(Stage.name(size, root));
        Optional<byte[]> bytes = disk.read(file, BYTES_MOST);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try {
            Stage stage = Stage.of(bytes.get());
            if (stage.size() != size || !stage.root().equals(root)) {
                throw LogProblem.DAMAGED.at(file, "it is the stage of another head");
            }
            return Optional.of(stage);
        } catch (Malformed e) {
            throw LogProblem.DAMAGED.at(file, String.valueOf(e.getMessage()));
        }
    }

    /** Takes away a stage whose files are all in the public folder and durable there. */
    void drop(Stage stage) {
        disk.delete(folder.resolve(stage.name()));
    }

    /** Takes all stages away: those left over lead to heads that were never kept, or from which the log has gone on. */
    void dropAll() {
        for (String name : disk.list(folder)) {
            disk.delete(folder.resolve(name));
        }
    }
}
