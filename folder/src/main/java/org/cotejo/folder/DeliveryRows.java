package org.cotejo.folder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.custody.StationFigures;
import org.cotejo.entry.FiguresBytes;

/**
 * Rows of a delivery made ready for it: what takes time is done here, by any thread, and {@link Delivery#add} does the rest in
 * the order of the file. Filled by one thread, then handed over; what was delivered may be emptied and filled again, which touches
 * no new memory.
 */
public final class DeliveryRows {
    private final CanonicalWriter bytes = new CanonicalWriter();
    private final List<List<String>> placeNames = new ArrayList<>();
    private int[] ends = new int[1 << 10];
    private int[] codes = new int[1 << 10];
    private int[] lengths = new int[1 << 10];
    private int[] places = new int[1 << 10];
    private int[] lines = new int[1 << 10];
    private int size;

    /** Empties it for other rows; it keeps the room that it has grown to. */
    public void reset() {
        bytes.reset();
        placeNames.clear();
        size = 0;
    }

    /** States in which places the rows lie that are added from now on; none states no place. */
    public void in(List<String> names) {
        placeNames.add(List.copyOf(names));
    }

    /**
     * Adds the figures of one station.
     *
     * @param code UTF-8 bytes of the station's code
     * @param cells in the order of the source's figures, packed as {@link org.cotejo.tally.Cells} says
     * @param line of the row, for a refusal
     */
    public void add(
            byte[] code,
            int codeLength,
            StationFigures.Paper paper,
            StationFigures.Way way,
            int[] cells,
            int cellCount,
            int line) {
        if (size == ends.length) {
            int more = size * 2;
            ends = Arrays.copyOf(ends, more);
            codes = Arrays.copyOf(codes, more);
            lengths = Arrays.copyOf(lengths, more);
            places = Arrays.copyOf(places, more);
            lines = Arrays.copyOf(lines, more);
        }
        int start = bytes.size();
        FiguresBytes.writeStation(bytes, paper, way, code, 0, codeLength, cells, cellCount);
        ends[size] = bytes.size();
        codes[size] = start + FiguresBytes.codeOffset(codeLength);
        lengths[size] = codeLength;
        places[size] = placeNames.size() - 1;
        lines[size] = line;
        size++;
    }

    int size() {
        return size;
    }

    CanonicalWriter bytes() {
        return bytes;
    }

    int start(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    int end(int row) {
        return ends[row];
    }

    /** Where the row's station code begins in {@link #bytes}. */
    int codeAt(int row) {
        return codes[row];
    }

    int codeLength(int row) {
        return lengths[row];
    }

    /** Which of {@link #placeNames} the row lies in, -1 for none. */
    int place(int row) {
        return places[row];
    }

    List<List<String>> placeNames() {
        return placeNames;
    }

    int line(int row) {
        return lines[row];
    }
}
