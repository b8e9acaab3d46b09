package org.cotejo.bulletin;

import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.SourceId;

/**
 * Another log's publication that was verified and taken as evidence.
 *
 * @param size the tree size of the head that was verified
 * @param checkpoint hash of that head as it was signed, a public blob
 * @param sources which sources came from it, at least one
 */
public record TakenPublication(LogOrigin origin, long size, Hash root, Hash checkpoint, List<Taken> sources) {
    /** One source as it is called here and as it is called there. */
    public record Taken(SourceId here, SourceId there) {}

    public TakenPublication {
        sources = List.copyOf(sources);
        Check.that(size >= 1, "a tree of %d", size);
        Check.that(!sources.isEmpty(), "nothing was taken from %s", origin);
        Check.that(
                sources.stream().map(Taken::here).distinct().count() == sources.size(),
                "a source from %s is named twice",
                origin);
    }
}
