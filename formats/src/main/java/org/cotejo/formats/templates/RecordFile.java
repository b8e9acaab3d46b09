package org.cotejo.formats.templates;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cotejo.base.Where;
import org.cotejo.formats.importer.ImportSession;
import org.cotejo.formats.importer.InputFile;
import org.cotejo.formats.text.Row;
import org.cotejo.formats.text.RowFile;
import org.cotejo.formats.text.RowTerms;

/** A file of records that follows a template: its header has no column that the template does not know. */
final class RecordFile {
    /** Columns that people add in good faith and that must never come into a public entry. */
    private static final String PRIVATE =
            "notes?|notas?|observ.*|comment.*|coment.*|remarks?|names?|nombres?|apellidos?"
                    + "|witness.*|testigos?|person.*|c[eé]dula|ci|dni|phone|tel[eé]fono|e-?mail|correo|address|direcci[oó]n";

    private final RowFile rows;
    private final ImportSession session;

    private RecordFile(RowFile rows, ImportSession session) {
        this.rows = rows;
        this.session = session;
    }

    static RecordFile open(InputFile file, ImportSession session) {
        return new RecordFile(RowFile.open(file.name(), file.bytes(), RowTerms.TEMPLATE), session);
    }

    /** Refuses a header that lacks a required column or has one that is neither required nor optional. */
    RecordFile with(List<String> required, List<String> optional) {
        List<String> known = Stream.concat(required.stream(), optional.stream()).toList();
        for (String column : rows.columns()) {
            if (!known.contains(column)) {
                Where where = new Where(rows.name(), 0, column);
                if (column.toLowerCase(Locale.ROOT).matches(PRIVATE)) {
                    throw TemplateProblem.PRIVATE_COLUMN.at(where, TemplateProblem.shown(column));
                }
                throw TemplateProblem.UNKNOWN_COLUMN.at(where, TemplateProblem.shown(column), String.join(", ", known));
            }
            rows.column(column);
        }
        required.forEach(rows::column);
        return this;
    }

    List<String> columns() {
        return rows.columns();
    }

    int column(String name) {
        return rows.column(name);
    }

    Where where() {
        return Where.file(rows.name());
    }

    void forEach(Consumer<Row> sink) {
        rows.rows(row -> {
            session.rowRead();
            sink.accept(row);
        });
    }

    void forEachRecord(Known known, Consumer<RecordRow> sink) {
        forEach(row -> sink.accept(new RecordRow(rows, row, known)));
    }
}
