package org.cotejo.station.kiosk;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** What passes between the pages and the machine, as JSON. */
final class Json {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(4)
                    .maxStringLength(1_000)
                    .build())
            .build();

    private Json() {}

    static JsonGenerator to(OutputStream out) {
        return JSON.createGenerator(ObjectWriteContext.empty(), out);
    }

    static JsonParser of(byte[] bytes) {
        return JSON.createParser(ObjectReadContext.empty(), bytes);
    }

    /** One object. */
    static byte[] object(Consumer<JsonGenerator> fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = to(out)) {
            json.writeStartObject();
            fields.accept(json);
            json.writeEndObject();
        }
        return out.toByteArray();
    }
}
