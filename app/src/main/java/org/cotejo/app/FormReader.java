package org.cotejo.app;

import java.nio.file.Path;
import org.cotejo.audit.boxes.AuditProblem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Where;
import org.cotejo.definition.StationCode;
import org.cotejo.formats.importer.InputFile;
import org.cotejo.formats.text.Row;
import org.cotejo.formats.text.RowFile;
import org.cotejo.formats.text.RowTerms;

/** Reads one file of forms, row by row; what a row is about and says is known to those who extend it. */
abstract class FormReader<K, V> {
    final RowFile rows;
    final int stationColumn;
    final int stateColumn;
    /** Those of the figures, in the order of the figures. */
    final int[] columns;

    private final OpenForms<K, V> forms;
    private final int auditColumn;

    FormReader(OpenForms<K, V> forms, Path file) {
        this.forms = forms;
        rows = RowFile.open(file.toString(), InputFile.read(file).bytes(), RowTerms.TEMPLATE);
        auditColumn = rows.column("audit");
        stationColumn = rows.column("station");
        stateColumn = rows.column("state");
        columns = forms.figures().stream()
                .mapToInt(figure -> rows.column(figure.toString()))
                .toArray();
    }

    /** Whether a full count or a check of every sheet asks for that station. */
    abstract boolean isInPlan(StationCode station);

    /** What a row is about. */
    abstract K key(Row row, StationCode station);

    /** What a row says of it; refused where that can't be. */
    abstract V value(Row row, K key);

    /** Refuses a row that contradicts an earlier one. */
    abstract RefusedException twice(Row row, K key, Where first);

    final void read() {
        rows.rows(this::row);
    }

    private void row(Row row) {
        if (!row.is(auditColumn, forms.id())) {
            throw AuditProblem.OTHER_AUDIT.at(row.where(auditColumn), row.text(auditColumn), forms.id());
        }
        StationCode station = forms.station(row, stationColumn);
        // A station that was listed after the plan is in no box of it, of a full count either.
        boolean isDrawn = forms.isFull() ? isInPlan(station) : forms.isDrawn(station);
        if (!isDrawn) {
            throw AuditProblem.NOT_DRAWN.at(row.where(stationColumn), station);
        }
        K key = key(row, station);
        if (isUnfilled(row)) {
            return;
        }
        Where first = forms.take(key, value(row, key), row.where(stationColumn));
        if (first != null) {
            throw twice(row, key, first);
        }
    }

    /** A line of the form that nobody has filled in yet. */
    private boolean isUnfilled(Row row) {
        boolean isEmpty = row.text(stateColumn).isEmpty();
        for (int column : columns) {
            isEmpty &= row.text(column).isEmpty();
        }
        return isEmpty;
    }
}
