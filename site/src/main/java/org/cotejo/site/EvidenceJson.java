package org.cotejo.site;

import java.util.Map;
import org.cotejo.audit.evidence.EvidenceOutcome;
import org.cotejo.audit.evidence.EvidenceReport;
import org.cotejo.audit.evidence.EvidenceStation;
import org.cotejo.custody.AuditClaim;
import org.cotejo.custody.EvidenceAsk;
import org.cotejo.custody.EvidencePlan;
import org.cotejo.definition.CustodianId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes an audit of the evidence as JSON (docs/formats/audit.md, section 15). */
final class EvidenceJson {
    private final AuditsJson common;
    private final JsonGenerator json;

    EvidenceJson(AuditsJson common, JsonGenerator json) {
        this.common = common;
        this.json = json;
    }

    void write(EvidenceReport audit) {
        json.writeStartObject();
        common.head(audit, audit.verdict().key(), audit.notes());
        plan(audit.plan());
        json.writeName("seed");
        text(audit.seed() == null ? null : audit.seed().text());
        json.writeNumberProperty(
                "drawn", audit.draw() == null ? 0 : audit.draw().draws().size());
        json.writeBooleanProperty(
                "every_sheet", audit.draw() != null && audit.draw().isFull());
        for (EvidenceOutcome outcome : EvidenceOutcome.values()) {
            json.writeNumberProperty(outcome.key(), audit.count(outcome));
        }
        json.writeObjectPropertyStart("not_shown_by");
        for (Map.Entry<CustodianId, Integer> body : audit.refusals().entrySet()) {
            json.writeNumberProperty(body.getKey().value(), body.getValue());
        }
        json.writeEndObject();
        limits(audit);
        json.writeArrayPropertyStart("stations");
        audit.stations().forEach(this::station);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void text(@Nullable String text) {
        if (text == null) {
            json.writeNull();
        } else {
            json.writeString(text);
        }
    }

    private void number(String name, @Nullable Number number) {
        if (number == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, number.longValue());
        }
    }

    private void plan(@Nullable EvidencePlan plan) {
        if (plan == null) {
            json.writeNullProperty("plan");
            return;
        }
        json.writeObjectPropertyStart("plan");
        json.writeStringProperty("contest", plan.contest().value());
        json.writeStringProperty(
                "claim",
                switch (plan.claim()) {
                    case AuditClaim.Announced(CustodianId announcer) -> "announced " + announcer;
                    case AuditClaim.Sheets() -> "sheets";
                });
        json.writeNumberProperty("sheets", plan.sheets());
        json.writeStringProperty("winner", plan.winner().value());
        json.writeStringProperty("second", plan.losers().getFirst().value());
        json.writeNumberProperty("lead", plan.lead());
        number("voters_outside", plan.outside());
        number("fewest_false", plan.fewest());
        number("fewest_false_with_outside", plan.fewestOutside());
        json.writeStringProperty("confidence", plan.confidence().toPlainString());
        json.writeNumberProperty("sides", plan.sides());
        json.writeArrayPropertyStart("asked");
        for (EvidenceAsk ask : plan.asked()) {
            json.writeStartObject();
            json.writeStringProperty("custodian", ask.custodian().value());
            json.writeStringProperty("paper", ask.paper().key());
            json.writeEndObject();
        }
        json.writeEndArray();
        common.numbers("stages", plan.stages().stream().map(Integer::longValue).toList());
        json.writeEndObject();
    }

    private void limits(EvidenceReport audit) {
        number("false_at_most", audit.best().map(EvidenceReport.Limit::atMost).orElse(null));
        json.writeArrayPropertyStart("limits");
        for (EvidenceReport.Limit limit : audit.limits()) {
            json.writeStartObject();
            json.writeNumberProperty("checked", limit.checked());
            json.writeNumberProperty("confidence", limit.confidence());
            json.writeNumberProperty("mismatches", limit.mismatches());
            json.writeNumberProperty("out", limit.out());
            json.writeNumberProperty("false_at_most", limit.atMost());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void station(EvidenceStation station) {
        json.writeStartObject();
        json.writeStringProperty("station", station.station().value());
        json.writeStringProperty("place", station.place());
        json.writeNumberProperty("draw", station.number());
        json.writeStringProperty("outcome", station.outcome().key());
        common.numbers("claimed", station.claimed());
        json.writeArrayPropertyStart("papers");
        for (EvidenceStation.Held held : station.papers()) {
            json.writeStartObject();
            json.writeStringProperty("custodian", held.ask().custodian().value());
            json.writeStringProperty("side", held.side().value());
            json.writeStringProperty("paper", held.ask().paper().key());
            json.writeName("state");
            text(held.paper() == null ? null : held.paper().state().key());
            common.numbers("votes", held.votes());
            json.writeArrayPropertyStart("differs_in");
            held.differing().forEach(figure -> json.writeString(figure));
            json.writeEndArray();
            json.writeNumberProperty("versions", held.versions());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
