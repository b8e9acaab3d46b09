package org.cotejo.site;

import java.io.OutputStream;
import java.util.List;
import org.cotejo.audit.boxes.AuditFault;
import org.cotejo.audit.boxes.AuditReport;
import org.cotejo.audit.boxes.BoxClaim;
import org.cotejo.audit.boxes.BoxReport;
import org.cotejo.audit.boxes.JudgedAudit;
import org.cotejo.audit.boxes.TestHistory;
import org.cotejo.audit.evidence.EvidenceReport;
import org.cotejo.audit.evidence.JudgedAudits;
import org.cotejo.base.Sentence;
import org.cotejo.custody.AuditClaim;
import org.cotejo.custody.AuditDraw;
import org.cotejo.custody.AuditPlan;
import org.cotejo.custody.AuditSeed;
import org.cotejo.custody.BoxCount;
import org.cotejo.definition.CustodianId;
import org.cotejo.dossier.Frame;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes audits of boxes as JSON: of a whole election as data of the report, or one for the command line (docs/formats/audit.md). */
public final class AuditsJson {
    /** From the root of the site. */
    static final String PATH = "data/audits.json";

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator json;

    private AuditsJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes one audit and a line end; leaves the stream open. */
    public static void write(AuditReport audit, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            new AuditsJson(json).audit(audit);
            json.writeRaw('\n');
        }
    }

    /** Writes one audit of the evidence and a line end; leaves the stream open. */
    public static void write(EvidenceReport audit, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            new EvidenceJson(new AuditsJson(json), json).write(audit);
            json.writeRaw('\n');
        }
    }

    /** Writes which announced outcomes can be audited, and every audit. */
    static void write(Election election, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            AuditsJson writer = new AuditsJson(json);
            json.writeStartObject();
            json.writeArrayPropertyStart("announced");
            for (Race race : election.races()) {
                json.writeStartObject();
                json.writeStringProperty("contest", race.contest().id().value());
                Sentence why = election.obstacles().get(race.index()).orElse(null);
                json.writeBooleanProperty("auditable", why == null);
                writer.sentence("reason", why);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("audits");
            JudgedAudits audits = election.input().audits();
            audits.boxes().forEach(writer::audit);
            json.writeEndArray();
            json.writeArrayPropertyStart("evidence");
            audits.evidence().forEach(audit -> new EvidenceJson(writer, json).write(audit));
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    void sentence(String name, @Nullable Sentence sentence) {
        if (sentence == null) {
            json.writeNullProperty(name);
            return;
        }
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("en", sentence.en());
        json.writeStringProperty("es", sentence.es());
        json.writeEndObject();
    }

    private void audit(AuditReport audit) {
        json.writeStartObject();
        head(audit, audit.verdict().key(), audit.notes());
        plan(audit.plan(), audit.claim());
        AuditSeed seed = audit.seed();
        if (seed == null) {
            json.writeNullProperty("seed");
        } else {
            json.writeStringProperty("seed", seed.text());
        }
        AuditDraw draw = audit.draw();
        json.writeNumberProperty("draws", draw == null ? 0 : draw.draws().size());
        json.writeBooleanProperty("full_count", draw != null && draw.isFull());
        json.writeNumberProperty("reckoned", audit.reckoned());
        json.writeNumberProperty("to_count", audit.toCount().size());
        tests(audit.tests());
        json.writeArrayPropertyStart("boxes");
        audit.boxes().forEach(this::box);
        json.writeEndArray();
        json.writeEndObject();
    }

    /** What audits of every kind say of themselves. */
    void head(JudgedAudit audit, String verdict, List<Sentence> notes) {
        json.writeStringProperty("id", audit.id());
        json.writeStringProperty("verdict", verdict);
        sentence("why", audit.why());
        json.writeArrayPropertyStart("notes");
        for (Sentence note : notes) {
            json.writeStartObject();
            json.writeStringProperty("en", note.en());
            json.writeStringProperty("es", note.es());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("state", audit.state().getClass().getSimpleName());
        json.writeArrayPropertyStart("commitments");
        for (Frame.Committed step : audit.steps()) {
            json.writeStartObject();
            json.writeNumberProperty("entry", step.entry());
            json.writeStringProperty("kind", step.commitment().kind().name().toLowerCase(java.util.Locale.ROOT));
            json.writeStringProperty("day", step.commitment().day().toString());
            json.writeStringProperty("sha256", step.commitment().file().hex());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("faults");
        for (AuditFault.Found found : audit.faults()) {
            json.writeStartObject();
            json.writeStringProperty("code", found.fault().code());
            json.writeNumberProperty("entry", found.entry());
            sentence("message", found.sentence());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void plan(@Nullable AuditPlan plan, BoxClaim.@Nullable Auditable claim) {
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
        json.writeStringProperty("risk_limit", plan.limit().toPlainString());
        json.writeStringProperty("test", plan.test().key());
        json.writeArrayPropertyStart("winners");
        plan.winners().forEach(winner -> json.writeString(winner.value()));
        json.writeEndArray();
        json.writeStringProperty("total_bound", plan.totalBound().toString());
        json.writeNumberProperty("unauditable", plan.unauditable());
        json.writeNumberProperty("planned_draws", plan.draws());
        if (claim != null) {
            json.writeNumberProperty("boxes", claim.manifest().boxes().size());
            json.writeNumberProperty("phantoms", claim.phantoms());
        }
        json.writeEndObject();
    }

    private void tests(List<TestHistory> tests) {
        json.writeArrayPropertyStart("tests");
        for (TestHistory test : tests) {
            json.writeStartObject();
            json.writeStringProperty("test", test.test().key());
            json.writeBooleanProperty("binding", test.isBinding());
            json.writeNumberProperty("p", test.last());
            json.writeNumberProperty("p_smallest", test.smallest());
            if (test.further() == null) {
                json.writeNullProperty("further_draws_if_clean");
            } else {
                json.writeNumberProperty("further_draws_if_clean", test.further());
            }
            json.writeArrayPropertyStart("history");
            test.p().forEach(p -> json.writeNumber(p));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void box(BoxReport box) {
        json.writeStartObject();
        json.writeStringProperty("station", box.box().station().value());
        json.writeStringProperty("place", box.box().place());
        json.writeNumberProperty("ballots_at_most", box.box().ballotsAtMost());
        numbers("draws", box.draws().stream().map(Integer::longValue).toList());
        numbers("claimed", box.claimed());
        BoxCount count = box.count();
        if (count == null) {
            json.writeNullProperty("state");
        } else {
            json.writeStringProperty("state", count.state().key());
        }
        numbers("counted", box.counted());
        json.writeNumberProperty("versions", box.earlier().size() + (count == null ? 0 : 1));
        if (box.taint() == null) {
            json.writeNullProperty("taint");
        } else {
            json.writeStringProperty("taint", box.taint().toString());
        }
        json.writeEndObject();
    }

    void numbers(String name, List<Long> numbers) {
        json.writeArrayPropertyStart(name);
        numbers.forEach(number -> json.writeNumber(number));
        json.writeEndArray();
    }
}
