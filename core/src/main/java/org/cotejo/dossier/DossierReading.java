package org.cotejo.dossier;

import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.FiguresBytes;

/**
 * Entries on their way into a {@link Dossier} while they are read. Of their bytes it keeps what the dossier needs: of figures, what no
 * other source has said of the station. Not safe for use by several threads.
 */
public final class DossierReading implements EntryFold {
    private final EntryStore store;
    private final FrameFold fold = new FrameFold(false, this::takeBeside);
    private final RowFold rows;
    private final RecordReader records;

    /** Reads entries whose bytes are gone after each block. */
    public DossierReading() {
        this(EntryStore.copying());
    }

    private DossierReading(EntryStore store) {
        this.store = store;
        this.rows = new RowFold(fold.frame(), store);
        this.records = new RecordReader(store);
    }

    /** The election that blocks state whose arrays stay; throws {@link FoldException} where they state none. */
    static Dossier inPlace(Iterable<EntryBlock> blocks) {
        DossierReading reading = new DossierReading(EntryStore.inPlace());
        for (EntryBlock block : blocks) {
            reading.store.take(block.bytes());
            reading.fold.add(block);
        }
        return reading.dossier();
    }

    @Override
    public int addWhole(EntryBlock block) {
        return fold.addWhole(block);
    }

    @Override
    public long entries() {
        return fold.entries();
    }

    /** Takes an entry that is no part of the frame. */
    private void takeBeside(byte[] bytes, int offset, int length) {
        if (FiguresBytes.isFigures(bytes, offset, length)) {
            rows.add(bytes, offset, length);
        } else {
            records.add(bytes, offset, length);
        }
    }

    /** How many of the entries so far are signed sheets. */
    public int sheets() {
        return fold.frame().sheetsSeen();
    }

    /** The election that all entries state together; throws {@link FoldException} if they state none. */
    public Dossier dossier() {
        return Dossier.of(fold.frame(), rows, records);
    }
}
