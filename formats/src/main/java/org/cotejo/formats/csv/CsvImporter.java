package org.cotejo.formats.csv;

import java.util.Objects;
import org.cotejo.base.Sentence;
import org.cotejo.formats.importer.ImportRequest;
import org.cotejo.formats.importer.ImportSession;
import org.cotejo.formats.importer.ImportSummary;
import org.cotejo.formats.importer.Importer;
import org.cotejo.formats.importer.InputFile;

/** {@code cotejo import csv FILE... --map MAP.json}: tables of one custodian with one MAP. */
public final class CsvImporter implements Importer {
    @Override
    public String name() {
        return "csv";
    }

    @Override
    public Sentence what() {
        return new Sentence(
                "copies of sheets or announced station results from any CSV, TSV or XLSX file, with a MAP that says which column is what",
                "copias de actas o resultados por mesa anunciados de cualquier archivo CSV, TSV o XLSX, con un MAP que dice qué es cada columna");
    }

    @Override
    public boolean needsMap() {
        return true;
    }

    @Override
    public ImportSummary run(ImportRequest request) {
        return ImportSession.run(this, request, (file, session) -> {
            InputFile mapFile = InputFile.read(Objects.requireNonNull(request.map()));
            CsvMap map = MapFile.read(mapFile.name(), mapFile.bytes());
            session.keep(mapFile);
            CsvImport.deliver(file, map, session);
        });
    }
}
