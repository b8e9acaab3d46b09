package org.cotejo.formats.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cotejo.base.RefusedException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** The rows of the first sheet of an XLSX workbook. A cell that is not there is an empty field; 1726.0 is 1726. */
final class WorkbookRows implements Table {
    /** More places before or after the point than any count or code has. */
    private static final int PLACES_MOST = 40;

    private final byte[] bytes;
    private final RowTerms terms;

    private WorkbookRows(byte[] bytes, RowTerms terms) {
        this.bytes = bytes;
        this.terms = terms;
    }

    static WorkbookRows of(String file, byte[] bytes, RowTerms terms) {
        WorkbookGuard.check(file, bytes);
        return new WorkbookRows(bytes, terms);
    }

    @Override
    public void read(Row row, Sink sink) {
        row.begin(0);
        try (ReadableWorkbook workbook = read(row, () -> open(row));
                Stream<org.dhatim.fastexcel.reader.Row> rows = read(row, () -> sheet(workbook, row))) {
            Iterator<org.dhatim.fastexcel.reader.Row> iterator = read(row, rows::iterator);
            int width = 0;
            while (read(row, iterator::hasNext)) {
                org.dhatim.fastexcel.reader.Row next = read(row, iterator::next);
                List<String> fields = read(row, () -> fields(next));
                if (isPassedOver(next.getRowNum(), fields)) {
                    continue;
                }
                width = width == 0 ? fields.size() : width;
                fill(row, next.getRowNum(), fields, width);
                if (!sink.row(row)) {
                    return;
                }
            }
        } catch (IOException e) {
            throw TextProblem.WORKBOOK.at(row.where());
        }
    }

    private boolean isPassedOver(int number, List<String> fields) {
        return number <= terms.skipRows()
                || fields.isEmpty()
                || terms.hasComments() && fields.getFirst().startsWith("#");
    }

    private static void fill(Row row, int number, List<String> fields, int width) {
        row.begin(number);
        fields.forEach(row::add);
        for (int column = fields.size(); column < width; column++) {
            row.add("");
        }
    }

    /**
     * Asks the library for something. What it throws at a damaged workbook is of many kinds, unchecked and not documented, so
     * all of it is a damaged workbook here, and nothing but calls into the library is under this net.
     */
    private static <T> T read(Row row, Supplier<T> library) {
        try {
            return library.get();
        } catch (RefusedException e) {
            throw e;
        } catch (RuntimeException e) {
            throw TextProblem.WORKBOOK.at(row.where());
        }
    }

    private ReadableWorkbook open(Row row) {
        try {
            return new ReadableWorkbook(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw TextProblem.WORKBOOK.at(row.where());
        }
    }

    private static Stream<org.dhatim.fastexcel.reader.Row> sheet(ReadableWorkbook workbook, Row row) {
        try {
            return workbook.getFirstSheet().openStream();
        } catch (IOException e) {
            throw TextProblem.WORKBOOK.at(row.where());
        }
    }

    /** The fields up to the last that is not empty. */
    private static List<String> fields(org.dhatim.fastexcel.reader.Row row) {
        List<String> fields = new ArrayList<>();
        int size = 0;
        for (int column = 0; column < row.getCellCount(); column++) {
            Cell cell = row.getCell(column);
            String field = cell == null ? "" : field(cell);
            fields.add(field);
            size = field.isBlank() ? size : column + 1;
        }
        return fields.subList(0, size);
    }

    private static String field(Cell cell) {
        return switch (cell.getType()) {
            case EMPTY -> "";
            case STRING -> cell.asString();
            case NUMBER -> number(cell.getRawValue());
            case FORMULA -> number(cell.getRawValue());
            case BOOLEAN, ERROR -> cell.getRawValue() == null ? "" : cell.getRawValue();
        };
    }

    /** A number as a spreadsheet stores it, 1.01130420102E11, in plain digits; other text as it is. */
    private static String number(String raw) {
        if (raw == null) {
            return "";
        }
        if (!raw.matches("-?[0-9]{1,40}(\\.[0-9]{0,40})?([eE][-+]?[0-9]{1,3})?")) {
            return raw;
        }
        BigDecimal number = new BigDecimal(raw);
        boolean isShort = Math.abs((long) number.scale()) <= PLACES_MOST * 2 && number.precision() <= PLACES_MOST * 2;
        return isShort
                ? (number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString())
                : raw;
    }
}
