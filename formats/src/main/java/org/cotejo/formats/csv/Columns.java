package org.cotejo.formats.csv;

import java.util.List;
import org.cotejo.formats.text.RowFile;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/** The columns of a MAP found in the header of one file; a column that is not there is refused. */
final class Columns {
    final int[] station;
    final int[] pads;
    final int[] places;
    final int[] counts;
    final List<Figure.Count> countFigures;
    final int[] where;
    final String[] whereTexts;
    final int paper;
    final int way;

    private final CsvMap map;

    Columns(RowFile file, CsvMap map) {
        this.map = map;
        this.station = map.station().stream()
                .mapToInt(part -> file.column(part.column()))
                .toArray();
        this.pads = map.station().stream().mapToInt(CsvMap.CodePart::pad).toArray();
        this.places = map.places().stream().mapToInt(file::column).toArray();
        this.countFigures = List.copyOf(map.counts().keySet());
        this.counts = countFigures.stream()
                .map(map.counts()::get)
                .mapToInt(file::column)
                .toArray();
        this.where = map.where().keySet().stream().mapToInt(file::column).toArray();
        this.whereTexts = map.where().values().toArray(String[]::new);
        CsvMap.Paper paperMap = map.paper();
        this.paper = paperMap == null ? -1 : file.column(paperMap.column());
        CsvMap.Way wayMap = map.way();
        this.way = wayMap == null ? -1 : file.column(wayMap.column());
        refuseMissing(file, map.image());
    }

    private static void refuseMissing(RowFile file, @Nullable String column) {
        if (column != null) {
            file.column(column);
        }
    }

    CsvMap map() {
        return map;
    }
}
