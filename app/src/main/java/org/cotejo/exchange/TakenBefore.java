package org.cotejo.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotejo.bulletin.TakenPublication;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.SourceId;
import org.cotejo.dossier.Frame;
import org.cotejo.tlog.Checkpoint;

/**
 * What a folder has taken from one log so far.
 *
 * @param size entries of the newest head that was taken; 0 if none was
 * @param sources of each delivery there, what it is called here
 * @param checkpoint the newest head with the signatures of keys that the policy named, a blob of the folder
 */
public record TakenBefore(
        long size, Map<SourceId, SourceId> sources, Optional<Checkpoint> head, Optional<Hash> checkpoint) {
    public TakenBefore {
        sources = Map.copyOf(sources);
    }

    /** What was taken from the log of this origin. */
    public static TakenBefore of(Frame here, String origin) {
        Map<SourceId, SourceId> sources = new HashMap<>();
        TakenPublication newest = null;
        for (TakenPublication taken : here.taken()) {
            if (taken.origin().value().equals(origin)) {
                newest = newest == null || taken.size() >= newest.size() ? taken : newest;
                taken.sources().forEach(source -> sources.put(source.there(), source.here()));
            }
        }
        return newest == null
                ? new TakenBefore(0, Map.of(), Optional.empty(), Optional.empty())
                : new TakenBefore(
                        newest.size(),
                        sources,
                        Optional.of(new Checkpoint(origin, newest.size(), newest.root())),
                        Optional.of(newest.checkpoint()));
    }

    /** What the deliveries that it opened are called here. */
    Set<SourceId> here() {
        return new HashSet<>(sources.values());
    }
}
