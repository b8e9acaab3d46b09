package org.cotejo.dossier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.base.CanonicalReader;
import org.cotejo.definition.Names;
import org.cotejo.definition.Register;
import org.cotejo.definition.RegisterWalk;
import org.cotejo.entry.FiguresBytes;

/**
 * Takes entries of figures one after the other: finds source and station of each without reading its cells. Most sources say of a
 * station what another has said, and in the same order; so the row after the last one that was said again is tried before anything is looked
 * up, and where bytes are copied those of such a row are not.
 */
final class RowFold {
    /** So many rows from the guess on may be of the next row's station: sources leave a station or two out. */
    private static final int AHEAD = 3;

    /** Stations on one shelf of first rows, as bits of their indexes. */
    private static final int BITS = 16;

    private static final int ON_SHELF = (1 << BITS) - 1;

    private final Frame frame;
    private final EntryStore store;
    private final FigureRows rows;
    private final FiguresBytes cursor = new FiguresBytes();
    private final RegisterWalk walk = new RegisterWalk();
    /** Numbers of heads by their bytes, each a character. */
    private final Map<String, Integer> numbers = new HashMap<>();

    /** The register in which the stations of the rows so far were found: there is a new one once a register is imported. */
    private Register register;
    /** Of each station the first row in the folder, counted from 1, on shelves. */
    private int[][] firstRows = new int[0][];

    private boolean isComplete = true;
    private int number = FigureRows.NONE;
    /** The row that the next one may say again. */
    private int guess = FigureRows.NONE;

    /** No rows yet of the election whose frame grows with the entries; what is kept of them goes into {@code store}. */
    RowFold(Frame frame, EntryStore store) {
        this.frame = frame;
        this.store = store;
        this.rows = new FigureRows(store);
        this.register = frame.register();
    }

    /** Takes an entry of figures; throws {@link FoldException} if it is malformed. */
    void add(byte[] bytes, int offset, int length) {
        int end = offset + length;
        RowHead head = number == FigureRows.NONE ? null : rows.heads().get(number);
        if (head == null || !head.begins(bytes, offset, end)) {
            head = turn(bytes, offset, length);
        }
        if (register != frame.register()) {
            forgetStations();
        }
        int rest = offset + head.length();
        if (!head.isOpened(frame)) {
            isComplete = false;
            lay(bytes, rest, end, FigureRows.NOT_FOUND);
        } else if (guess != FigureRows.NONE && isAgain(guess, head, bytes, rest, end)) {
            layAgain(guess, rest);
        } else {
            look(head, bytes, rest, end);
        }
    }

    /** Turns to the head with which an entry begins. */
    private RowHead turn(byte[] bytes, int offset, int length) {
        try {
            cursor.over(bytes, offset, length);
        } catch (CanonicalReader.Malformed e) {
            throw malformed(e);
        }
        String begin = new String(bytes, offset, cursor.restAt() - offset, StandardCharsets.ISO_8859_1);
        number = numbers.computeIfAbsent(begin, _ -> rows.add(RowHead.of(cursor, bytes, offset)));
        guess = rows.size() == 0 ? FigureRows.NONE : 0;
        return rows.heads().get(number);
    }

    private static FoldException malformed(CanonicalReader.Malformed e) {
        return new FoldException(String.valueOf(e.getMessage()));
    }

    /** Stations listed by copies count no longer once there is a register: the rows so far are looked up at the end. */
    private void forgetStations() {
        register = frame.register();
        for (int row = 0; row < rows.size(); row++) {
            rows.setStation(row, FigureRows.NOT_FOUND);
        }
        firstRows = new int[0][];
        isComplete = rows.size() == 0;
    }

    private boolean isAgain(int row, RowHead head, byte[] bytes, int rest, int end) {
        RowHead first = rows.head(row);
        return first.isSheet() == head.isSheet()
                && first.isOpened(frame)
                && first.figures() == head.figures()
                && rows.says(row, bytes, rest, end);
    }

    private void layAgain(int row, int rest) {
        if (store.isInPlace()) {
            rows.add(number, store.newest(), rest, rows.station(row));
        } else {
            rows.add(number, rows.array(row), rows.restAt(row), rows.station(row));
        }
        guess = row + 1;
    }

    private void look(RowHead head, byte[] bytes, int rest, int end) {
        read(head, bytes, rest, end);
        int station = station(bytes);
        isComplete &= station >= 0;
        int before = station < 0 ? FigureRows.NONE : firstRow(station);
        if (before != FigureRows.NONE && isAgain(before, head, bytes, rest, end)) {
            layAgain(before, rest);
            return;
        }
        if (before != FigureRows.NONE) {
            guess = before + 1;
        } else if (station >= 0) {
            setFirstRow(station, rows.size());
        }
        lay(bytes, rest, end, station);
    }

    /** The station of the cursor's row: mostly that of the row that it might have said again, or of one soon after. */
    private int station(byte[] bytes) {
        int last = guess == FigureRows.NONE ? guess : Math.min(guess + AHEAD, rows.size());
        for (int row = guess; row < last; row++) {
            int station = rows.station(row);
            if (station >= 0 && register.isCode(station, bytes, cursor.stationAt(), cursor.stationLength())) {
                return station;
            }
        }
        return walk.find(register, bytes, cursor.stationAt(), cursor.stationLength());
    }

    private void lay(byte[] bytes, int rest, int end, int station) {
        int at = store.keep(bytes, rest, end);
        rows.add(number, store.newest(), at, station);
    }

    /** Reads all but the cells; throws {@link FoldException} if it is malformed or not a row of its source. */
    private void read(RowHead head, byte[] bytes, int rest, int end) {
        try {
            cursor.overRest(bytes, rest, end, head.isSheet());
        } catch (CanonicalReader.Malformed e) {
            throw malformed(e);
        }
        if (cursor.cellCount() != head.figures()) {
            throw new FoldException("a row of " + head.id() + " has " + cursor.cellCount() + " cells");
        }
    }

    private int firstRow(int station) {
        int shelf = station >>> BITS;
        return shelf < firstRows.length ? firstRows[shelf][station & ON_SHELF] - 1 : FigureRows.NONE;
    }

    private void setFirstRow(int station, int row) {
        int shelf = station >>> BITS;
        while (shelf >= firstRows.length) {
            firstRows = Arrays.copyOf(firstRows, firstRows.length + 1);
            firstRows[firstRows.length - 1] = new int[1 << BITS];
        }
        firstRows[shelf][station & ON_SHELF] = row + 1;
    }

    /**
     * The rows, linked, once all entries were taken. Rows of stations that nobody lists are left out and a finding each; throws {@link
     * FoldException} where a source was never opened.
     *
     * @param contestOfSource the contest of each source in the definition, -1 for one that it does not have
     */
    FigureRows finish(int contests, int[] contestOfSource, List<Finding> findings) {
        firstRows = new int[0][];
        for (RowHead head : rows.heads()) {
            if (!head.isOpened(frame)) {
                throw new FoldException("source " + head.id() + " was never opened");
            }
        }
        if (register != frame.register()) {
            forgetStations();
        }
        for (int row = 0; !isComplete && row < rows.size(); row++) {
            if (rows.station(row) == FigureRows.NOT_FOUND) {
                find(row, contestOfSource, findings);
            }
        }
        rows.link(contests, register.size(), contestOfSource);
        return rows;
    }

    /** Looks a row's station up that was not known when it was taken. */
    private void find(int row, int[] contestOfSource, List<Finding> findings) {
        RowHead head = rows.head(row);
        byte[] bytes = rows.bytes(row);
        read(head, bytes, rows.restAt(row), rows.restEnd(row));
        int station = walk.find(register, bytes, cursor.stationAt(), cursor.stationLength());
        int contest = contestOfSource[head.source()];
        if (station >= 0) {
            rows.setStation(row, station);
        } else if (contest >= 0) {
            String code = new String(bytes, cursor.stationAt(), cursor.stationLength(), StandardCharsets.UTF_8);
            if (!Names.idFault(code).isEmpty()) {
                throw new FoldException("'" + code + "' is no station code: " + Names.idFault(code));
            }
            findings.add(Finding.at(
                    DossierFinding.UNKNOWN_STATION,
                    contest,
                    Finding.NOWHERE,
                    head.id().custodian().value(),
                    code));
        }
    }
}
