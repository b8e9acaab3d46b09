package org.cotejo.dossier;

import java.util.Arrays;
import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.FiguresBytes;

/**
 * Entries on their way into a {@link Dossier} while they are read. Of their bytes it keeps what the dossier needs: of figures, what no
 * other source has said of the station. Not safe for use by several threads.
 */
public final class DossierReading implements EntryFold {
    private final boolean isCopying;
    private final EntryStore store = new EntryStore();
    private final FrameFold fold = new FrameFold(false, this::takeBeside);
    private final RowFold rows;
    /** Of each record the number of its array and, below, where it begins. */
    private long[] records = new long[16];

    private int recordCount;

    /** Reads entries whose bytes are gone after each block. */
    public DossierReading() {
        this(true);
    }

    private DossierReading(boolean isCopying) {
        this.isCopying = isCopying;
        this.rows = new RowFold(fold.frame(), store, isCopying);
    }

    /** The election that blocks state whose arrays stay; throws {@link FoldException} where they state none. */
    static Dossier inPlace(Iterable<EntryBlock> blocks) {
        DossierReading reading = new DossierReading(false);
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
            return;
        }
        int at = isCopying ? store.keep(bytes, offset, offset + length) : offset;
        records = recordCount == records.length ? Arrays.copyOf(records, recordCount * 2) : records;
        records[recordCount++] = (long) store.newest() << Integer.SIZE | at;
    }

    /** How many of the entries so far are signed sheets. */
    public int sheets() {
        return fold.frame().sheetsSeen();
    }

    /** The election that all entries state together; throws {@link FoldException} if they state none. */
    public Dossier dossier() {
        return Dossier.of(fold.frame(), rows, new RecordReader(store, Arrays.copyOf(records, recordCount)));
    }
}
