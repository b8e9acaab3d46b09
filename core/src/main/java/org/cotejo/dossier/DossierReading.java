package org.cotejo.dossier;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.entry.EntryBlock;

/**
 * Entries on their way into a {@link Dossier}, block by block: the frame grows while later blocks are still being read. Not safe
 * for use by several threads.
 */
public final class DossierReading {
    private final FrameFold fold = new FrameFold(false);
    private final List<EntryBlock> blocks = new ArrayList<>();
    /** Number of entries of figures before each block. */
    private final List<Integer> figuresBefore = new ArrayList<>();

    /** Takes the next block; throws {@link FoldException} where its entries can't follow those before or are none. */
    public void take(EntryBlock block) {
        blocks.add(block);
        figuresBefore.add(fold.frame().figuresSeen());
        fold.add(block);
    }

    /** How many of the entries so far are signed sheets. */
    public int sheets() {
        return fold.frame().sheetsSeen();
    }

    /** The election that all blocks state together; throws {@link FoldException} if they state none. */
    public Dossier dossier() {
        return Dossier.of(fold.frame(), blocks, figuresBefore);
    }
}
