package org.cotejo.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotejo.formats.csv.CsvImporter;
import org.cotejo.formats.importer.Importer;
import org.cotejo.formats.templates.TemplateImporters;
import org.cotejo.formats.venezuela.VeCsv;
import org.cotejo.formats.venezuela.VeQr;

/** The importers of this module. */
public final class Importers {
    private static final List<Importer> ALL = list();

    private Importers() {}

    private static List<Importer> list() {
        List<Importer> all = new ArrayList<>(TemplateImporters.all());
        all.add(new CsvImporter());
        all.add(new VeCsv());
        all.add(new VeQr());
        return List.copyOf(all);
    }

    /** All importers: those of the templates first, then the formats of the world. */
    public static List<Importer> all() {
        return ALL;
    }

    /** The importer of this name. */
    public static Optional<Importer> of(String name) {
        return ALL.stream().filter(importer -> importer.name().equals(name)).findFirst();
    }
}
