package org.cotejo.formats.templates;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.formats.importer.Importer;

/** The readers of all templates. */
public final class TemplateImporters {
    private TemplateImporters() {}

    /** One for each template, in the order in which a new folder needs them. */
    public static List<Importer> all() {
        List<Importer> all = new ArrayList<>(List.of(
                new DefinitionImport(),
                new RegisterImport(),
                new CopiesImport(),
                new SheetsImport(),
                new CertificatesImport(),
                new MachineLogsImport(),
                new PicturesImport(),
                new AnnouncementsImport(),
                new DecisionsImport(),
                new SignaturesImport()));
        all.addAll(RecordImport.all());
        return List.copyOf(all);
    }
}
