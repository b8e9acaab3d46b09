package org.cotejo.polls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.cotejo.base.Where;
import org.cotejo.formats.text.Row;
import org.cotejo.formats.text.RowFile;
import org.cotejo.formats.text.RowTerms;

/** A table of stations: CSV, TSV or XLSX with a header, lines that begin with # passed over; names and numbers of its fields. */
final class PollTable {
    private static final int BLANK = -1;

    private final RowFile file;
    private final ColumnNames names;
    private final Map<String, Long> lines = new HashMap<>();

    private PollTable(RowFile file, ColumnNames names) {
        this.file = file;
        this.names = names;
    }

    static PollTable open(String name, byte[] bytes, ColumnNames names) {
        PollTable table = new PollTable(RowFile.open(name, bytes, RowTerms.TEMPLATE), names);
        table.file.column(table.column(ColumnNames.Name.STATION));
        return table;
    }

    RowFile file() {
        return file;
    }

    Where where() {
        return Where.file(file.name());
    }

    boolean has(ColumnNames.Name name) {
        return file.has(column(name));
    }

    /** The column that the user named, or the usual one in a file that does not have that. */
    private String column(ColumnNames.Name name) {
        return file.has(names.of(name)) || !file.has(name.key()) ? names.of(name) : name.key();
    }

    /** The columns of candidates: those named, or else all that are nothing else. */
    List<String> candidates(List<String> named) {
        List<String> candidates = new ArrayList<>(named);
        if (named.isEmpty()) {
            file.columns().stream()
                    .filter(column -> !names.reserved().contains(column))
                    .forEach(candidates::add);
        }
        candidates.forEach(file::column);
        if (candidates.size() < 2 || candidates.stream().distinct().count() < candidates.size()) {
            throw PollProblem.CANDIDATES.at(where(), candidates.size());
        }
        return List.copyOf(candidates);
    }

    /** A station's code; refuses one that stood in an earlier row. */
    String station(Row row) {
        int column = file.column(column(ColumnNames.Name.STATION));
        String station = row.code(column);
        if (station.isEmpty()) {
            throw PollProblem.NO_NAME.at(row.where(column));
        }
        Long before = lines.putIfAbsent(station, row.line());
        if (before != null) {
            throw PollProblem.STATION_TWICE.at(row.where(column), station, before);
        }
        return station;
    }

    /** A name that must be there. */
    String text(Row row, ColumnNames.Name name) {
        int column = file.column(column(name));
        String text = row.text(column);
        if (text.isEmpty()) {
            throw PollProblem.NO_NAME.at(row.where(column));
        }
        return text;
    }

    /** What is written in a column; it may be nothing. */
    String written(Row row, ColumnNames.Name name) {
        return row.text(file.column(column(name)));
    }

    /** A whole number that must be there. */
    long number(Row row, String column) {
        int index = file.column(column);
        int cell = row.cell(index);
        if (cell < 0) {
            throw PollProblem.NO_NUMBER.at(row.where(index));
        }
        return cell;
    }

    long number(Row row, ColumnNames.Name name) {
        return number(row, column(name));
    }

    /** A whole number above 0 that must be there. */
    long size(Row row, ColumnNames.Name name) {
        long number = number(row, name);
        if (number == 0) {
            throw PollProblem.ZERO.at(where(row, name));
        }
        return number;
    }

    /** A whole number that may be missing: no such column, or nothing written in it. */
    OptionalLong optional(Row row, ColumnNames.Name name) {
        if (!has(name)) {
            return OptionalLong.empty();
        }
        int cell = row.cell(file.column(column(name)));
        if (cell < BLANK) {
            throw PollProblem.NO_NUMBER.at(where(row, name));
        }
        return cell == BLANK ? OptionalLong.empty() : OptionalLong.of(cell);
    }

    Where where(Row row, ColumnNames.Name name) {
        return has(name) ? row.where(file.column(column(name))) : row.where();
    }
}
