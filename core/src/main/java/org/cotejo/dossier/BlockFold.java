package org.cotejo.dossier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.CanonicalReader;
import org.cotejo.custody.Source;
import org.cotejo.definition.Names;
import org.cotejo.definition.RegisterWalk;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.EntryReader;
import org.cotejo.entry.FiguresBytes;

/**
 * Goes through the entries of one block that are no part of the frame: finds source and station of each entry of figures without
 * reading its cells, and reads the records. Blocks are folded side by side and put together in their order.
 */
final class BlockFold implements Runnable {
    private final Frame frame;
    private final EntryBlock block;
    private final List<Source> sources;
    private final int[] contests;
    private final FiguresBytes cursor = new FiguresBytes();
    private final SourceFinder finder;
    private final List<Entry> records = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final FigureRows rows;
    private final int number;
    private final int firstRow;
    private int size;
    private int sheets;
    private final RegisterWalk walk = new RegisterWalk();

    /**
     * Folds the block of this number.
     *
     * @param contests the contest of each source in the definition, -1 for one that it does not have
     * @param rows where its rows are laid down, from {@code firstRow} on
     */
    BlockFold(Frame frame, EntryBlock block, int number, int[] contests, FigureRows rows, int firstRow) {
        this.frame = frame;
        this.block = block;
        this.sources = frame.sources();
        this.contests = contests;
        this.finder = frame.sourceFinder();
        this.rows = rows;
        this.number = number;
        this.firstRow = firstRow;
    }

    @Override
    public void run() {
        block.forEach((bytes, offset, length) -> {
            if (FiguresBytes.isFigures(bytes, offset, length)) {
                row(bytes, offset, length);
            } else if (!EntryReader.isFrameKind(bytes, offset, length)) {
                records.add(Frame.read(bytes, offset, length));
            }
        });
    }

    private void row(byte[] bytes, int offset, int length) {
        try {
            cursor.over(bytes, offset, length);
        } catch (CanonicalReader.Malformed e) {
            throw new FoldException(String.valueOf(e.getMessage()));
        }
        int source = finder.find(bytes, cursor.custodianAt(), cursor.custodianLength(), cursor.sourceNumber());
        if (cursor.cellCount() != sources.get(source).figures().size()) {
            throw new FoldException("a row of " + sources.get(source).id() + " has " + cursor.cellCount() + " cells");
        }
        if (contests[source] < 0) {
            return;
        }
        int station = walk.find(frame.register(), bytes, cursor.stationAt(), cursor.stationLength());
        if (station < 0) {
            unknownStation(bytes, source);
            return;
        }
        sheets += cursor.isSheet() ? 1 : 0;
        rows.lay(firstRow + size, contests[source], station, source, number, offset);
        size++;
    }

    private void unknownStation(byte[] bytes, int source) {
        String code = new String(bytes, cursor.stationAt(), cursor.stationLength(), StandardCharsets.UTF_8);
        if (!Names.idFault(code).isEmpty()) {
            throw new FoldException("'" + code + "' is no station code: " + Names.idFault(code));
        }
        findings.add(Finding.at(
                DossierFinding.UNKNOWN_STATION,
                contests[source],
                Finding.NOWHERE,
                sources.get(source).id().custodian().value(),
                code));
    }

    /** Links the rows that were laid down, after those of all blocks before. */
    void link() {
        rows.link(firstRow, size);
    }

    /** Number of rows that are signed sheets. */
    int sheets() {
        return sheets;
    }

    /** The records of the block, in their order. */
    List<Entry> records() {
        return records;
    }

    List<Finding> findings() {
        return findings;
    }
}
