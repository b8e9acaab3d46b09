package org.cotejo.formats.csv;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.base.Where;
import org.cotejo.custody.StationFigures.Paper;
import org.cotejo.custody.StationFigures.Way;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.Names;
import org.cotejo.folder.Delivery;
import org.cotejo.formats.text.Row;
import org.cotejo.tally.Cells;

/**
 * A table with one row for each candidate of a station, which may stand anywhere in it: the whole table is read first, since
 * its candidates are the figures of every station.
 */
final class LongRows {
    /** Stands for a candidate of which a station has no row so far. */
    private static final int NO_ROW = -3;

    /** What the rows of one station have said so far; all but the votes is from the first of them. */
    private static final class Station {
        final long line;
        final List<String> places;
        final Paper paper;
        final Way way;
        final int[] counts;
        private int[] votes = new int[0];

        Station(long line, List<String> places, Paper paper, Way way, int[] counts) {
            this.line = line;
            this.places = places;
            this.paper = paper;
            this.way = way;
            this.counts = counts;
        }

        int votes(int candidate) {
            return candidate < votes.length ? votes[candidate] : NO_ROW;
        }

        void setVotes(int candidate, int cell) {
            if (candidate >= votes.length) {
                int size = votes.length;
                votes = Arrays.copyOf(votes, candidate + 1);
                Arrays.fill(votes, size, votes.length, NO_ROW);
            }
            votes[candidate] = cell;
        }
    }

    private final CsvImport csv;
    private final StationFields fields;
    private final Columns found;
    private final int candidateColumn;
    private final int votesColumn;
    private final String candidateName;
    private final Map<String, Integer> candidates = new HashMap<>();
    private final Map<CandidateId, String> ids = new LinkedHashMap<>();
    private final Map<String, Station> stations = new LinkedHashMap<>();
    private List<String> places = List.of();

    LongRows(CsvImport csv, CsvMap.Votes.Rows votes) {
        this.csv = csv;
        this.found = new Columns(csv.rows(), csv.map());
        this.fields = new StationFields(found);
        this.candidateColumn = csv.rows().column(votes.candidateColumn());
        this.votesColumn = csv.rows().column(votes.votesColumn());
        this.candidateName = votes.candidateColumn();
    }

    void deliver() {
        csv.rows().rows(row -> {
            csv.session().rowRead();
            if (fields.isWanted(row)) {
                add(row);
            }
        });
        Delivery delivery = csv.begin(ids.keySet(), candidateName);
        int[] cells = new int[ids.size() + found.counts.length];
        stations.forEach((code, station) -> {
            for (int i = 0; i < ids.size(); i++) {
                int votes = station.votes(i);
                cells[i] = votes == NO_ROW ? Cells.BLANK : votes;
            }
            System.arraycopy(station.counts, 0, cells, ids.size(), station.counts.length);
            Where where = new Where(csv.where().file(), station.line, "");
            int place = delivery.place(station.places, where);
            delivery.station(code, place, station.paper, station.way, cells, where);
        });
        csv.finish(delivery);
    }

    private void add(Row row) {
        fields.readCode(row);
        String code = fields.codeText();
        int candidate = candidate(row);
        int[] counts = new int[found.counts.length];
        fields.readCounts(row, counts, 0);
        if (found.places.length > 0 && (places.isEmpty() || !fields.isIn(row, places))) {
            places = fields.places(row);
        }
        Station station = stations.get(code);
        if (station == null) {
            station = new Station(row.line(), places, fields.paper(row), fields.way(row), counts);
            stations.put(code, station);
        } else {
            refuseOther(row, code, counts, station);
        }
        if (station.votes(candidate) != NO_ROW) {
            throw CsvProblem.CANDIDATE_TWICE.at(row.where(candidateColumn), row.text(candidateColumn), code);
        }
        station.setVotes(candidate, row.cell(votesColumn));
    }

    private void refuseOther(Row row, String code, int[] counts, Station before) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != before.counts[i]) {
                throw disagree(row, found.counts[i], code, shown(counts[i]), shown(before.counts[i]), before);
            }
        }
        for (int i = 0; i < places.size(); i++) {
            if (!places.get(i).equals(before.places.get(i))) {
                throw disagree(
                        row,
                        found.places[i],
                        code,
                        "'" + places.get(i) + "'",
                        "'" + before.places.get(i) + "'",
                        before);
            }
        }
        Paper paper = fields.paper(row);
        if (paper != before.paper) {
            throw disagree(row, found.paper, code, paper, before.paper, before);
        }
        Way way = fields.way(row);
        if (way != before.way) {
            throw disagree(row, found.way, code, way, before.way, before);
        }
    }

    private static RuntimeException disagree(
            Row row, int column, String code, Object here, Object there, Station before) {
        return CsvProblem.ROWS_DISAGREE.at(row.where(column), code, here, there, before.line);
    }

    private static String shown(int packed) {
        return switch (packed) {
            case Cells.BLANK -> "-";
            case Cells.ILLEGIBLE -> "?";
            default -> Integer.toString(packed);
        };
    }

    /** The index of the row's candidate; its id is its name with blanks and slashes made to low lines. */
    private int candidate(Row row) {
        String name = row.text(candidateColumn);
        Integer known = candidates.get(name);
        if (known != null) {
            return known;
        }
        String id = name.replaceAll("[\\s\\p{Z}/\\\\]", "_");
        if (!Names.idFault(id).isEmpty()) {
            throw CsvProblem.CANDIDATE_ID.at(
                    row.where(candidateColumn), name.length() > 60 ? name.substring(0, 60) : name);
        }
        if (ids.size() == Contest.CANDIDATES_MOST) {
            throw CsvProblem.CANDIDATES_MOST.at(row.where(candidateColumn), candidateName, Contest.CANDIDATES_MOST);
        }
        String same = ids.putIfAbsent(new CandidateId(id), name);
        if (same != null) {
            throw CsvProblem.CANDIDATES_ALIKE.at(row.where(candidateColumn), name, same, id);
        }
        candidates.put(name, candidates.size());
        return candidates.size() - 1;
    }
}
