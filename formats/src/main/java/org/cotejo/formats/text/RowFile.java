package org.cotejo.formats.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cotejo.base.Check;
import org.cotejo.base.Where;
import org.jspecify.annotations.Nullable;

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
    private final @Nullable PlainLines lines;

    /** Whether the table is only the beginning of the file, and the rest comes by its parts. */
    private final boolean isBegun;

    private RowFile(
            String name,
            Table table,
            List<String> columns,
            long headerLine,
            @Nullable PlainLines lines,
            boolean isBegun) {
        this.name = name;
        this.table = table;
        this.columns = columns;
        this.headerLine = headerLine;
        this.lines = lines;
        this.isBegun = isBegun;
    }

    /** Opens the bytes of a file; {@code name} is what the user calls it. */
    public static RowFile open(String name, byte[] bytes, RowTerms terms) {
        Table table =
                FileKind.isZip(name, bytes) ? WorkbookRows.of(name, bytes, terms) : CsvRows.of(name, bytes, terms);
        RowFile file = of(name, table, table.plainLines().orElse(null), false);
        if (file.columns.isEmpty()) {
            throw TextProblem.EMPTY.at(Where.file(name), terms.skipRows());
        }
        return file;
    }

    /**
     * Opens a file that was looked through and whose bytes are read again, part by part, by {@link #parts} alone. Says about it what
     * {@link #open} says; empty if it is not plain or does not begin as a table does, so that it must be opened whole.
     */
    public static Optional<RowFile> openPlain(String name, PlainScan scan, RowTerms terms, PlainScan.Again bytes) {
        byte[] beginning = scan.beginning();
        if (!scan.isWholePlain() || beginning.length == 0 || FileKind.isZip(name, beginning)) {
            return Optional.empty();
        }
        CsvRows table = CsvRows.of(name, beginning, terms);
        return table.plainLines()
                .map(lines -> of(name, table, lines.andAllOthers(scan, bytes), true))
                .filter(file -> !file.columns.isEmpty());
    }

    private static RowFile of(String name, Table table, @Nullable PlainLines lines, boolean isBegun) {
        List<String> columns = new ArrayList<>();
        Row header = new Row(name);
        table.read(header, row -> {
            for (int column = 0; column < row.size(); column++) {
                columns.add(row.text(column));
            }
            return false;
        });
        return new RowFile(name, table, List.copyOf(columns), header.line(), lines, isBegun);
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
        Check.that(!isBegun, "%s is read by its parts", name);
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
        PlainLines plain = lines;
        if (plain == null) {
            return List.of(new RowPart(this, null, null));
        }
        return plain.parts(headerLine).stream()
                .map(part -> new RowPart(this, plain, part))
                .toList();
    }

    /** Number of lines of the file before the first row. */
    public long linesBefore() {
        return headerLine;
    }

    /** An empty row of this file. */
    Row emptyRow() {
        Row row = new Row(name);
        row.name(columns);
        return row;
    }
}
