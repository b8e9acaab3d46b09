package org.cotejo.app;

import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.cotejo.verify.Timestamped;
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
            timestamps(verification.timestamps(), language, json);
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

    /** Every timestamp with what checking it came to. */
    static void timestamps(List<Timestamped> timestamps, String language, JsonGenerator json) {
        json.writeArrayPropertyStart("timestamps");
        timestamps.forEach(one -> {
            json.writeStartObject();
            json.writeStringProperty("file", one.file());
            json.writeNumberProperty("entries", one.entries());
            json.writeStringProperty("answer", one.answer().key());
            Instant at = one.at();
            if (at == null) {
                json.writeNullProperty("at");
            } else {
                json.writeStringProperty("at", at.toString());
            }
            json.writeStringProperty("message", one.evidence().in(language));
            json.writeEndObject();
        });
        json.writeEndArray();
    }
}
