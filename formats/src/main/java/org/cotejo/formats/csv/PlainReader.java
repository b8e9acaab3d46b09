package org.cotejo.formats.csv;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cotejo.custody.StationFigures.Paper;
import org.cotejo.custody.StationFigures.Way;
import org.cotejo.folder.DeliveryRows;
import org.cotejo.formats.text.PlainBytes;
import org.cotejo.formats.text.Row;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows that look as most do straight from the bytes of a file: cells of digits alone, a code of plain signs, the place
 * of the row before. Every other row goes to the reader that knows all cases, so that this one decides nothing by itself. It is
 * one plain loop because a country must be read before the Java machine has had time to optimise anything larger.
 */
final class PlainReader {
    private static final int CODE_MOST = 60;
    private static final int DIGITS_MOST = 9;
    private static final int SKIP = -1;
    private static final int KEEP = -2;

    private final PlainBytes lines;
    private final byte[] bytes;
    private final byte delimiter;
    private final int[] actions;
    private final int[] starts;
    private final int[] ends;
    private final int[] stationColumns;
    private final int[] placeColumns;
    private final int[] cells;
    private final byte[] code = new byte[CODE_MOST];
    private final int[] placeStarts;
    private final int[] placeEnds;
    private boolean isPlaceKnown;

    private PlainReader(PlainBytes lines, Columns columns, int[] cellColumns) {
        this.lines = lines;
        this.bytes = lines.bytes();
        this.delimiter = lines.delimiter();
        this.actions = new int[lines.columns()];
        this.starts = new int[actions.length];
        this.ends = new int[actions.length];
        this.stationColumns = columns.station;
        this.placeColumns = columns.places;
        this.cells = new int[cellColumns.length];
        this.placeStarts = new int[placeColumns.length];
        this.placeEnds = new int[placeColumns.length];
        Arrays.fill(actions, SKIP);
        for (int column : stationColumns) {
            actions[column] = KEEP;
        }
        for (int column : placeColumns) {
            actions[column] = KEEP;
        }
        for (int cell = 0; cell < cellColumns.length; cell++) {
            actions[cellColumns[cell]] = cell;
        }
    }

    /**
     * A reader for these lines; null where the MAP asks for more than it knows.
     *
     * @param cellColumns the column of each cell in the order of the figures, -1 where several columns add up
     */
    static @Nullable PlainReader of(@Nullable PlainBytes lines, Columns columns, int[] cellColumns) {
        boolean isUsual = lines != null
                && columns.where.length == 0
                && columns.paper < 0
                && columns.way < 0
                && Arrays.stream(columns.pads).allMatch(pad -> pad == 0)
                && Arrays.stream(cellColumns).allMatch(column -> column >= 0)
                && isOneUseEach(columns, cellColumns);
        return lines != null && isUsual ? new PlainReader(lines, columns, cellColumns) : null;
    }

    private static boolean isOneUseEach(Columns columns, int[] cellColumns) {
        int[] uses = Stream.of(columns.station, columns.places, cellColumns)
                .flatMapToInt(Arrays::stream)
                .toArray();
        return Arrays.stream(uses).distinct().count() == uses.length;
    }

    /** Reads all lines into {@code rows}, those that are not as most are through {@code others}; returns how many there are. */
    int read(DeliveryRows rows, Consumer<Row> others) {
        int at = lines.from();
        int to = lines.to();
        int line = 0;
        while (at < to) {
            line++;
            int next = scan(at, to);
            if (next > 0 && isInKnownPlace() && takeCode(rows, line)) {
                at = next;
            } else {
                at = lines.row(at, line, others);
                isPlaceKnown = next > 0;
                keepPlace();
            }
        }
        return line;
    }

    /** Reads the fields of one line; returns where the next begins, or -1 if a field is not as most are. */
    private int scan(int from, int to) {
        int at = from;
        int last = actions.length - 1;
        for (int column = 0; column <= last; column++) {
            int start = at;
            byte b = 0;
            int action = actions[column];
            if (action >= 0) {
                int number = 0;
                while (at < to && (b = bytes[at]) >= '0' && b <= '9') {
                    number = number * 10 + (b - '0');
                    at++;
                }
                if (at == start || at - start > DIGITS_MOST) {
                    return -1;
                }
                cells[action] = number;
            } else {
                while (at < to && (b = bytes[at]) != delimiter && b != '\n') {
                    at++;
                }
                starts[column] = start;
                ends[column] = at > start && bytes[at - 1] == '\r' ? at - 1 : at;
            }
            if (column == last && b == '\r' && at + 1 < to) {
                at++;
                b = bytes[at];
            }
            if (at == to || b != (column == last ? '\n' : delimiter)) {
                return -1;
            }
            at++;
        }
        return at;
    }

    /** Adds the scanned line if its code is of plain signs. */
    private boolean takeCode(DeliveryRows rows, int line) {
        int length = 0;
        for (int i = 0; i < stationColumns.length; i++) {
            if (i > 0) {
                code[length++] = '.';
            }
            int end = ends[stationColumns[i]];
            int start = starts[stationColumns[i]];
            if (end - start >= CODE_MOST - length) {
                return false;
            }
            for (int at = start; at < end; at++) {
                byte b = bytes[at];
                if (b <= ' ' || b == 0x7f || b == '\'' || b == '=') {
                    return false;
                }
                code[length++] = b;
            }
        }
        rows.add(code, length, Paper.FINAL, Way.UNSTATED, cells, cells.length, line);
        return true;
    }

    /** Whether the scanned line lies in the places of the line before. */
    private boolean isInKnownPlace() {
        boolean isSame = isPlaceKnown || placeColumns.length == 0;
        for (int i = 0; i < placeColumns.length && isSame; i++) {
            int column = placeColumns[i];
            isSame = Arrays.equals(bytes, starts[column], ends[column], bytes, placeStarts[i], placeEnds[i]);
        }
        return isSame;
    }

    private void keepPlace() {
        for (int i = 0; i < placeColumns.length; i++) {
            placeStarts[i] = starts[placeColumns[i]];
            placeEnds[i] = ends[placeColumns[i]];
        }
    }
}
