package org.cotejo.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import org.cotejo.crypto.Hash;

/** Holds the segments that are read of a folder, one after the other, against its HEAD. */
final class HeadCheck {
    private final Path folder;
    private final Head head;
    private Hash chain = Head.empty().chain();
    private long entries;

    /** Refuses a folder whose HEAD is damaged or whose last segment is missing. */
    HeadCheck(Path folder) {
        this.folder = folder;
        this.head = Head.read(folder);
        if (head.segments() > 0 && !Files.exists(Segment.file(folder, head.segments()))) {
            throw FolderProblem.DAMAGED.at(Segment.file(folder, head.segments()), "it is missing");
        }
    }

    /** Number of segments to read. */
    int segments() {
        return head.segments();
    }

    /** The next segment was read and has this hash and so many entries. */
    void add(Hash segment, long segmentEntries) {
        chain = Head.chained(chain, segment);
        entries += segmentEntries;
    }

    /** All segments were read: refuses those that are not the ones that HEAD speaks of. */
    void finish() {
        if (!chain.equals(head.chain())) {
            throw FolderProblem.DAMAGED.at(folder, "a segment was exchanged for another");
        }
        if (entries != head.entries()) {
            throw FolderProblem.DAMAGED.at(folder.resolve(Head.FILE), "it does not count the entries that there are");
        }
    }
}
