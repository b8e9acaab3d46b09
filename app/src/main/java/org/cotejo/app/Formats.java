package org.cotejo.app;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.formats.csv.CsvImporter;
import org.cotejo.formats.importer.Importer;
import org.cotejo.formats.templates.TemplateImporters;
import org.cotejo.formats.venezuela.VeCsv;
import org.cotejo.formats.venezuela.VeQr;

/** The formats that can be imported. */
final class Formats {
    private Formats() {}

    static List<Importer> all() {
        List<Importer> all = new ArrayList<>(List.of(new CsvImporter(), new VeCsv(), new VeQr()));
        all.addAll(TemplateImporters.all());
        return List.copyOf(all);
    }
}
