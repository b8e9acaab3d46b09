package org.cotejo.formats.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.cotejo.custody.StationFigures.Paper;
import org.cotejo.custody.StationFigures.Way;
import org.cotejo.formats.text.Row;

/** What a row says about its station besides the votes: code, places, paper, way and counts. */
final class StationFields {
    private final Columns columns;
    private final byte[] code;
    private int codeLength;

    StationFields(Columns columns) {
        this.columns = columns;
        this.code = new byte[columns.station.length * (Row.CODE_BYTES_MOST + 1)];
    }

    /** Whether the MAP wants this row at all. */
    boolean isWanted(Row row) {
        for (int i = 0; i < columns.where.length; i++) {
            if (!row.is(columns.where[i], columns.whereTexts[i])) {
                return false;
            }
        }
        return true;
    }

    /** Reads the station's code, which {@link #code} and {@link #codeLength} then give. */
    void readCode(Row row) {
        int at = 0;
        for (int i = 0; i < columns.station.length; i++) {
            if (i > 0) {
                code[at++] = '.';
            }
            at = row.copyCode(columns.station[i], columns.pads[i], code, at);
        }
        codeLength = at;
    }

    byte[] code() {
        return code;
    }

    int codeLength() {
        return codeLength;
    }

    String codeText() {
        return new String(code, 0, codeLength, StandardCharsets.UTF_8);
    }

    /** Whether the row lies in exactly these places. */
    boolean isIn(Row row, List<String> names) {
        for (int i = 0; i < columns.places.length; i++) {
            if (!row.is(columns.places[i], names.get(i))) {
                return false;
            }
        }
        return true;
    }

    List<String> places(Row row) {
        return Arrays.stream(columns.places).mapToObj(row::text).toList();
    }

    Paper paper(Row row) {
        CsvMap.Paper paper = columns.map().paper();
        return paper != null && isOneOf(row, columns.paper, paper.openingReport()) ? Paper.OPENING_REPORT : Paper.FINAL;
    }

    Way way(Row row) {
        CsvMap.Way way = columns.map().way();
        if (way == null) {
            return Way.UNSTATED;
        }
        if (isOneOf(row, columns.way, way.transmitted())) {
            return Way.TRANSMITTED;
        }
        return isOneOf(row, columns.way, way.byHand()) ? Way.BY_HAND : Way.UNSTATED;
    }

    private static boolean isOneOf(Row row, int column, List<String> texts) {
        for (String text : texts) {
            if (row.is(column, text)) {
                return true;
            }
        }
        return false;
    }

    /** Puts the counts into {@code cells} from {@code at} on, in the order of the figures. */
    void readCounts(Row row, int[] cells, int at) {
        for (int i = 0; i < columns.counts.length; i++) {
            cells[at + i] = row.cell(columns.counts[i]);
        }
    }
}
