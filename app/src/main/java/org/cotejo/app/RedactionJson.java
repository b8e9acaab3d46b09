package org.cotejo.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.cotejo.base.Problem;
import org.cotejo.covered.RedactionProof;
import org.cotejo.custody.CommittedPicture;
import org.cotejo.definition.StationCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** What covering and checking a picture came to, as one object of JSON for programs. */
final class RedactionJson {
    private RedactionJson() {}

    /** After {@code redact picture}. */
    static void made(
            PrintStream out,
            RedactionProof proof,
            Path picture,
            Path sealed,
            List<Problem> warnings,
            boolean isStated) {
        try (JsonGenerator json = LogShow.JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            about(json, proof);
            json.writeStringProperty("picture", picture.toString());
            json.writeStringProperty("sealed", sealed.toString());
            json.writeBooleanProperty("stated", isStated);
            problems(json, "warnings", warnings, "en");
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    /** After {@code redact check}. */
    static void checked(
            PrintStream out,
            RedactionProof proof,
            String verdict,
            RedactionRoot known,
            List<Problem> faults,
            String language) {
        try (JsonGenerator json = LogShow.JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("verdict", verdict);
            about(json, proof);
            json.writeStringProperty("known_from", known.source());
            text(json, "log", known.log());
            CommittedPicture entry = known.entry();
            StationCode station = entry == null ? null : entry.station();
            text(json, "custodian", entry == null ? null : entry.holder().value());
            text(json, "station", station == null ? null : station.value());
            problems(json, "problems", faults, language);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void about(JsonGenerator json, RedactionProof proof) {
        json.writeStringProperty("root", proof.root().hex());
        json.writeNumberProperty("tiles", proof.tileCount());
        json.writeNumberProperty("covered_tiles", proof.coveredTiles());
        json.writeNumberProperty("fields", proof.fields());
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value);
        }
    }

    private static void problems(JsonGenerator json, String name, List<Problem> problems, String language) {
        json.writeArrayPropertyStart(name);
        for (Problem problem : problems) {
            json.writeStartObject();
            json.writeStringProperty("code", problem.code());
            json.writeStringProperty("message", problem.sentence().in(language));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
