package org.cotejo.dossier;

import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.KeyBytes;
import org.cotejo.entry.ListingBytes;

/**
 * Folds entries into a {@link Frame} as they come, for a reader that keeps none of them: of a block's bytes nothing is needed once
 * it was added. Not safe for use by several threads.
 */
public final class FrameFold {
    private final Frame frame = new Frame();
    private final boolean withRecords;
    private final ListingBytes listing = new ListingBytes();
    private final KeyBytes key = new KeyBytes();

    public FrameFold() {
        this(true);
    }

    /** {@code withRecords}: whether to read also the entries that are no part of the frame itself. */
    FrameFold(boolean withRecords) {
        this.withRecords = withRecords;
    }

    /** Takes whole entries that follow those before; throws {@link FoldException} where they can't or are no entries. */
    public void add(EntryBlock block) {
        if (addWhole(block) != block.end()) {
            throw new FoldException("the lengths of the entries do not add up");
        }
    }

    /** As {@link #add}, for a block that may end amid an entry: takes those that are whole, and returns where the last of them ends. */
    public int addWhole(EntryBlock block) {
        return frame.take(block, withRecords, listing, key);
    }

    /** The frame of all entries so far. */
    public Frame frame() {
        return frame;
    }
}
