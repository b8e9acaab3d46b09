package org.cotejo.pictures;

import java.util.Locale;
import java.util.Optional;
import org.cotejo.capture.PictureReading;
import org.cotejo.capture.alteration.Hint;
import org.cotejo.capture.form.SeenSlot;
import tools.jackson.core.JsonGenerator;

/** Writes what is seen of hands on a sheet: places to sign, and hints that numbers were changed. */
final class MarksJson {
    private MarksJson() {}

    static void write(Optional<PictureReading> reading, String language, JsonGenerator json) {
        json.writeArrayPropertyStart("slots");
        reading.ifPresent(known -> known.slots().forEach(slot -> slot(slot, json)));
        json.writeEndArray();
        json.writeArrayPropertyStart("hints");
        reading.ifPresent(known -> known.hints().forEach(hint -> hint(hint, language, json)));
        json.writeEndArray();
    }

    private static void slot(SeenSlot slot, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("role", slot.role().name().toLowerCase(Locale.ROOT));
        json.writeNumberProperty("number", slot.number());
        json.writeStringProperty("state", slot.state().key());
        json.writeNumberProperty("page", slot.page() + 1);
        PrintJson.place(slot.place(), json);
        json.writeEndObject();
    }

    private static void hint(Hint hint, String language, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("kind", hint.kind().key());
        json.writeStringProperty("code", hint.problem().code());
        json.writeStringProperty("row", hint.row());
        json.writeNumberProperty("page", hint.page() + 1);
        PrintJson.place(hint.place(), json);
        json.writeStringProperty("message", hint.problem().sentence().in(language));
        json.writeEndObject();
    }
}
