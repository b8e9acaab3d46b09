package org.cotejo.app;

import java.io.OutputStream;
import org.cotejo.formats.importer.ImportSummary;
import tools.jackson.core.JsonGenerator;

/** Writes what an import brought as one JSON object: format, files and counts. */
final class SummaryJson {
    private SummaryJson() {}

    static void write(ImportSummary summary, OutputStream out) {
        try (JsonGenerator json = JsonOut.to(out)) {
            json.writeStartObject();
            json.writeStringProperty("format", summary.importer());
            json.writeArrayPropertyStart("files");
            summary.files().forEach(json::writeString);
            json.writeEndArray();
            json.writeObjectPropertyStart("counts");
            summary.counts().forEach(json::writeNumberProperty);
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
