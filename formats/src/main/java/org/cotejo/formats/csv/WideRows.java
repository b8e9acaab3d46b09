package org.cotejo.formats.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.IntStream;
import org.cotejo.base.RefusedException;
import org.cotejo.definition.CandidateId;
import org.cotejo.folder.Delivery;
import org.cotejo.folder.DeliveryRows;
import org.cotejo.formats.text.PlainBytes;
import org.cotejo.formats.text.Row;
import org.cotejo.formats.text.RowPart;
import org.cotejo.tally.Cell;
import org.cotejo.tally.Cells;
import org.jspecify.annotations.Nullable;

/**
 * A table with one row for each station: what a country goes through. Its parts are read side by side, each into rows that are
 * ready to be delivered, and delivered in the order of the file, so that the entries do not depend on who was faster.
 */
final class WideRows {
    private final CsvImport csv;
    private final Columns found;
    private final List<CandidateId> candidates;
    private final int[][] columns;
    private final int[] cellColumns;

    /** Rows that were delivered, to be filled again. */
    private final Deque<DeliveryRows> spare = new ConcurrentLinkedDeque<>();

    WideRows(CsvImport csv, CsvMap.Votes.Columns votes) {
        this.csv = csv;
        this.found = new Columns(csv.rows(), csv.map());
        this.candidates = new ArrayList<>(votes.byCandidate().keySet());
        this.columns = candidates.stream()
                .map(votes.byCandidate()::get)
                .map(names -> names.stream().mapToInt(csv.rows()::column).toArray())
                .toArray(int[][]::new);
        this.cellColumns = IntStream.concat(
                        Arrays.stream(columns).mapToInt(own -> own.length == 1 ? own[0] : -1),
                        Arrays.stream(found.counts))
                .toArray();
    }

    void deliver() {
        List<RowPart> parts = csv.rows().parts();
        try (SideBySide<RowPart, Ready> reading = new SideBySide<>(parts, part -> new Reader(part).read())) {
            Delivery delivery = csv.begin(candidates, "votes");
            long lines = csv.rows().linesBefore();
            for (RowPart part : parts) {
                Ready ready = reading.next();
                deliver(ready, part, lines, delivery);
                lines += ready.lines();
            }
            csv.finish(delivery);
        }
    }

    private void deliver(Ready ready, RowPart part, long linesBefore, Delivery delivery) {
        try {
            delivery.add(ready.rows(), csv.rows().name());
            csv.session().rowsRead(ready.read());
            if (ready.refused() != null) {
                throw ready.refused();
            }
        } catch (RefusedException e) {
            throw part.inFile(e, linesBefore);
        }
        csv.delivered(ready.bytes());
        ready.rows().reset();
        spare.push(ready.rows());
    }

    private DeliveryRows emptyRows() {
        DeliveryRows used = spare.poll();
        return used == null ? new DeliveryRows() : used;
    }

    /**
     * The rows of a part up to its end or up to the one that is refused.
     *
     * @param read how many rows were read
     * @param lines how many lines the part has, if none is refused
     * @param bytes the part's lines, where they are plain
     */
    private record Ready(
            DeliveryRows rows,
            int read,
            int lines,
            @Nullable PlainBytes bytes,
            @Nullable RefusedException refused) {}

    /** Reads one part; a row of plain digits in the place of the row before makes no object. */
    private final class Reader {
        private final RowPart part;
        private final StationFields station = new StationFields(found);
        private final int[] cells = new int[columns.length + found.counts.length];
        private final DeliveryRows rows = emptyRows();
        private List<String> places = List.of();
        private int read;

        Reader(RowPart part) {
            this.part = part;
        }

        Ready read() {
            try {
                PlainBytes bytes = part.plainBytes();
                int lines = read(bytes);
                return new Ready(rows, read, lines, bytes, null);
            } catch (RefusedException e) {
                return new Ready(rows, read, 0, null, e);
            }
        }

        /** Reads all lines and returns how many there are. */
        private int read(@Nullable PlainBytes bytes) {
            if (bytes == null) {
                return part.rows(this::takeWanted);
            }
            PlainReader plain = PlainReader.of(bytes, found, cellColumns);
            if (plain == null) {
                return bytes.rows(this::takeWanted);
            }
            read = plain.read(rows, this::takeWanted);
            return read;
        }

        private void takeWanted(Row row) {
            read++;
            if (station.isWanted(row)) {
                take(row);
            }
        }

        private void take(Row row) {
            station.readCode(row);
            for (int i = 0; i < columns.length; i++) {
                int[] own = columns[i];
                cells[i] = own.length == 1 ? row.cell(own[0]) : sum(row, i);
            }
            station.readCounts(row, cells, columns.length);
            if (found.places.length > 0 && (places.isEmpty() || !station.isIn(row, places))) {
                places = station.places(row);
                rows.in(places);
            }
            rows.add(
                    station.code(),
                    station.codeLength(),
                    station.paper(row),
                    station.way(row),
                    cells,
                    cells.length,
                    Math.toIntExact(row.line()));
        }
    }

    /** What is written adds up; nothing written is blank; a part that can't be read leaves the sum unknown. */
    private int sum(Row row, int candidate) {
        long sum = Cells.BLANK;
        for (int column : columns[candidate]) {
            int cell = row.cell(column);
            if (cell == Cells.ILLEGIBLE || sum == Cells.ILLEGIBLE) {
                sum = Cells.ILLEGIBLE;
            } else if (cell != Cells.BLANK) {
                sum = Math.max(sum, 0) + cell;
            }
        }
        if (sum > Cell.MOST) {
            throw CsvProblem.SUM_LARGE.at(row.where(columns[candidate][0]), candidates.get(candidate), sum);
        }
        return (int) sum;
    }
}
