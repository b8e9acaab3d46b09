package org.cotejo.dossier;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.CommittedPicture;

/** The pictures that bodies committed to, each root once, with what later entries added to it; in the order of the first entries. */
public final class Pictures {
    private final Map<Hash, CommittedPicture> byRoot = new LinkedHashMap<>();

    Pictures() {}

    /** What would be known of a root if this were stated; empty where it contradicts what is known, as another body's claim to it does. */
    public Optional<CommittedPicture> with(CommittedPicture stated) {
        CommittedPicture known = byRoot.get(stated.root());
        return known == null ? Optional.of(stated) : known.with(stated);
    }

    void add(CommittedPicture stated) {
        byRoot.put(
                stated.root(),
                with(stated)
                        .orElseThrow(() -> new FoldException(
                                "the picture " + stated.root() + " is stated again and in contradiction")));
    }

    /** What is known of a root; empty if nobody stated it. */
    public Optional<CommittedPicture> of(Hash root) {
        return Optional.ofNullable(byRoot.get(root));
    }

    /** All of them. */
    public Collection<CommittedPicture> all() {
        return Collections.unmodifiableCollection(byRoot.values());
    }
}
