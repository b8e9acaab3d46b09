package org.cotejo.pictures;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.cotejo.capture.form.PrintedCell;
import org.cotejo.capture.form.PrintedFact;
import org.cotejo.capture.form.PrintedForm;
import org.cotejo.capture.symbols.Point;
import org.cotejo.capture.symbols.Quad;
import tools.jackson.core.JsonGenerator;

/** Writes what was read of print: every number with both readings, so that whoever takes it sees what bears it out. */
final class PrintJson {
    private PrintJson() {}

    static void write(List<PrintedForm> forms, JsonGenerator json) {
        json.writeArrayPropertyStart("print");
        for (PrintedForm form : forms) {
            json.writeStartObject();
            json.writeStringProperty("format", form.kind().key());
            json.writeObjectPropertyStart("facts");
            form.facts().forEach(fact -> fact(fact, json));
            json.writeEndObject();
            json.writeArrayPropertyStart("cells");
            form.cells().forEach(cell -> cell(cell, json));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void fact(PrintedFact fact, JsonGenerator json) {
        json.writeObjectPropertyStart(fact.what());
        json.writeStringProperty("text", fact.text());
        json.writeBooleanProperty("twice", fact.isTwice());
        json.writeNumberProperty("confidence", hundredths(fact.sure()));
        json.writeEndObject();
    }

    private static void cell(PrintedCell cell, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("row", cell.row());
        json.writeStringProperty("label", cell.label());
        number("value", cell.agreed(), json);
        number("digits", cell.figure(), json);
        number("words", cell.words(), json);
        json.writeStringProperty("state", cell.state().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty(
                "method", cell.state() == PrintedCell.State.AGREED ? "print_digits_and_words" : "for_people");
        json.writeNumberProperty("confidence", hundredths(cell.sure()));
        json.writeNumberProperty("page", cell.page() + 1);
        place(cell.place(), json);
        json.writeEndObject();
    }

    private static double hundredths(double sure) {
        return Math.floor(sure * 100) / 100;
    }

    private static void number(String name, OptionalInt number, JsonGenerator json) {
        if (number.isPresent()) {
            json.writeNumberProperty(name, number.getAsInt());
        } else {
            json.writeNullProperty(name);
        }
    }

    static void place(Quad quad, JsonGenerator json) {
        json.writeArrayPropertyStart("place");
        for (Point corner : quad.corners()) {
            json.writeNumber(Math.round(corner.x()));
            json.writeNumber(Math.round(corner.y()));
        }
        json.writeEndArray();
    }
}
