package org.cotejo.dossier;

import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.KeyBytes;
import org.cotejo.entry.ListingBytes;

/**
 * Folds entries into a {@link Frame} as they come, for a reader that keeps none of them: of a block's bytes nothing is needed once
 * it was added. Not safe for use by several threads.
 */
public final class FrameFold implements EntryFold {
    private final Frame frame = new Frame();
    private final boolean withRecords;
    private final ListingBytes listing = new ListingBytes();
    private final KeyBytes key = new KeyBytes();
    private final EntryBlock.Sink beside;

    public FrameFold() {
        this(true, (_, _, _) -> {});
    }

    /**
     * A fold beside which another reader takes what is no part of the frame.
     *
     * @param withRecords whether to read also the entries that are no part of the frame itself
     * @param beside takes each of those, once all before it were taken
     */
    FrameFold(boolean withRecords, EntryBlock.Sink beside) {
        this.withRecords = withRecords;
        this.beside = beside;
    }

    /** Takes whole entries that follow those before; throws {@link FoldException} where they can't or are no entries. */
    public void add(EntryBlock block) {
        if (addWhole(block) != block.end()) {
            throw new FoldException("the lengths of the entries do not add up");
        }
    }

    @Override
    public int addWhole(EntryBlock block) {
        return frame.take(block, withRecords, listing, key, beside);
    }

    @Override
    public long entries() {
        return frame.chronicle().entries();
    }

    /** The frame of all entries so far. */
    public Frame frame() {
        return frame;
    }
}
