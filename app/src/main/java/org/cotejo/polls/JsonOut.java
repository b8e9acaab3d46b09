package org.cotejo.polls;

import java.io.OutputStream;
import java.util.function.Consumer;
import org.cotejo.audit.survey.Estimate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes one JSON object and a line end; shares are numbers from 0 to 1. */
final class JsonOut {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator json;

    private JsonOut(JsonGenerator json) {
        this.json = json;
    }

    static void write(OutputStream to, Consumer<JsonOut> fields) {
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), to)) {
            JsonOut out = new JsonOut(generator);
            generator.writeStartObject();
            fields.accept(out);
            generator.writeEndObject();
            generator.writeRaw('\n');
        }
    }

    JsonOut put(String name, @Nullable String value) {
        json.writeStringProperty(name, value);
        return this;
    }

    JsonOut put(String name, long value) {
        json.writeNumberProperty(name, value);
        return this;
    }

    JsonOut put(String name, boolean value) {
        json.writeBooleanProperty(name, value);
        return this;
    }

    /** A number, or null where there is none or it has no end. */
    JsonOut put(String name, @Nullable Double value) {
        if (value == null || !Double.isFinite(value)) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value.doubleValue());
        }
        return this;
    }

    /** The keys of an estimate: its error and the limits at a confidence; all null where there is none. */
    JsonOut errors(@Nullable Estimate estimate, double confidence) {
        Estimate.Interval interval = estimate == null ? null : estimate.interval(confidence);
        return put("se", estimate == null ? null : Double.valueOf(estimate.standardError()))
                .put("low", interval == null ? null : Double.valueOf(interval.low()))
                .put("high", interval == null ? null : Double.valueOf(interval.high()));
    }

    JsonOut object(String name, Consumer<JsonOut> fields) {
        json.writeObjectPropertyStart(name);
        fields.accept(this);
        json.writeEndObject();
        return this;
    }

    <T> JsonOut list(String name, Iterable<T> items, java.util.function.BiConsumer<JsonOut, T> fields) {
        json.writeArrayPropertyStart(name);
        for (T item : items) {
            json.writeStartObject();
            fields.accept(this, item);
            json.writeEndObject();
        }
        json.writeEndArray();
        return this;
    }
}
