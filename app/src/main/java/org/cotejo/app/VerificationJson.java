package org.cotejo.app;

import java.io.OutputStream;
import org.cotejo.verify.Verification;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes a verification as one JSON object, in the shape that the command line promises. */
final class VerificationJson {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private VerificationJson() {}

    static void write(Verification verification, String language, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("verdict", verification.verdict().key());
            String pinned = verification.pinned();
            if (pinned == null) {
                json.writeNullProperty("policy");
            } else {
                json.writeStringProperty("policy", pinned);
            }
            json.writeStringProperty("origin", verification.origin());
            json.writeNumberProperty("entries", verification.entries());
            json.writeNumberProperty("sheets", verification.sheets());
            json.writeNumberProperty("signatures_checked", verification.signaturesChecked());
            json.writeBooleanProperty("intact_in_itself", verification.isIntactInItself());
            json.writeObjectPropertyStart("levels");
            verification.levels().forEach((level, answer) -> json.writeStringProperty(level.key(), answer.key()));
            json.writeEndObject();
            json.writeArrayPropertyStart("problems");
            verification.problems().forEach(problem -> {
                json.writeStartObject();
                json.writeStringProperty("code", problem.kind().code());
                json.writeStringProperty("where", problem.spot().sentence().in(language));
                json.writeStringProperty("message", problem.sentence().in(language));
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
