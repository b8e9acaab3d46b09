package org.cotejo.node.mirror;

import java.util.Set;
import java.util.TreeSet;
import org.cotejo.base.Result;
import org.cotejo.bulletin.Publication;
import org.cotejo.crypto.Hash;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryReader;
import org.cotejo.tlog.EntryBundle;
import org.cotejo.tlog.TilePath;
import org.jspecify.annotations.Nullable;

/** Which files the entries of a log name by their hash, gathered entry by entry. Entries of no known form name none. */
final class Named {
    /** Most files that are followed: a log that names more is none of an election. */
    static final int MOST = 200_000;

    private final Set<String> needed;
    private final Set<String> perhaps;
    private long entries;
    private @Nullable Publication newest;

    Named() {
        needed = new TreeSet<>();
        perhaps = new TreeSet<>();
    }

    private Named(Named other) {
        needed = new TreeSet<>(other.needed);
        perhaps = new TreeSet<>(other.perhaps);
        entries = other.entries;
        newest = other.newest;
    }

    Named copy() {
        return new Named(this);
    }

    /** Takes the entries of a bundle that were not taken yet; bundles come in order. */
    void add(long bundle, EntryBundle entries) {
        long first = bundle * TilePath.FULL;
        for (int i = 0; i < entries.count(); i++) {
            if (first + i >= this.entries) {
                entry(entries, i);
                this.entries++;
            }
        }
    }

    private void entry(EntryBundle bundle, int index) {
        if (!(EntryReader.read(bundle.bytes(), bundle.offset(index), bundle.length(index))
                instanceof Result.Ok<Entry>(Entry entry))) {
            return;
        }
        if (entry instanceof Entry.PublicationMade(Publication publication)) {
            newest = publication;
            needed.add(publication.manifest().hex());
        } else if (entry instanceof Entry.PublicationTaken(var taken)) {
            needed.add(taken.checkpoint().hex());
        } else if (entry instanceof Entry.MachineLogGiven(var held)) {
            needed.add(held.file().hex());
        } else if (entry instanceof Entry.AuditCommitted(var commitment)) {
            perhaps.add(commitment.file().hex());
        }
    }

    boolean isTooMany() {
        return needed.size() + perhaps.size() > MOST;
    }

    /** Entries taken so far. */
    long entries() {
        return entries;
    }

    /** The newest entry that commits to pages, or null. */
    @Nullable
    Publication newest() {
        return newest;
    }

    /** Files that must be there. */
    Set<Hash> needed() {
        return hashes(needed);
    }

    /** Files that may be published later: what an audit has committed to. */
    Set<Hash> perhaps() {
        TreeSet<String> later = new TreeSet<>(perhaps);
        later.removeAll(needed);
        return hashes(later);
    }

    private static Set<Hash> hashes(Set<String> hex) {
        return hex.stream()
                .map(Hash::ofHex)
                .collect(java.util.stream.Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
