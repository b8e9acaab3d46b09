package org.cotejo.node.log;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.cotejo.base.Check;

/**
 * Folders below one that is there, made when first needed. A folder that is found is forced into the one around it too: whoever
 * made it may have been killed before doing so. Not safe for use by several threads.
 */
final class Folders {
    private final Disk disk;
    private final Set<Path> durable = new HashSet<>();

    Folders(Disk disk, Path root) {
        this.disk = disk;
        durable.add(root);
    }

    /** Makes a folder durably, with those around it. */
    void ready(Path folder) {
        if (durable.contains(folder)) {
            return;
        }
        Path around = Objects.requireNonNull(folder.getParent(), () -> folder + " lies in no folder");
        Check.that(!around.equals(folder), "%s does not lie below the folder that is there", folder);
        ready(around);
        disk.makeFolder(folder);
        disk.forceFolder(around);
        durable.add(folder);
    }
}
