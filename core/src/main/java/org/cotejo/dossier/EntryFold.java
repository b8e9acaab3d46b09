package org.cotejo.dossier;

import org.cotejo.entry.EntryBlock;

/** Takes the entries of a folder one after the other while they are read. Not safe for use by several threads. */
public interface EntryFold {
    /**
     * Takes the entries that are whole of a block that may end amid one, and returns where the last of them ends; throws {@link FoldException}
     * where they can't follow those before or are no entries. The block's bytes are not needed once it was taken.
     */
    int addWhole(EntryBlock block);

    /** Number of entries so far. */
    long entries();
}
