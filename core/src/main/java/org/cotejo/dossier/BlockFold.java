package org.cotejo.dossier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final int ROOM_LEAST = 16;
    private static final int ENTRY_BYTES = 32;

    private final Frame frame;
    private final EntryBlock block;
    private final List<Source> sources;
    private final int[] contests;
    private final FiguresBytes cursor = new FiguresBytes();
    private final SourceFinder finder;
    private final List<Entry> records = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private int[] stations;
    private int[] rowSources;
    private int[] offsets;
    private int size;
    private int sheets;
    private final RegisterWalk walk = new RegisterWalk();

    /** {@code contests}: the contest of each source in the definition, -1 for one that it does not have. */
    BlockFold(Frame frame, EntryBlock block, int[] contests) {
        this.frame = frame;
        this.block = block;
        this.sources = frame.sources();
        this.contests = contests;
        this.finder = frame.sourceFinder();
        // An import mostly brings one row a station, and its entries are of like length: some 50 bytes, or 400 of a
        // signed sheet.
        int entry = Math.max(ENTRY_BYTES, block.lengthOf(block.start()));
        int room = ROOM_LEAST + Math.min(frame.register().size(), (block.end() - block.start()) / entry);
        this.stations = new int[room];
        this.rowSources = new int[room];
        this.offsets = new int[room];
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
        if (size == stations.length) {
            int more = size * 2;
            stations = Arrays.copyOf(stations, more);
            rowSources = Arrays.copyOf(rowSources, more);
            offsets = Arrays.copyOf(offsets, more);
        }
        sheets += cursor.isSheet() ? 1 : 0;
        stations[size] = station;
        rowSources[size] = source;
        offsets[size++] = offset;
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

    /** Adds the rows of the block, which is the one of this number, in their order. */
    void addTo(FigureRows rows, int number) {
        for (int row = 0; row < size; row++) {
            rows.add(contests[rowSources[row]], stations[row], rowSources[row], number, offsets[row]);
        }
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
