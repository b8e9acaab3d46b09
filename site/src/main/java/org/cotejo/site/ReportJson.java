package org.cotejo.site;

import java.io.OutputStream;
import java.util.Map;
import java.util.OptionalLong;
import org.cotejo.bounds.Bounds;
import org.cotejo.bounds.Judgement;
import org.cotejo.dossier.Finding;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.StationState;
import org.cotejo.reconcile.Totals;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes the totals of a report as one JSON object, in the shape that the command line promises (docs/formats/report.md). */
public final class ReportJson {
    /** From the root of the site. */
    static final String PATH = "data/report.json";

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final ReportInput report;
    private final JsonGenerator json;

    private ReportJson(ReportInput report, JsonGenerator json) {
        this.report = report;
        this.json = json;
    }

    /** Writes the object and a line end; leaves the stream open. */
    public static void write(ReportInput report, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            new ReportJson(report, json).all();
            json.writeRaw('\n');
        }
    }

    private void all() {
        var reconciliation = report.reconciliation();
        json.writeStartObject();
        json.writeObjectPropertyStart("election");
        json.writeStringProperty("id", reconciliation.dossier().definition().id());
        json.writeNumberProperty("stations", reconciliation.stations());
        number("registered", reconciliation.registered());
        json.writeEndObject();
        json.writeArrayPropertyStart("contests");
        report.contests().forEach(this::contest);
        json.writeEndArray();
        json.writeObjectPropertyStart("findings");
        report.findingCounts().forEach(json::writeNumberProperty);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void contest(ContestReport contest) {
        ContestResult result = contest.result();
        Map<StationState, Integer> counts = result.counts();
        json.writeStartObject();
        json.writeStringProperty("id", result.contest().id().value());
        json.writeObjectPropertyStart("coverage");
        json.writeNumberProperty("stations_with_copies", result.stationsWithCopies());
        json.writeNumberProperty("stations_announced", result.stationsAnnounced());
        json.writeNumberProperty("stations_missing", counts.getOrDefault(StationState.MISSING, 0));
        json.writeEndObject();
        json.writeObjectPropertyStart("stations");
        counts.forEach((state, count) -> json.writeNumberProperty(state.key(), count));
        json.writeEndObject();
        totals("totals", result, result.totals());
        totals("totals_announced", result, result.announcedTotals());
        bounds("bounds", contest.bounds());
        bounds("bounds_strict", contest.strict());
        json.writeArrayPropertyStart("announcements");
        contest.announcements().forEach(this::announcement);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void totals(String name, ContestResult result, @Nullable Totals totals) {
        if (totals == null) {
            json.writeNullProperty(name);
            return;
        }
        json.writeObjectPropertyStart(name);
        json.writeObjectPropertyStart("by_candidate");
        for (int i = 0; i < totals.candidates(); i++) {
            number(result.contest().candidates().get(i).id().value(), totals.candidate(i));
        }
        json.writeEndObject();
        number("valid", totals.valid());
        number("null", totals.nullVotes());
        number("blank", totals.blank());
        json.writeEndObject();
    }

    private void bounds(String name, Bounds bounds) {
        json.writeObjectPropertyStart(name);
        text("leader", bounds.leader());
        text("runner_up", bounds.runnerUp());
        json.writeNumberProperty("lead", bounds.lead());
        Long most = bounds.missingRegisteredAtMost();
        number("missing_registered_at_most", most == null ? OptionalLong.empty() : OptionalLong.of(most));
        json.writeStringProperty("can_flip", bounds.canFlip().key());
        json.writeEndObject();
    }

    private void announcement(Judgement judgement) {
        json.writeStartObject();
        json.writeStringProperty("id", judgement.announcement().id());
        json.writeStringProperty("verdict", judgement.verdict().key());
        json.writeArrayPropertyStart("findings");
        judgement.findings().stream()
                .map(Finding::kind)
                .map(kind -> kind.code())
                .distinct()
                .forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void number(String name, OptionalLong value) {
        if (value.isPresent()) {
            json.writeNumberProperty(name, value.getAsLong());
        } else {
            json.writeNullProperty(name);
        }
    }

    private void text(String name, @Nullable Object value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value.toString());
        }
    }
}
