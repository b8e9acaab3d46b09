package org.cotejo.app;

import java.util.List;
import org.cotejo.audit.forensics.Fingerprint;
import org.cotejo.audit.forensics.ForensicReport;
import org.cotejo.audit.forensics.HardCheck;
import org.cotejo.audit.forensics.Indicator;
import org.cotejo.audit.forensics.IndicatorResult;
import org.cotejo.definition.Register;
import org.cotejo.reconcile.Reconciliation;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes indicators as one JSON object (docs/formats/forensics.md); a number that is none is null. */
final class ForensicsJson {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final Reconciliation reconciliation;
    private final JsonGenerator json;
    private final String language;

    private ForensicsJson(Reconciliation reconciliation, JsonGenerator json, String language) {
        this.reconciliation = reconciliation;
        this.json = json;
        this.language = language;
    }

    static void write(
            Reconciliation reconciliation,
            List<ForensicsCommand.Looked> looked,
            long seed,
            int rounds,
            Console console) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), console.out())) {
            ForensicsJson writer = new ForensicsJson(reconciliation, json, console.language());
            json.writeStartObject();
            json.writeStringProperty(
                    "election", reconciliation.dossier().definition().id());
            json.writeStringProperty("caution", Indicator.caution().in(console.language()));
            json.writeNumberProperty("seed", seed);
            json.writeNumberProperty("rounds", rounds);
            json.writeArrayPropertyStart("contests");
            looked.forEach(writer::contest);
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private void contest(ForensicsCommand.Looked looked) {
        ForensicReport report = looked.report();
        json.writeStartObject();
        json.writeStringProperty("id", looked.result().contest().id().value());
        json.writeStringProperty("figures", looked.figures().isAnnounced() ? "announced" : "sheets");
        json.writeNumberProperty("stations", report.stations());
        json.writeStringProperty(
                "leader",
                looked.result().contest().candidates().get(report.leader()).id().value());
        json.writeNumberProperty("standing_out", report.standingOut());
        json.writeArrayPropertyStart("indicators");
        report.indicators().forEach(this::indicator);
        json.writeEndArray();
        fingerprint(report.fingerprint());
        json.writeArrayPropertyStart("hard_checks");
        for (HardCheck check : report.hardChecks()) {
            json.writeStartObject();
            json.writeStringProperty("kind", check.kind().key());
            json.writeStringProperty("station", station(looked, check.station()));
            if (check.other() >= 0) {
                json.writeStringProperty("other", station(looked, check.other()));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("same_result");
        for (ForensicReport.Pair pair : report.duplicates()) {
            json.writeStartArray();
            json.writeString(station(looked, pair.first()));
            json.writeString(station(looked, pair.second()));
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("zeros");
        for (ForensicReport.Spot zero : report.zeros()) {
            json.writeStartObject();
            json.writeStringProperty("station", station(looked, zero.station()));
            json.writeStringProperty(
                    "candidate",
                    looked.result()
                            .contest()
                            .candidates()
                            .get(zero.option())
                            .id()
                            .value());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void indicator(IndicatorResult result) {
        Indicator indicator = result.indicator();
        json.writeStartObject();
        json.writeStringProperty("id", indicator.key());
        json.writeStringProperty("what", indicator.what().in(language));
        json.writeStringProperty("null", indicator.nullHypothesis().in(language));
        json.writeNumberProperty("n", result.n());
        number("effect", result.effect());
        json.writeStringProperty("result", result.said().in(language));
        number("p", result.p());
        number("p_corrected", result.adjusted());
        json.writeBooleanProperty("stands_out", result.standsOut());
        number("base_rate", indicator.baseRate());
        json.writeStringProperty("other_causes", indicator.innocent().in(language));
        json.writeStringProperty("source", indicator.source());
        json.writeStringProperty("caution", Indicator.caution().in(language));
        json.writeEndObject();
    }

    private void fingerprint(Fingerprint described) {
        json.writeObjectPropertyStart("fingerprint");
        json.writeNumberProperty("stations", described.stations());
        json.writeNumberProperty("over_register", described.overRegister());
        json.writeNumberProperty("both_over_99", described.bothOver99());
        number("pearson", described.pearson());
        number("spearman", described.spearman());
        number("log_vote_rate_skewness", described.rateSkewness());
        number("log_vote_rate_kurtosis", described.rateKurtosis());
        number("slope", described.slope());
        json.writeEndObject();
    }

    private void number(String name, double value) {
        if (Double.isFinite(value)) {
            json.writeNumberProperty(name, value);
        } else {
            json.writeNullProperty(name);
        }
    }

    private String station(ForensicsCommand.Looked looked, int row) {
        Register register = reconciliation.dossier().frame().register();
        return register.codeText(looked.figures().station()[row]);
    }
}
