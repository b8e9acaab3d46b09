package org.cotejo.formats.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cotejo.base.Where;

/**
 * A file of rows with a header, opened: CSV, TSV or XLSX, in whatever encoding and with whatever delimiter. What is no such
 * file is refused with one sentence; so is a row with another number of fields than the header.
 */
public final class RowFile {
    /** Most columns that a row may have. */
    public static final int COLUMNS_MOST = 5_000;

    /** Most characters that a field may have. */
    public static final int FIELD_MOST = 10_000;

    private final String name;
    private final Table table;
    private final List<String> columns;
    private final long headerLine;

    private RowFile(String name, Table table, List<String> columns, long headerLine) {
        this.name = name;
        this.table = table;
        this.columns = columns;
        this.headerLine = headerLine;
    }

    /** Opens the bytes of a file; {@code name} is what the user calls it. */
    public static RowFile open(String name, byte[] bytes, RowTerms terms) {
        Table table =
                FileKind.isZip(name, bytes) ? WorkbookRows.of(name, bytes, terms) : CsvRows.of(name, bytes, terms);
        List<String> columns = new ArrayList<>();
        Row header = new Row(name);
        table.read(header, row -> {
            for (int column = 0; column < row.size(); column++) {
                columns.add(row.text(column));
            }
            return false;
        });
        if (columns.isEmpty()) {
            throw TextProblem.EMPTY.at(Where.file(name), terms.skipRows());
        }
        return new RowFile(name, table, List.copyOf(columns), header.line());
    }

    /** What the user calls the file. */
    public String name() {
        return name;
    }

    /** The header, each name tidy. */
    public List<String> columns() {
        return columns;
    }

    /** Whether the header has a column of this name. */
    public boolean has(String column) {
        return columns.contains(column);
    }

    /** The 0-based place of the column with this name; refuses a name that is not in the header or more than once. */
    public int column(String column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw TextProblem.NO_COLUMN.at(Where.file(name), TextProblem.shown(column), shownColumns());
        }
        if (index != columns.lastIndexOf(column)) {
            throw TextProblem.COLUMN_TWICE.at(Where.file(name), TextProblem.shown(column));
        }
        return index;
    }

    private String shownColumns() {
        List<String> shown = columns.stream().limit(60).map(TextProblem::shown).toList();
        return String.join(", ", shown) + (columns.size() > shown.size() ? ", ..." : "");
    }

    /** Gives the rows below the header to {@code sink}, the same {@link Row} filled anew each time; empty rows are passed over. */
    public void rows(Consumer<Row> sink) {
        Row row = emptyRow();
        boolean[] isBelow = {false};
        table.read(row, filled -> {
            if (isBelow[0]) {
                give(filled, sink);
            }
            isBelow[0] = true;
            return true;
        });
    }

    boolean give(Row row, Consumer<Row> sink) {
        if (row.size() != columns.size()) {
            throw TextProblem.FIELDS.at(row.where(), row.size(), columns.size());
        }
        sink.accept(row);
        return true;
    }

    /**
     * The rows below the header in parts that follow each other, each of which any thread may read: about a megabyte each where
     * the file can be cut, else one part that is the whole.
     */
    public List<RowPart> parts() {
        PlainLines lines = table.plainLines().orElse(null);
        if (lines == null) {
            return List.of(new RowPart(this, null, null));
        }
        return lines.parts(lines.after(headerLine)).stream()
                .map(part -> new RowPart(this, lines, part))
                .toList();
    }

    /** An empty row of this file. */
    Row emptyRow() {
        Row row = new Row(name);
        row.name(columns);
        return row;
    }
}
