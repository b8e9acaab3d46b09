package org.cotejo.formats.csv;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.PlaceTree;
import org.cotejo.folder.Delivery;
import org.cotejo.formats.text.Row;
import org.cotejo.tally.Cell;
import org.cotejo.tally.Cells;

/**
 * A table with one row for each station. This is the loop that a country goes through: a row of plain digits in the place of
 * the row before makes no object but the entry's bytes.
 */
final class WideRows {
    private final CsvImport csv;
    private final Columns found;
    private final StationFields station;
    private final List<CandidateId> candidates;
    private final int[][] columns;
    private final int[] cells;
    private List<String> places = List.of();
    private int place = PlaceTree.COUNTRY;

    WideRows(CsvImport csv, CsvMap.Votes.Columns votes) {
        this.csv = csv;
        this.found = new Columns(csv.rows(), csv.map());
        this.station = new StationFields(found);
        this.candidates = new ArrayList<>(votes.byCandidate().keySet());
        this.columns = candidates.stream()
                .map(votes.byCandidate()::get)
                .map(names -> names.stream().mapToInt(csv.rows()::column).toArray())
                .toArray(int[][]::new);
        this.cells = new int[columns.length + found.counts.length];
    }

    void deliver() {
        Delivery delivery = csv.begin(candidates, "votes");
        csv.rows().rows(row -> {
            csv.session().rowRead();
            if (station.isWanted(row)) {
                deliver(row, delivery);
            }
        });
        csv.finish(delivery);
    }

    private void deliver(Row row, Delivery delivery) {
        station.readCode(row);
        for (int i = 0; i < columns.length; i++) {
            int[] own = columns[i];
            cells[i] = own.length == 1 ? row.cell(own[0]) : sum(row, i);
        }
        station.readCounts(row, cells, columns.length);
        if (found.places.length > 0 && (places.isEmpty() || !station.isIn(row, places))) {
            places = station.places(row);
            place = delivery.place(places, row.where());
        }
        delivery.station(
                station.code(),
                0,
                station.codeLength(),
                place,
                station.paper(row),
                station.way(row),
                cells,
                row.where());
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
