package org.cotejo.app;

import java.io.OutputStream;
import org.cotejo.formats.importer.ImportSummary;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes what an import brought as one JSON object: format, files and counts. */
final class SummaryJson {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private SummaryJson() {}

    static void write(ImportSummary summary, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
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
